### What the resident reads of the desk's work. $who: "wijkmanager (Waterschei-Noord)".

case-in-hand = 🙋 № { $number }. С това се заема: { $who }. Ще получите отговор тук.
case-moved = 🏘 № { $number }. Вече друг ще Ви отговори: { $who }.
answer-heading = ✉️ <b>№ { $number }</b>. Отговаря: { $who }
# For who reads another language, above the Dutch words.
answer-in-dutch = Отговорът е на нидерландски. Преводът ще дойде след това.
answer-by-machine = 🤖 Автоматичен превод, може да има грешки. Важи нидерландският текст.
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
solved-ask = Решен ли е проблемът?
solved-yes = 👍 Да
solved-partly = 🌗 Донякъде
solved-no = 👎 Не
