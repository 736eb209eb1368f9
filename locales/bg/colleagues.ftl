### Somebody of the staff: a role with its number, never a name. $id is the number as text. Buttons: 25 characters at most.

colleague-role =
    { $member ->
        [coordinator] координатор
        [administrator] администратор
        [contact-worker] сътрудник за контакти
        [team-member] член на екипа
        [partner] партньор
       *[wijkmanager] { $role }
    }
# $me: whether it is who reads.
colleague-who =
    { colleague-role } { $id }{ $me ->
        [True] { " " }(Вие)
       *[False] { "" }
    }
# What was done at the command line.
colleague-operator = който поддържа линията
colleague-everywhere = целият град
# $who: "wijkmanager 3", $places: "Waterschei"; $away: the last day of an absence ("27/11"), or "none".
colleague-line =
    👤 <b>{ $who }</b> · { $places }: { $count ->
        [0] нищо отворено
       *[other] { $count } отворени
    }{ $late ->
        [0] { "" }
       *[other] , ⏰ { $late } закъснели
    }{ $away ->
        [none] { "" }
       *[other] { " " }· 🏖 отсъства до { $away } вкл.
    }
# Behind a colleague who can be chosen.
colleague-is-away = отсъства
