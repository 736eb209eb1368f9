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

## To the resident whose case it is. $about: what the partner does; $day: "петък, 27 ноември".

case-passed-on =
    ➡️ № { $number } сега е при: { $partner }{ $about ->
        [none] { "" }
       *[other] { " " }({ $about })
    }. Не казахме кой сте. Най-късно { $day } ще Ви пишем отново.
