### The night's look at every open case. $mended: how many had nobody who is there, and were put right; $left: how many still have nobody.

night-check =
    🌙 Нощна проверка. { $mended ->
        [0] { "" }
        [one] 1 отворена преписка беше без отговорник или без следен ден; поправено е. { "" }
       *[other] { $mended } отворени преписки бяха без отговорник или без следен ден; поправено е. { "" }
    }{ $left ->
        [0] { "" }
        [one] За 1 преписка все още няма никого.
       *[other] За { $left } преписки все още няма никого.
    }
