### Loose messages while cases are open.

which-case = Bij welke melding hoort dit?
which-new = 🆕 Iets nieuws
which-chosen = 👉 Melding { $number }
