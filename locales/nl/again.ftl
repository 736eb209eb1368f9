### It is happening again: noted, moved to another moment, taken back; and what the desk is told of it.
### Buttons: 25 characters at most.

# $times: how often by now. $when: "vrijdag 27 november om 21.40 uur". $over: the report was closed before.
again-noted =
    🔁 Genoteerd bij melding { $number }: { $when }. { $times ->
        [one] Dat is de eerste keer.
       *[other] Dat is al { $times } keer.
    }{ $over ->
        [True] { " " }Deze melding was afgesloten. Moet ze weer open?
       *[False] { "" }
    }
again-undone =
    ↩️ Weggehaald bij melding { $number }. { $times ->
        [0] Er staat niets meer.
        [one] Er blijft 1 keer over.
       *[other] Er blijven { $times } keren over.
    }
again-reopen = 🔄 Ja, open weer
again-other = 🕒 Ander moment
again-undo = ↩️ Was een vergissing
again-when = Wanneer was het?
again-now = ⏱ Nu
again-today = Vandaag, eerder
again-yesterday = Gisteren
again-other-day = 🗓 Andere dag
again-which-day = Op welke dag was het?
again-which-part = Wanneer op de dag was het?
again-morning = 🌅 ’s Ochtends
again-afternoon = ☀️ ’s Middags
again-evening = 🌆 ’s Avonds
again-night = 🌙 ’s Nachts
# The night between yesterday and today.
again-last-night = 🌙 Vannacht

## Staff only.

notice-again =
    🔁 Weer gebeurd, dossier { $number }: { $when }. { $count ->
        [one] Dat is de eerste keer.
       *[other] Dat is al { $count } keer.
    }
notice-again-undone = ↩️ Dossier { $number }: toch niet. De bewoner haalde dit weg ({ $when }).
