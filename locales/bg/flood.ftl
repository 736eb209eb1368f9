### Somebody sends very much: nothing is lost, nobody is banned by a machine. Buttons: 25 characters at most.

flood-begins = 📥 Изпращате много съобщения едно след друго. Всичко се пази. Изчакайте малко и ще отговоря.
flood-kept = ✅ Всичко е запазено.

# To staff, as a reply to the card. $number: the case's number as text.
case-flood =
    📥 Преписка { $number }: още { $count ->
        [one] 1 съобщение
       *[other] { $count } съобщения
    } от жителя. Всичко е запазено.
flood-show = 👁 Покажи следващите

## A day of rest, asked for by people at the desk.

desk-quiet = 🔕 Ден без известия
quiet-sure = 🔕 Преписка { $number }: един ден без известия за това, което този жител изпраща? Всичко се пази, а спешното идва веднага. Жителят също ще прочете това.
quiet-yes = 🔕 Да, един ден
quiet-no = ◀️ Назад
# $day: "петък, 27 ноември"; $time: "14:00".
quiet-begun = 🔕 Преписка { $number }: без известия до { $day }, { $time }. Каквото дойде, е в преписката и в /werk.
quiet-end = 🔔 Върни известията
quiet-left = Преписка { $number }: нищо не е променено.
quiet-ended = 🔔 Преписка { $number }: известията са върнати.
# To the resident.
quiet-told = 🤫 До { $day }, { $time } няма да четем веднага Вашите съобщения. Всичко се пази. Ако някой е в опасност, обадете се на 112, за полиция на 101.
quiet-over = 🔔 Отново четем съобщенията Ви както обикновено.
