### An announcement as it is read, and how far it is. Buttons: 25 characters at most.

# Above every announcement, in Dutch for every reader. $sender is a role.
announcement-head =
    📢 <b>{ $sender ->
        [wijkmanager] { $Role }
       *[city] Община { $city }
    }</b>
announcement-place = <b>{ $place }</b>
announcement-words = { $words }
# Between the Dutch and the reader's own language.
announcement-mark = <i>Vertaling / Превод. Важи нидерландският текст.</i>

## Staff only: in the chat of who sends it.

announcement-pause = ⏸ Пауза
announcement-resume = ▶️ Продължи
announcement-stop = ⏹ Спри сега
announcement-progress =
    { $state ->
        [paused] ⏸ Съобщението чака.
        [stopped] ⏹ Съобщението е спряно.
        [ended] 📢 Съобщението замина.
       *[going] 📢 Съобщението заминава.
    }
    { $bar } { $done } от { $people }{ $held ->
        [0] { "" }
        [one] { "\u000A" }🌙 След тихите си часове ще го получи още 1 човек.
       *[other] { "\u000A" }🌙 След тихите си часове ще го получат още { $held } души.
    }
announcement-result =
    { $state ->
        [stopped] ⏹ Спряно.
       *[ended] ✅ Готово.
    } Получено: { $delivered }{ $unreachable ->
        [0] { "" }
       *[other] { "\u000A" }Недостижими: { $unreachable }
    }{ $failed ->
        [0] { "" }
       *[other] { "\u000A" }Неуспешно: { $failed }
    }{ $uncertain ->
        [0] { "" }
       *[other] { "\u000A" }Несигурно: { $uncertain }
    }{ $unsent ->
        [0] { "" }
       *[other] { "\u000A" }Неизпратени: { $unsent }
    }
# To coordinators and administrators: who planned it is not of the staff any more.
announcement-not-sent = ⚠️ Планирано съобщение не е изпратено. Който го е планирал, вече няма тази роля.
