### When something happened, in words. $day: "петък, 27 ноември", $time: "21.40".

moment-time = { $day }, в { $time }
moment-part =
    { $part ->
        [morning] { $day }, сутринта
        [afternoon] { $day }, следобед
        [evening] { $day }, вечерта
        [night] през нощта след { $day }
       *[unknown] { $day }
    }
