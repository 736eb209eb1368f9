### What waits for a coordinator. Staff only, read in Dutch. $who: "wijkmanager 3", $since: "27/11 21:40". Buttons: 25 characters at most.

waiting =
    { $count ->
        [0] ✅ Sizi bekleyen bir şey yok.
       *[other] ⏳ <b>Sizi bekleyen: { $count }</b>
    }
waiting-place =
    { $kind ->
        [everybody] Herkes
       *[other] { $place }
    }
waiting-announcement = 📢 <b>{ $place }</b> · { $who } · { $since } tarihinden beri
# $missing: the languages that nobody has written yet, or "none".
# $label: what the button of the quick answer is to say.
waiting-proposal =
    ⚡ <b>{ $label }</b> · { $who } · { $since } tarihinden beri · { $missing ->
        [none] karara hazır
       *[other] eksik: { $missing }
    }
overview-waiting = ⏳ Sizi bekleyen ({ $count })
