### Notes: only staff see them.

# $readers: the organisation whose people alone read it; "none" for the city.
note-write =
    📝 Напишете бележката си по преписка { $number }. { $readers ->
        [none] Жителят не я вижда.
       *[other] Чете я само { $readers }.
    }
note-kept =
    📝 Бележката е запазена по преписка { $number }. { $readers ->
        [none] Жителят не я вижда.
       *[other] Чете я само { $readers }.
    }
note-stopped = ✖️ Отказано. Няма запазена бележка.
