### What the screens of a draft share. Buttons: 25 characters at most.

draft-back = ◀️ Terug
draft-stop = ✖️ Stop
draft-skip = 🤷 Weet ik niet
draft-go-on = ▶️ Ga verder
draft-anew = 🆕 Begin opnieuw
# Above the question that is still open, when more came meanwhile.
draft-added = ➕ Toegevoegd.
# The same when hours have passed; the button drops what was begun, and reports only what came now.
draft-added-later = ➕ Toegevoegd aan wat je eerder begon. Dat was nog niet verstuurd.
draft-only-this = 🆕 Alleen dit laatste
# Something was begun before and not sent. $kind: signal, question or idea.
draft-waits =
    { $kind ->
        [question] Je vraag is nog niet verstuurd.
        [idea] Je idee is nog niet verstuurd.
       *[signal] Je melding is nog niet verstuurd.
    } Wil je verdergaan?
# The keyboard with the location button made way for the menu.
draft-menu-back = 👇 Het menu staat weer onderaan.
# The same for staff, who have no menu.
draft-keyboard-gone = 👇 We gaan hier verder.
