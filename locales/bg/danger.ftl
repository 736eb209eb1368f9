### The card of danger. The numbers and what they are for stand in the city file. Buttons: 25 characters at most.

danger = 🆘 Някой в опасност ли е сега? Обадете се на 112. Ако веднага трябва полиция: 101. Не четем това веднага.
danger-gas = Първо излезте навън. После се обадете.
danger-number = ☎️ { $number }: { $what }
danger-now = ⏱ Сега ли става? Да
danger-not-now = Не
# $sent: yes when it belongs to a case, no while it is not sent.
danger-urgent =
    { $sent ->
        [yes] ⏱ Поставихме това най-отгоре.
       *[no] ⏱ Това ще е най-отгоре, щом го изпратите.
    }
