### An announcement as it is read, and how far it is. Buttons: 25 characters at most.

# Above every announcement, in Dutch for every reader. $sender is a role.
announcement-head =
    📢 <b>{ $sender ->
        [wijkmanager] { $Role }
       *[city] Stad { $city }
    }</b>
announcement-place = <b>{ $place }</b>
announcement-words = { $words }
# Between the Dutch and the reader's own language.
announcement-mark = <i>Vertaling. De Nederlandse tekst telt.</i>

## Staff only: in the chat of who sends it.

announcement-pause = ⏸ Pauze
announcement-resume = ▶️ Verder
announcement-stop = ⏹ Stop nu
announcement-progress =
    { $state ->
        [paused] ⏸ Het bericht wacht.
        [stopped] ⏹ Het bericht is gestopt.
        [ended] 📢 Het bericht is vertrokken.
       *[going] 📢 Het bericht vertrekt.
    }
    { $bar } { $done } van { $people }{ $held ->
        [0] { "" }
        [one] { "\u000A" }🌙 Na de stille uren krijgt nog 1 mens het bericht.
       *[other] { "\u000A" }🌙 Na hun stille uren krijgen nog { $held } mensen het bericht.
    }
announcement-result =
    { $state ->
        [stopped] ⏹ Gestopt.
       *[ended] ✅ Klaar.
    } Aangekomen: { $delivered }{ $unreachable ->
        [0] { "" }
       *[other] { "\u000A" }Niet bereikbaar: { $unreachable }
    }{ $failed ->
        [0] { "" }
       *[other] { "\u000A" }Mislukt: { $failed }
    }{ $uncertain ->
        [0] { "" }
       *[other] { "\u000A" }Onzeker: { $uncertain }
    }{ $unsent ->
        [0] { "" }
       *[other] { "\u000A" }Niet verstuurd: { $unsent }
    }
# To coordinators and administrators: who planned it is not of the staff any more.
announcement-not-sent = ⚠️ Een gepland bericht is niet verstuurd. Wie het plande, heeft daar geen rol meer voor.
