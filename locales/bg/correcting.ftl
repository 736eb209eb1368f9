### ✏️: putting right an answer that has left. $number is a case's number as text, $until a time such as "14.20".

correct-write = ✏️ Напишете отговора си по преписка { $number } отново, целия. Може до { $until } часа. Жителят прочете това:
correct-preview = 👀 <b>Така ще го прочете жител { $alias }</b> (преписка { $number }), на мястото на първия Ви отговор
correct-sent = ✏️ Поправено по преписка { $number }. Жителят вижда, че е поправено.
correct-stopped = ✖️ Спряно. Отговорът Ви по преписка { $number } остава, както беше.
# The quarter of an hour is over.
correct-over = ⚠️ Поправката Ви по преписка { $number } не е изпратена: 15-те минути минаха. Напишете нов отговор.
