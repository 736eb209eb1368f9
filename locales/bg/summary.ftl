### Below the summary of a report, question or idea: is it right? Sending it, changing it, talking first. Buttons: 25 characters at most.

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
