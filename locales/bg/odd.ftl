### Everything else: what cannot be read, and what is not understood.

# $kind: what was sent.
odd =
    { $kind ->
        [contact] Не пазим контакти. Напишете какво се случва.
        [audio] Не слушаме музикални файлове. Изпратете гласово съобщение с микрофона.
        [poll] Не четем анкети. Напишете какво се случва.
        [story] Не виждаме истории. Изпратете самата снимка или видео.
        [animation] Не четем GIF. Изпратете снимка или видео на проблема.
        [file] Не можем да отворим този файл. Изпратете снимка или напишете.
       *[sticker] 🙂 Искате ли да съобщите или да попитате нещо? Пишете, говорете или изпратете снимка.
    }
# Words stood below the file; those are handled as if written.
odd-file-left = 📎 Този файл не пазим. Можете да изпратите снимка, видео или гласово съобщение.
command-unknown = Не познаваме тази команда. Изберете долу или пишете.
not-understood = Не разбрах. За проблем ли пишете, или имате въпрос?
# To staff, in the middle of something that asks for a button.
not-fitting = Това не е за тук. Изберете бутон в съобщението по-горе или вижте /help.
