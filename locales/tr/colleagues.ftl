### Somebody of the staff: a role with its number, never a name. $id is the number as text. Buttons: 25 characters at most.

colleague-role =
    { $member ->
        [coordinator] koordinatör
        [administrator] yönetici
        [contact-worker] iletişim görevlisi
        [team-member] ekip üyesi
        [partner] ortak kurum
       *[wijkmanager] { $role }
    }
# $me: whether it is who reads.
colleague-who =
    { colleague-role } { $id }{ $me ->
        [True] { " " }(siz)
       *[False] { "" }
    }
# What was done at the command line.
colleague-operator = hattı yöneten kişi
colleague-everywhere = bütün şehir
# $who: "wijkmanager 3", $places: "Waterschei"; $away: the last day of an absence ("27/11"), or "none".
colleague-line =
    👤 <b>{ $who }</b> · { $places }: { $count ->
        [0] açık dosya yok
       *[other] { $count } açık
    }{ $late ->
        [0] { "" }
       *[other] , ⏰ { $late } gecikmiş
    }{ $away ->
        [none] { "" }
       *[other] { " " }· 🏖 { $away } gününe kadar yok
    }
# Behind a colleague who can be chosen.
colleague-is-away = şu an yok
