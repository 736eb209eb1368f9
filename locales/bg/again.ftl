### It is happening again: noted, moved to another moment, taken back; and what the desk is told of it.
### Buttons: 25 characters at most.

# $times: how often by now. $when: "петък, 27 ноември, в 21.40". $over: the report was closed before.
again-noted =
    🔁 Записано към № { $number }: { $when }. { $times ->
        [one] Това е първият път.
       *[other] Общо: { $times } пъти.
    }{ $over ->
        [True] { " " }Съобщението беше приключено. Да го отворим ли отново?
       *[False] { "" }
    }
again-undone =
    ↩️ Премахнахме записа към № { $number }. { $times ->
        [0] Няма други записи.
        [one] Остава 1 запис.
       *[other] Остават { $times } записа.
    }
again-reopen = 🔄 Да, отвори отново
again-other = 🕒 Друго време
again-undo = ↩️ Натиснах погрешно
again-when = Кога беше?
again-now = ⏱ Сега
again-today = Днес, по-рано
again-yesterday = Вчера
again-other-day = 🗓 Друг ден
again-which-day = Кой ден беше?
again-which-part = По кое време на деня беше?
again-morning = 🌅 Сутринта
again-afternoon = ☀️ Следобед
again-evening = 🌆 Вечерта
again-night = 🌙 През нощта
# The night between yesterday and today.
again-last-night = 🌙 Миналата нощ

## Staff only.

notice-again =
    🔁 Случи се пак, преписка { $number }: { $when }. { $count ->
        [one] Това е първият път.
       *[other] Общо: { $count } пъти.
    }
notice-again-undone = ↩️ Преписка { $number }: беше грешка. Жителят премахна това ({ $when }).
