### When it happens, for staff: a small chart in letters of one width. Keep its words short. Buttons: 25 characters at most.

desk-when = 📊 Ne zaman
pattern = 📊 <b>Dosya { $number }</b>
pattern-none = Henüz yeniden olmadı.
pattern-weekday =
    { $weekday ->
        [1] Pt
        [2] Sa
        [3] Ça
        [4] Pe
        [5] Cu
        [6] Ct
       *[7] Pz
    }
pattern-part =
    { $part ->
        [morning] sabah
        [afternoon] öğle
        [evening] akşam
        [night] gece
       *[unknown] ?
    }
# $hours: "22–23 (3×), 1–2 (2×)".
pattern-hours = 🕒 En sık: saat { $hours }.
pattern-hour = { $hour }–{ $until } ({ $times }×)
pattern-night = Gece (22–6), başladığı güne yazılır.
