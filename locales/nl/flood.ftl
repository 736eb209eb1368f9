### Somebody sends very much: nothing is lost, nobody is banned by a machine. Buttons: 25 characters at most.

flood-begins = 📥 Je stuurt veel na elkaar. Alles wordt bewaard. Ik antwoord als je even wacht.
flood-kept = ✅ Alles is bewaard.

# To staff, as a reply to the card. $number: the case's number as text.
case-flood =
    📥 Dossier { $number }: { $count ->
        [one] 1 bericht van de bewoner
       *[other] { $count } berichten van de bewoner
    } erbij. Alles is bewaard.
flood-show = 👁 Toon de volgende

## A day of rest, asked for by people at the desk.

desk-quiet = 🔕 Dag rust
quiet-sure = 🔕 Dossier { $number }: een dag geen melding van wat deze bewoner stuurt? Alles blijft bewaard en dringend komt door. De bewoner leest dit ook.
quiet-yes = 🔕 Ja, een dag rust
quiet-no = ◀️ Terug
# $day: "vrijdag 27 november"; $time: "14:00".
quiet-begun = 🔕 Dossier { $number }: rust tot { $day }, { $time }. Wat binnenkomt, staat in het dossier en in /werk.
quiet-end = 🔔 Stop de rust
quiet-left = Dossier { $number }: er is niets veranderd.
quiet-ended = 🔔 Dossier { $number }: de rust is voorbij.
# To the resident.
quiet-told = 🤫 Tot { $day }, { $time } lezen we je berichten niet meteen. Alles blijft bewaard. Is iemand in gevaar? Bel 112, of de politie op 101.
quiet-over = 🔔 We lezen je berichten weer zoals anders.
