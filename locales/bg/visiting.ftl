### Visits: on which day somebody goes there. Buttons: 25 characters at most.

visit-ask = 🏠 Посещение по преписка { $number }: в кой ден?
visit-planned = 🏠 Посещение по преписка { $number }: { $day }. Сутринта ще Ви напомним.
# The morning of that day has come already.
visit-planned-soon = 🏠 Посещение по преписка { $number }: { $day }.
visit-plan = 🏠 Планирай посещение
visit-move = 📅 Друг ден
visit-done = ✅ Бях там
visit-drop = ✖️ Без посещение
visited = ✅ Посещението по преписка { $number } е направено. Искате ли да запишете какво видяхте?
visit-dropped = ✖️ Вече няма посещение по преписка { $number }.
# On the morning; where it is stands below it.
visit-today = 🏠 <b>Посещение днес</b>: преписка { $number } · { $about }
