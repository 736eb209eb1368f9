### Language and data: what we keep, all of it shown. Buttons: 25 characters at most.

privacy = 🔒 Пазим номера на този чат, езика Ви, кварталите Ви и това, което ни изпращате. Името, телефона и профилната Ви снимка не пазим. Можете да видите и изтриете всичко.
privacy-language = 🌍 Изберете език
privacy-show = 📄 Покажи данните ми
privacy-erase = 🧹 Изтрий данните ми

## What we keep of somebody, for that person alone.

my-data = 📄 <b>Какво пазим за Вас</b>
my-data-chat = 💬 Номерът на този чат
# $name is the language in itself: "Türkçe".
my-data-language = 🌍 Език: { $name }
# Where the city forgets languages.
my-data-language-session = 🌍 Език: { $name } (забравя се след 24 часа мълчание)
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

## The same as a file. The second text stands in the file itself, before the data.

my-data-file = 📎 Същото като файл: за да го запазите или вземете със себе си.
my-data-file-about = Всичко, което Wijklijn пази за Вас; само за Вас. Вътрешните бележки на служителите и имената на други хора не са тук. Снимките и звукът са във Вашия Telegram; тук пише само какви са.
