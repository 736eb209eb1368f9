### Language and data: what we keep, all of it shown, all of it erased. Buttons: 25 characters at most.

privacy = 🔒 Пазим номера на този чат, езика Ви, кварталите Ви и това, което ни изпращате. Името, телефона и профилната Ви снимка не пазим. Можете да видите и изтриете всичко.
privacy-language = 🌍 Изберете език
privacy-show = 📄 Покажи данните ми
privacy-erase = 🧹 Изтрий данните ми

## What we keep of somebody, for that person alone.

my-data = 📄 <b>Какво пазим за Вас</b>
my-data-chat = 💬 Номерът на този чат
# $name is the language in itself: "Türkçe".
my-data-language = 🌍 Език: { $name }
my-data-news = 📰 Новини: { $wijken }
my-data-no-news = 📰 Не получавате новини
my-data-wijk = 📍 Последен квартал: { $wijk }
# Something is half made.
my-data-draft = ✏️ Нещо, което още не сте изпратили
my-data-no-cases = 📋 Още нищо не сте ни изпратили.
my-data-case = <b>{ $number }</b> { $subject }
# Day and month have two digits.
my-data-day = 🗓 { $day }.{ $month }.{ $year } г.
my-data-status =
    { $status ->
        [in-hand] при служител
        [passed-on] предадено
        [handled] приключено
        [reopened] отново отворено
        [withdrawn] оттеглено
       *[received] получено
    }
my-data-more = ⬇️ Още

## Erasing.

# $open: how many reports still wait for an answer.
erase-ask =
    🧹 Да изтрием ли всичко? Изчезват изпратеното от Вас, езикът и кварталите. Никой не може да ги върне.{ $open ->
        [0] {""}
       *[other] { " " }Отворените Ви съобщения спират.
    }
erase-yes = 🧹 Да, изтрий всичко
# The last message. $stays: staff hold photos or sound older than two days, which Telegram does not let us delete any more.
erased =
    ✅ Всичко е изтрито. За броене остават само номерът, кварталът, темата и датата на съобщенията Ви. { $stays ->
        [1] Снимки и звук, по-стари от 2 дни, остават при служителите, без името Ви.
       *[0] Този чат в телефона си можете да изтриете сами в Telegram.
    }
# Staff: stands in the place of what they held.
content-erased = 🧹 Изтрито от жителя.
