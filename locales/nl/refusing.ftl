### What a colleague wrote goes back with a word. Staff only, read in Dutch.

refuse-why =
    { $about ->
        [quick] ✖️ Wat is er niet goed aan dit snelantwoord? Schrijf het kort. Wie het voorstelde, leest het.
       *[announcement] ✖️ Wat moet er anders? Schrijf het kort. Wie het bericht schreef, leest het.
    }
refuse-stopped = ✖️ Gestopt. Er is niets teruggestuurd.
