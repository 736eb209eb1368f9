### Wijknieuws as somebody wants it: topics, quiet hours, a pause; the offer after a first report. Buttons: 25 characters at most.

# What an announcement is about. Also stands above it, and on the buttons of staff who write one.
topic-name =
    { $topic ->
        [overlast] 🚯 Проблеми
        [works] 🚧 Ремонти
        [urgent] 🚨 Спешно
       *[activities] 🎉 Събития
    }
# A button: no more news about it.
topic-off =
    { $topic ->
        [overlast] 🔕 Не за проблеми
        [works] 🔕 Не за ремонти
        [urgent] 🔕 Без спешни новини
       *[activities] 🔕 Не за събития
    }
# A button: news about it again.
topic-on =
    { $topic ->
        [overlast] 🔔 И за проблеми
        [works] 🔔 И за ремонти
        [urgent] 🔔 И спешни новини
       *[activities] 🔔 И за събития
    }

## Buttons below the list of wijken.

news-choose-topics = ☑️ Теми
news-quiet = 🌙 Тихи часове
news-pause = ⏸ Пауза
news-resume = ▶️ Пак искам новини

## What stands below the list of wijken. Hours are full ones, 0 to 23. $urgent is "left" for who wants no urgent news either.

# $topics is a list, with commas.
news-without = 🔕 Не получавате: { $topics }
news-quiet-is =
    🌙 Тихо от { $start } до { $end } часа.{ $urgent ->
        [left] {""}
       *[comes] { " " }Тогава идват само спешни новини.
    }
# $day is the first day with news again: "понеделник, 30 ноември".
news-paused =
    ⏸ Пауза. Новините започват пак на: { $day }.{ $urgent ->
        [left] {""}
       *[comes] { " " }Сега идват само спешни новини.
    }
news-paused-open =
    ⏸ Пауза, докато пак не пуснете новините.{ $urgent ->
        [left] {""}
       *[comes] { " " }Сега идват само спешни новини.
    }

## Topics.

# $topics is a list, one on each line.
news-topics =
    ☑️ Получавате новини за:
    { $topics }
news-no-topics = ☑️ Сега не получавате новини по нито една тема. Изберете за какво искате да научавате.
# After the button below an announcement.
news-topic-left =
    { $topic ->
        [overlast] 🔕 Вече няма да получавате новини за проблеми.
        [works] 🔕 Вече няма да получавате новини за ремонти.
        [urgent] 🔕 Вече няма да получавате спешни новини.
       *[activities] 🔕 Вече няма да получавате новини за събития.
    } Другите новини ще идват.

## Quiet hours.

quiet-ask = 🌙 Кога да няма новини? Те ще почакат, докато тихите часове минат. Спешните новини не чакат.
# A button: "from 22 to 7 o'clock".
quiet-hours = 🌙 От { $start } до { $end } часа
quiet-own = 🕒 Други часове
quiet-none = 🔔 Новини по всяко време
quiet-from-ask = 🌙 От колко часа да е тихо?
quiet-to-ask = 🌙 Тихо от { $start } часа. До колко часа?

## A pause.

pause-ask = ⏸ Колко време да няма новини? Отговорите на Вашите съобщения ще идват.
pause-week = 🗓 1 седмица
pause-days = 🗓 Избери ден
pause-open = ⏸ Докато аз не кажа
pause-days-ask = 🗓 От кой ден искате пак новини?

## After the first report, once.

news-offer = 📰 Искате ли да получавате и новини за { $wijk }? Можете да спрете по всяко време.
news-declined = 🔕 Добре, без новини. По-късно ги намирате в „Новини“.
