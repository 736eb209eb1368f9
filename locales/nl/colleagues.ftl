### Somebody of the staff: a role with its number, never a name. $id is the number as text. Buttons: 25 characters at most.

colleague-role =
    { $member ->
        [coordinator] coördinator
        [administrator] beheerder
        [contact-worker] contactmedewerker
        [team-member] teamlid
        [partner] partner
       *[wijkmanager] { $role }
    }
# $me: whether it is who reads.
colleague-who =
    { colleague-role } { $id }{ $me ->
        [True] { " " }(jij)
       *[False] { "" }
    }
# What was done at the command line.
colleague-operator = wie de lijn beheert
colleague-everywhere = hele stad
# $who: "wijkmanager 3", $places: "Waterschei"; $away: the last day of an absence ("27/11"), or "none".
colleague-line =
    👤 <b>{ $who }</b> · { $places }: { $count ->
        [0] niets open
       *[other] { $count } open
    }{ $late ->
        [0] { "" }
       *[other] , ⏰ { $late } te laat
    }{ $away ->
        [none] { "" }
       *[other] { " " }· 🏖 afwezig tot en met { $away }
    }
# Behind a colleague who can be chosen.
colleague-is-away = afwezig
