### Loose messages while cases are open. Buttons: 25 characters at most.

# $count: how many messages wait for the answer.
which-case =
    { $count ->
        [one] Bij welke melding hoort dit?
       *[other] Bij welke melding horen deze { $count } berichten?
    }
which-new = 🆕 Iets nieuws
which-chosen = 👉 Melding { $number }
