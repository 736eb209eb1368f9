### ✏️: putting right an answer that has left. $number is a case's number as text, $until a time such as "14.20".
### Buttons: 25 characters at most.

correct-bare = 🗑 Само текстът
# $what: an answer, why a case was closed, or an answer of which nothing is left.
correct-write =
    ✏️ { $what ->
        [reason] Напишете отново защо преписка { $number } е приключена, цялото. Може до { $until } часа. Жителят прочете това:
        [empty] От отговора Ви по преписка { $number } не остава нищо. Напишете какво да прочете жителят. Може до { $until } часа.
       *[answer] Напишете отговора си по преписка { $number } отново, целия, или изпратете вярната снимка. Може до { $until } часа. Жителят получи това:
    }
correct-preview =
    👀 <b>Така ще го прочете жител { $alias }</b> (преписка { $number }), на мястото на { $what ->
        [reason] предишното обяснение
       *[answer] първия Ви отговор
    }
correct-sent = ✏️ Поправено по преписка { $number }. Жителят вижда, че е поправено.
correct-stopped = ✖️ Спряно. Отговорът Ви по преписка { $number } остава, както беше.
# The quarter of an hour is over.
correct-over =
    ⚠️ Поправката Ви по преписка { $number } не е изпратена: 15-те минути минаха.{ $is_open ->
        [True] { " " }Напишете нов отговор.
       *[False] { "" }
    }
