### Passing a case on to a partner, for staff. $number is the case's number as text, $partner a name such as "Dienst Reiniging".
### Buttons: 25 characters at most.

desk-pass = ➡️ Предай
desk-heard = 🤝 Отговор от партньор
pass-send = ✅ Изпрати
# As above, while the text may tell who reported.
pass-send-anyway = ⚠️ Изпрати все пак
pass-told = ✅ Предадох го
pass-told-anyway = ⚠️ Предадох го така
pass-leave-out = 🧽 Махни това
pass-wijk-only = 📍 Само кварталът
pass-stop = ✖️ Откажи
pass-back = ↩️ Вече не е нужно
heard-done = ✅ Партньорът приключи
heard-busy = ⏳ Още не е готово

# $way: how the partner hears of it.
pass-preview =
    <b>Досие { $number }. За кого: { $partner }</b>
    { $way ->
        [mail] 📧 Това тръгва като имейл.
        [person] 💬 Който работи там, чете това тук.
       *[self] 📞 На този партньор не пращаме имейл: предайте го сами.
    } Прочетете го още веднъж.
# $phone and $email: how to reach the partner; "none" where nobody told us.
pass-reach =
    { $phone ->
        [none] { "" }
       *[other] 📞 { $phone }
    } { $email ->
        [none] { "" }
       *[other] ✉️ { $email }
    }
pass-tells = ⚠️ <b>Това може да издаде кой е съобщил:</b>
pass-tells-line =
    { $what ->
        [name] име
        [number] номер
        [home] жилище
       *[life] живот
    }: «{ $words }»
pass-rewrite = ✏️ За промяна напишете текста отново.
pass-empty = ✏️ Още няма текст на нидерландски. Напишете какво трябва да знае партньорът.
pass-partly = 🌍 Част още не е преведена и не се изпраща.
pass-spot = 📍 Мястото на картата не се изпраща: може да е жилището. Напишете сами къде е.
# $place: what the resident wrote.
pass-place = 📍 «{ $place }» не се изпраща: може да е жилището.
pass-done =
    ➡️ Досие { $number } е предадено. При кого: { $partner }. { $way ->
        [mail] Имейлът тръгва сега.
        [person] Който работи там, го получи.
       *[self] Вие го предадохте.
    } { $told ->
        [True] Жителят знае.
       *[False] { "" }
    }
pass-stopped = Не е предадено.
pass-taken-back = ↩️ Досие { $number }: партньорът вече не трябва да прави нищо.
heard-write = Какво каза { $partner } за преписка { $number }? Напишете кратко.
heard-ask = Досие { $number }: приключи ли { $partner }?
heard-kept =
    🤝 Записано към преписка { $number }. { $done ->
        [True] Отново е при Вас: пишете на жителя.
       *[False] Партньорът още работи.
    }

## On the card. $day: "петък, 27 ноември". $without: so many pictures did not go with the mail.

card-passed =
    ➡️ При { $partner } от { $day }{ $state ->
        [waiting] { " · имейлът още не е тръгнал" }
        [sent] { " · имейлът е приет" }{ $without ->
            [0] { "" }
            [one] , без 1 снимка
           *[other] , без { $without } снимки
        }
        [refused] { " · ⚠️ имейлът не пристигна" }
        [uncertain] { " · ⚠️ не е сигурно дали имейлът пристигна" }
       *[other] { "" }
    }

## The letter to the partner, always in Dutch. $city is the city's name.

letter-subject = Wijklijn { $number }: { $what }, { $wijk }
letter-no-wijk = { $city }
letter-greeting = Здравейте, { $partner }
letter-asks = Община { $city } получи това съобщение и Ви го предава.
letter-reference = Номер: Wijklijn { $number }
letter-what = Какво: { $what }
letter-where = Къде: { $place }
letter-day = Съобщено на: { $day }
letter-ask = Не казваме кой е съобщил. Пишете ни какво правите и посочете номера.
letter-from = { $role }, { $city }
