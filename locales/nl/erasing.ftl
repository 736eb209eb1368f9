### Erasing everything, or one report. Buttons: 25 characters at most.

# $open: how many reports still wait for an answer.
erase-ask =
    🧹 Alles wissen? Wat je stuurde, je taal en je wijken gaan weg. Niemand kan het terughalen.{ $open ->
        [0] {""}
       *[other] { " " }Je open meldingen stoppen dan.
    }
erase-yes = 🧹 Ja, wis alles
erase-one = 📋 Eén melding wissen
erase-what-stays = ℹ️ Wat blijft er?
erase-which = 📋 Welke melding wil je wissen?
erase-none = 📋 Je hebt geen meldingen om te wissen.
# $open is 1 when nobody has closed it yet.
erase-case-ask =
    🧹 Melding { $number } ({ $subject }) wissen? Niemand kan ze terughalen.{ $open ->
        [0] {""}
       *[other] { " " }Wij werken er dan niet meer aan.
    }
erase-case-yes = 🧹 Ja, wis deze

## Afterwards. $stays: staff hold photos or sound older than two days, which Telegram does not let us delete any more.

erased =
    ✅ Alles is gewist. { $stays ->
        [1] Foto's en geluid ouder dan 2 dagen blijven bij medewerkers staan, zonder je naam.
       *[0] Ook bij de medewerkers.
    }
erased-case =
    ✅ Melding { $number } is gewist. { $stays ->
        [1] Foto's en geluid ouder dan 2 dagen blijven bij medewerkers staan, zonder je naam.
       *[0] Ook bij de medewerkers.
    }
# $days: how long copies of the database are kept.
erased-stays = ℹ️ Om te tellen blijven nummer, wijk, onderwerp, datum en wat medewerkers deden, zonder je woorden. Reservekopieën verdwijnen binnen { $days } dagen. Wat in deze chat staat, bewaart Telegram: wis het ook op je telefoon.
# Staff: stands in the place of what they held.
content-erased = 🧹 Gewist: de inhoud is er niet meer.
