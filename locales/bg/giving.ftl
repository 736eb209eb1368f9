### A coordinator gives one case to a colleague. $number is a case's number as text. Buttons: 25 characters at most.

desk-give = 👥 На колега
give-which =
    { $count ->
        [0] 👥 Никой друг не може да получи преписка { $number }.
       *[other] 👥 На кого да е преписка { $number }?
    }
give-done = 👥 Готово. Преписка { $number } вече е на Ваш колега.
give-left = Нищо не е дадено.
