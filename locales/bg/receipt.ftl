### The receipt, and what a resident does from it.

# $owner: "de wijkmanager van Waterschei-Noord"; $due: "vrijdag 27 november".
case-received = ✅ Получено. № { $number }. Ще отговори: { $owner }. Най-късно: { $due }.
case-add = ➕ Добави
case-again = 🔁 Пак се случва
add-ask = Какво искате да добавите към № { $number }? Напишете, изпратете гласово съобщение или снимка.
add-stopped = Нищо не е добавено.
# $times: how often by now.
again-noted =
    🔁 Записано към № { $number }. { $times ->
        [one] Казахте го 1 път.
       *[other] Казахте го { $times } пъти.
    }
case-talk = 🙋 Искам да говоря с човек
talk-asked = 🙋 Помолихме някой да говори с Вас. Отговорът ще дойде тук.
