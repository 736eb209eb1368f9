### What is heard of a partner who has a case. $number is the case's number as text, $partner a name such as "Dienst Reiniging".

mail-again = 🔁 Имейл отново
mail-goes = 🔁 Досие { $number }: имейлът тръгва отново.

## Told to the desk.

notice-partner =
    🤝 Досие { $number }: { $partner } { $done ->
        [True] приключи.
       *[False] отговаря.
    }
notice-partner-silent = ⏳ Досие { $number }: { $partner } мълчи от { $days } работни дни. Обадете се или пишете и запишете какво казват.
notice-mail =
    ⚠️ Досие { $number }: { $state ->
        [uncertain] не знаем дали имейлът пристигна ({ $partner }). Попитайте или изпратете отново.
       *[refused] имейлът не пристигна ({ $partner }). Обадете се или изпратете отново.
    }
# The mail itself arrived. $count: so many pictures of it did not; $why: too large for a mail, or Telegram has them no more.
notice-mail-without =
    📷 Досие { $number }: имейлът е при { $partner }, но { $count ->
        [one] 1 снимка не беше изпратена
       *[other] { $count } снимки не бяха изпратени
    }. { $why ->
        [large] Прекалено голямо за имейл: предайте ги сами.
       *[gone] Telegram вече не ги дава: поискайте нови от жителя.
    }

## To the resident whose case it is. $about: what the partner does; $shown: a picture or recording goes too; $day: "петък, 27 ноември".

case-passed-on =
    ➡️ № { $number } сега е при: { $partner }{ $about ->
        [none] { "" }
       *[other] { " " }({ $about })
    }. { $shown ->
        [True] Изпращаме и снимката или записа Ви, но не казваме кой сте.
       *[False] Не казахме кой сте.
    } Най-късно { $day } ще Ви пишем отново.
