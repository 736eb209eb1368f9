### When something happened, in words. $day: "vrijdag 27 november", $time: "21.40".

moment-time = { $day } om { $time } uur
moment-part =
    { $part ->
        [morning] { $day }, ’s ochtends
        [afternoon] { $day }, ’s middags
        [evening] { $day }, ’s avonds
        [night] in de nacht na { $day }
       *[unknown] { $day }
    }
