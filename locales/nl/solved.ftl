### What the resident says of a handled case. The question and its buttons stand in answered.ftl.
### Buttons: 25 characters at most.

solved-thanks = 🙏 Dank je. Goed dat melding { $number } opgelost is.
# Asked after "partly"; the answer goes to who has the case.
solved-missing = Wat is nog niet in orde? Schrijf het, spreek het in of stuur een foto.
solved-no-words = ⏭ Zonder uitleg
solved-stopped = Melding { $number } blijft afgesloten.
# $said: partly or no. $due: "vrijdag 27 november".
solved-reopened =
    🔄 Melding { $number } is weer open. { $said ->
        [partly] We kijken naar wat nog niet in orde is.
       *[no] We bekijken het met voorrang.
    } Ten laatste: { $due }.
# After the second time.
solved-talk = 🔄 Melding { $number } is weer open, en de coördinator ziet het ook. Antwoord ten laatste: { $due }. Wil je erover praten?

## Nobody is pressed to answer: asked once more after a week, closed after two. The question follows.

# $day: the last day on which an answer is awaited.
solved-ask-again = 🏁 Melding { $number } is afgesloten, maar je zei nog niet of het opgelost is. Laatste dag: { $day }.
solved-settle = 📁 We hoorden niets van je. Melding { $number } is nu gesloten, maar je kan ze altijd weer openen.

## Of an idea; the question follows the first one.

idea-ask-again = 💡 Je idee { $number } is bekeken. Je zei nog niet of je tevreden bent. Laatste dag: { $day }.
idea-thanks = 🙏 Dank je. Goed dat je tevreden bent over idee { $number }.
