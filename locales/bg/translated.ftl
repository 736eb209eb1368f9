### The resident's side of a translation: it follows the Dutch answer, is marked, and the Dutch is a press away.
### Buttons: 25 characters at most.

# A reply to the answer. $words is the translation, $mark one of the three lines below.
translated-answer =
    ✉️ Превод на отговора. № { $number }

    <blockquote>{ $words }</blockquote>
    { $mark }
translated-by-machine = 🤖 Автоматичен превод, може да има грешки. Важи нидерландският текст.
translated-by-person = ✍️ Преведено от служител. Важи нидерландският текст.
# A name, number or date differs, a "not" is gone, or it is in the wrong language; the Dutch stands below it.
translated-doubtful = 🤖 Автоматичен превод, нещо може да е грешно. Прочетете и нидерландския текст отдолу.
# The answer was a voice message.
translated-heard = 🎤 Гласово съобщение, записано автоматично. Чуйте го, за да сте сигурни.
# Above the Dutch words, below a translation that may be wrong.
translated-beside = 🔤 На нидерландски:
translated-in-dutch =
    ✉️ Отговор. № { $number }

    <blockquote>{ $words }</blockquote>
# A sensitive case: the notification says nothing.
translated-hidden = ✉️ Преводът дойде. № { $number }.
translated-show = 👁 Покажи
translated-hide = 🙈 Скрий
translated-original = 🔤 Покажи оригинала
translated-again = 🌐 Покажи превода
# Other words took the place of those that were translated here; their translation follows in this place.
translated-anew = ✏️ № { $number }: отговорът е поправен. Новият превод ще дойде.
