### The trail of what staff did. $at: "27/11 21:40"; $who and $about: "wijkmanager 3"; $number is a case's number as text.

trail =
    🧾 <b>Logboek</b>{ $page ->
        [one] { "" }
       *[other] { " " }· bladzijde { $page }
    }
trail-empty = Hier staat niets.
trail-line =
    { $at } · { $who } · { $act }{ $about ->
        [none] { "" }
       *[other] : { $about }
    }{ $number ->
        [none] { "" }
       *[other] { " " }· <b>{ $number }</b>
    }
