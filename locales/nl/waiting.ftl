### What waits for a coordinator. Staff only, read in Dutch. $who: "wijkmanager 3", $since: "27/11 21:40". Buttons: 25 characters at most.

waiting =
    { $count ->
        [0] ✅ Er wacht niets op jou.
       *[other] ⏳ <b>Wacht op jou: { $count }</b>
    }
waiting-place =
    { $kind ->
        [everybody] Iedereen
       *[other] { $place }
    }
waiting-announcement = 📢 <b>{ $place }</b> · { $who } · sinds { $since }
# $missing: the languages that nobody has written yet, or "none".
# $label: what the button of the quick answer is to say.
waiting-proposal =
    ⚡ <b>{ $label }</b> · { $who } · sinds { $since } · { $missing ->
        [none] klaar om te beslissen
       *[other] mist { $missing }
    }
overview-waiting = ⏳ Wacht op jou ({ $count })
