### When something happened, in words. $day: "27 Kasım Cuma", $time: "21.40".

moment-time = { $day }, saat { $time }
moment-part =
    { $part ->
        [morning] { $day }, sabah
        [afternoon] { $day }, öğleden sonra
        [evening] { $day }, akşam
        [night] { $day } gününü izleyen gece
       *[unknown] { $day }
    }
