### What waits for a coordinator. Staff only, read in Dutch. $who: "wijkmanager 3", $since: "27/11 21:40". Buttons: 25 characters at most.

waiting =
    { $count ->
        [0] ✅ Нищо не Ви чака.
       *[other] ⏳ <b>Чакат Ви: { $count }</b>
    }
waiting-place =
    { $kind ->
        [everybody] Всички
       *[other] { $place }
    }
waiting-announcement = 📢 <b>{ $place }</b> · { $who } · от { $since }
# $missing: the languages that nobody has written yet, or "none".
# $label: what the button of the quick answer is to say.
waiting-proposal =
    ⚡ <b>{ $label }</b> · { $who } · от { $since } · { $missing ->
        [none] готово за решение
       *[other] липсва { $missing }
    }
overview-waiting = ⏳ Чакат Ви ({ $count })
