### The night's look at every open case. $mended: how many had nobody who is there, and were put right; $left: how many still have nobody.

night-check =
    🌙 Gece kontrolü. { $mended ->
        [0] { "" }
        [one] 1 açık dosyanın görevde olan sorumlusu veya izlenen günü yoktu; düzeltildi. { "" }
       *[other] { $mended } açık dosyanın görevde olan sorumlusu veya izlenen günü yoktu; düzeltildi. { "" }
    }{ $left ->
        [0] { "" }
        [one] 1 dosyanın hâlâ sorumlusu yok.
       *[other] { $left } dosyanın hâlâ sorumlusu yok.
    }
