### What the screens of a draft share. Buttons: 25 characters at most.

draft-back = ◀️ Назад
draft-stop = ✖️ Откажи
draft-skip = 🤷 Не знам
draft-go-on = ▶️ Продължи
draft-anew = 🆕 Започни отново
# Above the question that is still open, when more came meanwhile.
draft-added = ➕ Добавено.
# The same when hours have passed; the button drops what was begun, and reports only what came now.
draft-added-later = ➕ Добавено към започнатото по-рано. То още не беше изпратено.
draft-only-this = 🆕 Само последното
# Something was begun before and not sent. $kind: signal, question or idea.
draft-waits =
    { $kind ->
        [question] Въпросът Ви още не е изпратен.
        [idea] Идеята Ви още не е изпратена.
       *[signal] Съобщението Ви още не е изпратено.
    } Искате ли да продължите?
# The keyboard with the location button made way for the menu.
draft-menu-back = 👇 Менюто отново е долу.
# The same for staff, who have no menu.
draft-keyboard-gone = 👇 Продължаваме оттук.
