### When it happens, for staff: a small chart in letters of one width. Keep its words short. Buttons: 25 characters at most.

desk-when = 📊 Wanneer
pattern = 📊 <b>Dossier { $number }</b>
pattern-none = Het gebeurde nog niet opnieuw.
pattern-weekday =
    { $weekday ->
        [1] ma
        [2] di
        [3] wo
        [4] do
        [5] vr
        [6] za
       *[7] zo
    }
pattern-part =
    { $part ->
        [morning] ochtend
        [afternoon] middag
        [evening] avond
        [night] nacht
       *[unknown] ?
    }
# $hours: "22–23 uur (3×), 1–2 uur (2×)".
pattern-hours = 🕒 Het vaakst: { $hours }.
pattern-hour = { $hour }–{ $until } uur ({ $times }×)
pattern-night = Een nacht (22–6 uur) hoort bij de dag waarop hij begint.
