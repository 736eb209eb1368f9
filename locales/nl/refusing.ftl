### What a colleague wrote goes back with a word. Staff only, read in Dutch.

refuse-why =
    { $about ->
        [quick] ✖️ Wat is er niet goed aan dit snelantwoord? Schrijf het kort. Wie het voorstelde, leest het.
       *[announcement] ✖️ Wat moet er anders? Schrijf het kort. Wie het bericht schreef, leest het.
    }
refuse-stopped = ✖️ Gestopt. Er is niets teruggestuurd.
refuse-sent = ✖️ Teruggestuurd, met wat je schreef.
# A colleague decided, or it left, before the word came.
refuse-late = 👀 Een collega besliste al. Je ziet hierboven wat.
