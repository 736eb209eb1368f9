### /bericht: writing an announcement. Staff only, read in Dutch. $language is a language's own name.
### Buttons: 25 characters at most.

announce-audience = 📢 За кого е съобщението?
announce-wijk = 🏘 Квартал
announce-stadsdeel = 🗺 Район
announce-everybody = 🌍 Всички
announce-which =
    { $kind ->
        [stadsdeel] 🗺 Кой район?
       *[wijk] 🏘 Кой квартал?
    }
announce-previous = ⬅️ Предишни
announce-next = ➡️ Следващи
announce-topic = 📢 За какво е съобщението?
announce-dutch =
    { $kind ->
        [everybody] 🌍 Всички
        [stadsdeel] 🗺 { $place }
       *[wijk] 🏘 { $place }
    }

    Напишете съобщението на нидерландски.
# For each other language.
announce-language = <b>{ $language }</b>: как искате да стане?
announce-own = ✍️ Ще го напиша
announce-machine = 🤖 Автоматичен превод
announce-without = ⏭ Без този език
announce-write = Сега напишете съобщението на този език: <b>{ $language }</b>. Нито повече, нито по-малко от нидерландския текст.
announce-waiting = 🤖 <b>{ $language }</b>: преводът се прави. Ще дойде сам.
announce-no-machine = 🤖 <b>{ $language }</b>: автоматичният превод сега не е възможен.
# A draft by the machine; below it the facts that differ, if there are any.
announce-draft =
    🤖 <b>{ $language }</b>: предложение. Прочетете го или дайте на някого да го прочете.

    <blockquote>{ $words }</blockquote>
# What was written differs from the Dutch; below it come the facts.
announce-differs =
    ⚠️ <b>{ $language }</b>: това не е същото като на нидерландски.

    <blockquote>{ $words }</blockquote>
announce-difference =
    ⚠️ { $what ->
        [dates] Дата
        [links] Връзка
        [personal] Телефон или адрес
       *[numbers] Числа
    }: нидерландски { $dutch } · тук { $other }
announce-right = ✅ Вярно е
announce-with = ✅ { $language }: готово.
announce-only-dutch = ⏭ Без { $language }: който чете този език, получава нидерландския текст.
announce-back = ↩️ Назад
announce-stop = ✖️ Откажи
# For whom and about what. $people is how many distinct people would get it.
announce-target =
    { $kind ->
        [everybody] 🌍 Всички, които искат новини
        [stadsdeel] 🗺 { $place }
       *[wijk] 🏘 { $place }
    } · { $people ->
        [0] още никой не следи тези новини
        [one] 1 човек
       *[other] { $people } души
    }{ $topic ->
        [none] { "" }
       *[other] { "\u000A" }{ topic-name }
    }
# Below the samples of every language. $second: whether somebody else must approve it.
announce-preview =
    { announce-target }

    Така ще изглежда съобщението. Да го изпратя ли?{ $second ->
        [True] { "\u000A" }👥 Първо го одобрява колега.
       *[False] { "" }
    }
announce-send = ✅ Изпрати сега
announce-plan = 🕒 Планирай
announce-test = 🧪 Проба до мен
announce-change = ✏️ Промени
announce-who = 👥 За кого
announce-about = 🏷 Тема
announce-what-changes = ✏️ Какво искате да промените?
announce-changed = Добре. Вижте съобщението отново.
announce-when = 🕒 Кога? Изберете или напишете: 25-11 10:00
announce-tonight = Довечера 18:00
announce-tomorrow = Утре 10:00
announce-held =
    ⏳ { $seconds ->
        [0] Съобщението заминава сега.
        [one] Съобщението заминава след 1 секунда. Дотогава можете да го спрете.
       *[other] Съобщението заминава след { $seconds } секунди. Дотогава можете да го спрете.
    }
announce-planned = 🕒 Планирано: { $day } в { $time }. Дотогава можете да го спрете.
announce-left = ✖️ Спряно. Нищо не е изпратено.
announce-called-back = ⏹ Спряно. Нищо не е изпратено. Още можете да промените съобщението.
# The bot was not running at the time.
announce-missed = ⚠️ Съобщението Ви не замина навреме. Нищо не е изпратено. Изберете отново.
# Planned before the city wanted a second pair of eyes.
announce-unseen = ⚠️ Съобщението Ви не е изпратено: сега първо втори човек трябва да го одобри. Изберете отново.
