### What the resident reads of the desk's work. $who: "wijkmanager (Waterschei-Noord)". Buttons: 25 characters at most.

# $due: "vrijdag 27 november"; "none" once there was an answer.
case-in-hand =
    🙋 № { $number }. С това се заема: { $who }. { $due ->
        [none] Ще получите отговор тук.
       *[other] Отговор най-късно: { $due }.
    }
case-moved =
    🏘 № { $number }. Вече друг ще Ви отговори: { $who }.{ $due ->
        [none] { "" }
       *[other] { " " }Най-късно: { $due }.
    }
answer-heading = ✉️ <b>№ { $number }</b>. Отговаря: { $who }
# For who reads another language, above the Dutch words.
answer-in-dutch = Отговорът е на нидерландски. Преводът ще дойде след това.
# Other words took the place of those that were sent. $time: "14.05".
answer-corrected = ✏️ Поправено в { $time } ч.
# Below an answer, while it is not finished. $day: "vrijdag 27 november".
answer-next = 📅 Следваща новина най-късно: { $day }.
# In a sensitive case: no content, for the telephone may lie on a table.
answer-there = ✉️ Имате отговор. № { $number }.
answer-show = 👁 Покажи
case-handled =
    🏁 Съобщение № { $number } е приключено. { $outcome ->
        [solved] Мислим, че проблемът е решен.
        [partly] Част от проблема е решена.
        [not-possible] Това не можем да решим.
       *[not-for-us] Това не зависи от общината.
    }
# Of an idea.
idea-handled =
    🏁 Разгледахме идеята Ви. Номер: { $number }. { $outcome ->
        [solved] Ще я направим.
        [partly] Ще направим част от нея.
        [not-possible] Сега не е възможно.
       *[not-for-us] Това не решава общината.
    }
idea-ask = Доволни ли сте от този отговор?
solved-ask = Решен ли е проблемът?
# Until when the answer is awaited.
solved-until = 📅 Чакаме отговора Ви до: { $day }.
solved-yes = 👍 Да
solved-partly = 🌗 Донякъде
solved-no = 👎 Не
