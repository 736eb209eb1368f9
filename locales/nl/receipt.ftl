### The receipt, and what a resident does from it. Buttons: 25 characters at most.

# $owner: "de wijkmanager van Waterschei-Noord"; $due: "vrijdag 27 november".
case-received = ✅ Ontvangen. Melding { $number }. Wie antwoordt: { $owner }. Ten laatste: { $due }.
# Of an idea; what happens with it follows, out of the city file.
case-received-idea = 💡 Dank je voor je idee. Nummer: { $number }. Wie het leest: { $owner }. Antwoord ten laatste: { $due }.
case-add = ➕ Iets toevoegen
case-again = 🔁 Het gebeurt weer
add-ask = Wat wil je toevoegen aan melding { $number }? Schrijf het, spreek het in of stuur een foto.
add-stopped = Er is niets toegevoegd.
# Something was tried with a report that its resident had taken back.
case-taken-back = ✖️ Melding { $number } is ingetrokken. Is er weer iets? Meld het opnieuw.
case-anew = 🆕 Meld opnieuw
case-talk = 🙋 Ik wil iemand spreken
# $due: "vrijdag 27 november".
talk-asked = 🙋 We vroegen dat iemand met je praat. Antwoord ten laatste: { $due }.
