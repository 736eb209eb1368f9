### /overzicht: who has how much. $who: "wijkmanager 3", $to: "wijkmanager 5 · Winterslag". $open, $late, $nobodys and $nowhere count cases:
### open, late, in the hands of nobody, and without a wijk. Buttons: 25 characters at most.

overview =
    👥 <b>Общ преглед</b>
    { $open } отворени · ⏰ { $late } закъснели · { $nobodys } при никого{ $nowhere ->
        [0] { "" }
       *[other] { " " }· { $nowhere } без квартал
    }
colleague-all = 👥 На кого да е всичко на { $who }? Отворени преписки: { $count }.
colleague-all-sure =
    { $count ->
        [0] { $who }: няма вече нищо отворено.
        [one] Давате ли отворената преписка на { $who } на { $to }?
       *[other] Давате ли { $count } отворени преписки на { $who } на { $to }?
    }
# $left: how many stayed, for the role of the other may not have them.
colleague-all-given =
    👥 Готово: { $count ->
        [one] дадена е 1 преписка
       *[other] дадени са { $count } преписки
    }.{ $left ->
        [0] { "" }
       *[other] { " " }Останаха { $left }: тази роля не може да ги чете.
    }
colleague-gave-all =
    { $count ->
        [one] 👥 Координаторът Ви даде 1 преписка на колега. Вижте я с /werk.
       *[other] 👥 Координаторът Ви даде { $count } преписки на колега. Вижте ги с /werk.
    }
colleague-took-all =
    { $count ->
        [one] 👥 Координаторът даде 1 Ваша преписка на колега.
       *[other] 👥 Координаторът даде { $count } Ваши преписки на колега.
    }
colleague-release = 🚪 Отнемате ли ролята на { $who }? Отвореното ({ $count }) отива при други.
colleague-released = 🚪 Ролята е отнета. Отвореното отиде при други.
colleague-gone = Този колега вече няма роля.

## Buttons: 25 characters at most.

overview-nowhere = 🏘 { $count } без квартал
overview-invite = ➕ Покани
overview-trail = 🧾 Дневник
colleague-see = 📁 Преписки
colleague-give = ➡️ Дай всичко
colleague-end = 🚪 Отнеми ролята
colleague-all-yes = ➡️ Да, дай всичко
colleague-end-yes = 🚪 Да, отнеми
