### The night's look at every open case. $mended: how many had nobody who is there, and were put right; $left: how many still have nobody.

night-check =
    🌙 Nachtcontrole. { $mended ->
        [0] { "" }
        [one] 1 open dossier had niemand die er is, of geen bewaakte dag: dat is hersteld. { "" }
       *[other] { $mended } open dossiers hadden niemand die er is, of geen bewaakte dag: dat is hersteld. { "" }
    }{ $left ->
        [0] { "" }
        [one] Voor 1 dossier is er nog altijd niemand.
       *[other] Voor { $left } dossiers is er nog altijd niemand.
    }
