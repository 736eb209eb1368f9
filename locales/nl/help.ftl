### Help.

help-residents =
    📣 <b>Probleem melden</b>: schrijf, spreek in of stuur een foto
    ❓ <b>Vraag stellen</b>: ook een idee kan
    📋 <b>Mijn meldingen</b>: hoe het ermee staat
    📰 <b>Wijknieuws</b>: krijgen of stoppen
    👤 <b>{ $Role }</b>: wie en waar
    ⚙️ <b>Taal, gegevens</b>: kiezen, zien, wissen
# Staff.
help-cards = 👋 Nieuwe meldingen komen hier. Antwoord met een knop, of antwoord op een bericht van het dossier.
