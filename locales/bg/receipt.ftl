### The receipt, and what a resident does from it. Buttons: 25 characters at most.

# $owner: "de wijkmanager van Waterschei-Noord"; $due: "vrijdag 27 november".
case-received = ✅ Получено. № { $number }. Ще отговори: { $owner }. Най-късно: { $due }.
# Of an idea; what happens with it follows, out of the city file.
case-received-idea = 💡 Благодарим за идеята. Номер: { $number }. Ще я прочете: { $owner }. Отговор най-късно: { $due }.
case-add = ➕ Добави
case-again = 🔁 Пак се случва
add-ask = Какво искате да добавите към № { $number }? Напишете, изпратете гласово съобщение или снимка.
add-stopped = Нищо не е добавено.
# Something was tried with a report that its resident had taken back.
case-taken-back = ✖️ Съобщение № { $number } е оттеглено. Пак ли има проблем? Съобщете отново.
case-anew = 🆕 Съобщи отново
case-talk = 🙋 Искам да говоря с човек
# $due: "vrijdag 27 november".
talk-asked = 🙋 Помолихме някой да говори с Вас. Отговор най-късно: { $due }.
