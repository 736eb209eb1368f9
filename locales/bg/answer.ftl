### Answering: the desk's side. $number is a case's number as text. Buttons: 25 characters at most.

# $language: of a conversation that is not in Dutch, else "none".
answer-write =
    💬 Напишете отговора по преписка { $number }. { $language ->
        [none] { "" }
       *[other] На езика на съобщението: { $language }. { "" }
    }Може и снимка, гласово съобщение или място.
answer-preview-title = 👀 <b>Това ще получи жител { $alias }</b> (преписка { $number })
answer-spot = място
# $media: "2 снимки".
answer-attached = 📎 { $media }
answer-by-people = 🌍 Жителят чете това на своя език. Превели са го хора.
answer-translation =
    🌍 Жителят получава нидерландския текст веднага. { $by ->
        [machine] Автоматичният превод идва след това.
       *[person] Преводът от служител за връзка идва след това.
    }
# A contact worker writes in a conversation as the resident does.
answer-as-written = 🌍 Жителят чете това така, както е написано. Език: { $language }.
answer-send = ✅ Изпрати
answer-as-note = 📝 Като бележка
# Of cases that go together: the answer is for who reported this one.
answer-only-this = 👤 Само този жител
answer-stop = ✖️ Откажи
answer-sent = ✅ Изпратено по преписка { $number }.
# $until: "14.20".
answer-may-correct = Може да се поправи до { $until } часа.
answer-correct = ✏️ Поправи
answer-stopped = ✖️ Отказано. Нищо не е изпратено по преписка { $number }.
# After ten minutes without a decision; what was written follows. $what: what it was to become.
answer-waits =
    ⏳ { $what ->
        [loose-waits] Написаното още не е към никоя преписка. Нищо не е изпратено.
        [close-waits] Преписка { $number } още не е приключена. Какво да стане с нея?
        [errand-unsent] Видяното по преписка { $number } още не е изпратено. Какво да стане с него?
        [pass-waits] Преписка { $number } още не е предадена. Какво да стане с нея?
        [heard-waits] Казаното от партньора по преписка { $number } още не е запазено. Какво да стане с него?
       *[answer-waits] Този отговор по преписка { $number } още не е изпратен. Какво да стане с него?
    }
answer-gone =
    ⚠️ { $what ->
        [loose-waits] Написаното не е изпратено и не е запазено. Напишете го пак.
        [close-waits] Преписка { $number } не е приключена и причината не е запазена. Започнете отново.
        [errand-unsent] Видяното по преписка { $number } не е изпратено и не е запазено. Изпратете го пак.
        [pass-waits] Преписка { $number } не е предадена и текстът не е запазен. Започнете отново.
        [heard-waits] Казаното от партньора по преписка { $number } не е запазено. Напишете го пак.
       *[answer-waits] Отговорът Ви по преписка { $number } не е изпратен и не е запазен. Напишете го пак.
    }

## Words of staff that belong to no case yet.

loose-which = По коя преписка е това?
loose-none = Няма преписка, която Ви чака, затова това не е запазено като отговор. С /werk виждате какво чака.
loose-dropped = ✖️ Отказано. Нищо не е изпратено.
