### When it happens, for staff: a small chart in letters of one width. Keep its words short. Buttons: 25 characters at most.

desk-when = 📊 Кога
pattern = 📊 <b>Преписка { $number }</b>
pattern-none = Още не се е случвало отново.
pattern-weekday =
    { $weekday ->
        [1] пн
        [2] вт
        [3] ср
        [4] чт
        [5] пт
        [6] сб
       *[7] нд
    }
pattern-part =
    { $part ->
        [morning] утро
        [afternoon] следоб.
        [evening] вечер
        [night] нощ
       *[unknown] ?
    }
# $hours: "22–23 ч. (3×), 1–2 ч. (2×)".
pattern-hours = 🕒 Най-често: { $hours }.
pattern-hour = { $hour }–{ $until } ч. ({ $times }×)
pattern-night = Нощта (22–6 ч.) е към деня, в който започва.
