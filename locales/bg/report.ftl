### A report, question or idea: what happened, the summary, sending, changing, leaving it. Buttons: 25 characters at most.

# $kind: signal or idea (a question has a screen of its own).
draft-ask =
    { $kind ->
        [idea] Каква е идеята Ви за квартала?
       *[signal] Какво се случи?
    } Напишете, изпратете гласово съобщение или снимка.
draft-ask-more = Изпратете още нещо или продължете.
draft-rewrite = Изпратете го отново. Изпратеното преди това отпада.
draft-kept = Това остава да чака 24 часа. Продължете да пишете, когато искате.
draft-stopped = ✖️ Отказано. Нищо не е изпратено.

## The summary: every line stands on its own.

draft-summary = 📄 Вярно ли е това?
draft-words = <blockquote>{ $words }</blockquote>
draft-media = 📎 { $media }
draft-category-is = { $category }
draft-category-unknown = 🏷 Тема: не знам
draft-place-is = 📍 { $place }
draft-place-spot = 📍 Мястото, което изпратихте
draft-place-unknown = 📍 Място: не знам
draft-urgent = ⏱ Става сега
# Sensitive categories only. $roles: "de wijkmanager en de contactmedewerker".
draft-sensitive = Това четат само { $roles }. Не го даваме на хазяина или шефа Ви. Понякога следва проверка.
# From the city file, per category.
draft-follows = ➡️ { $follows }
draft-more = Все още можете да изпратите текст или снимки.
draft-send = ✅ Изпрати
draft-change = ✏️ Промени
draft-talk = 💬 Първо да поговорим
draft-sent = 📤 Изпратено.
# Said in the resident's name, as the words of the new case.
draft-talk-wish = Искам първо да поговоря с някого.
draft-talk-sent = 💬 Помолихме за разговор с Вас. Написаното от Вас не е изпратено. Ще Ви отговорят тук.

## Changing one answer.

draft-change-what = Какво искате да промените?
draft-change-words = ✏️ Текст или снимки
draft-change-category = 🏷 Темата
draft-change-place = 📍 Мястото
