### /zoek: cases by number, street or words. $number is a case's number as text, $page and $pages count from 1.

search-how = 🔎 Schrijf erbij wat je zoekt: een nummer, een straat of een woord. Zo: /zoek Hoogstraat
# $more: there were more than are shown.
search-found =
    { $count ->
        [0] 🔎 <b>Niets gevonden</b>
        [one] 🔎 <b>1 dossier gevonden</b>
       *[other] 🔎 <b>{ $more ->
            [True] De { $count } nieuwste dossiers
           *[False] { $count } dossiers gevonden
        }</b>{ $pages ->
            [one] { "" }
           *[other] { " " }· bladzijde { $page } van { $pages }
        }
    }
search-where = <i>Gezocht in je eigen wijken: nummer, straat en tekst. Gevoelige tekst wordt niet doorzocht.</i>
