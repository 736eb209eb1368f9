### Notes: only staff see them.

note-write = 📝 Напишете бележката си по преписка { $number }. Жителят не я вижда.
note-kept = 📝 Бележката е запазена по преписка { $number }. Жителят не я вижда.
note-stopped = ✖️ Отказано. Няма запазена бележка.
