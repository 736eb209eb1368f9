### For people of a partner: a case that was passed on to them. $number is the case's number as text.
### Buttons: 25 characters at most.

partner-answer = 💬 Отговори
partner-done = ✅ Готово
partner-stop = ✖️ Откажи
partner-without = ⏭ Без текст
partner-asked = 📨 <b>Досие { $number }: община { $city } иска Вашата помощ.</b>
partner-over = 📁 Досие { $number }: вече не е нужно. Благодарим.
partner-is-done = ✅ Досие { $number }: готово. Благодарим.
partner-write = Досие { $number }: напишете отговора си. Чете го само общината.
partner-write-done = Досие { $number }: какво направихте? Напишете кратко.
partner-kept =
    ✅ Отговорът Ви е записан към преписка { $number }. { $done ->
        [True] За Вас е приключено.
       *[False] Можете да отговорите и по-късно.
    }
partner-stopped = Нищо не е изпратено.
# The list of what waits.
partner-list =
    { $count ->
        [0] Нищо не Ви чака.
        [one] Чака Ви 1 преписка. Натиснете я, за да отговорите.
       *[other] Чакат Ви { $count } преписки. Натиснете една, за да отговорите.
    }
