### Help.

help-residents =
    📣 <b>Probleem melden</b>: schrijf, spreek in of stuur een foto
    ❓ <b>Vraag stellen</b>: ook een idee kan
    📋 <b>Mijn meldingen</b>: hoe het ermee staat
    📰 <b>Wijknieuws</b>: krijgen of stoppen
    👤 <b>{ $Role }</b>: wie en waar
    ⚙️ <b>Taal, gegevens</b>: kiezen, zien, wissen
# Staff. $member is a role.
help-cards =
    { $member ->
        [contact-worker] 👋 Wat vertaald moet worden, komt hier: antwoord op dat bericht met de vertaling. Met /namens meld je voor iemand.
        [team-member] 👋 Hier lees je waar iemand moet gaan kijken. Met /werk zie je wat in je wijk open is.
        [partner] 👋 Wat de stad aan jullie doorgeeft, komt hier. Antwoord met een knop, of antwoord op het bericht.
       *[other] 👋 Nieuwe meldingen komen hier. Antwoord met een knop, of antwoord op een bericht van het dossier.
    }
