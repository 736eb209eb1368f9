### A report, question or idea: what happened, the summary, sending, changing, leaving it. Buttons: 25 characters at most.

# $kind: signal or idea (a question has a screen of its own).
draft-ask =
    { $kind ->
        [idea] Wat is je idee voor de wijk?
       *[signal] Wat is er gebeurd?
    } Schrijf het, spreek het in of stuur een foto.
draft-ask-more = Stuur nog iets, of ga verder.
draft-rewrite = Stuur het opnieuw. Wat je eerder stuurde, vervalt.
draft-kept = Dit blijft 24 uur wachten. Schrijf gewoon verder wanneer je wilt.
draft-stopped = ✖️ Gestopt. Er is niets verstuurd.
