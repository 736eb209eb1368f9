### Language and data: what we keep, all of it shown, all of it erased. Buttons: 25 characters at most.

privacy = 🔒 We bewaren het nummer van deze chat, je taal, je wijken en wat je ons stuurt. Je naam, telefoonnummer en profielfoto bewaren we niet. Je kunt alles zien en wissen.
privacy-language = 🌍 Kies je taal
privacy-show = 📄 Toon mijn gegevens
privacy-erase = 🧹 Wis mijn gegevens

## What we keep of somebody, for that person alone.

my-data = 📄 <b>Wat we van je bewaren</b>
my-data-chat = 💬 Het nummer van deze chat
# $name is the language in itself: "Türkçe".
my-data-language = 🌍 Taal: { $name }
my-data-news = 📰 Wijknieuws: { $wijken }
my-data-no-news = 📰 Geen wijknieuws
my-data-wijk = 📍 Laatste wijk: { $wijk }
# Something is half made.
my-data-draft = ✏️ Iets dat je nog niet hebt verstuurd
my-data-no-cases = 📋 Je hebt ons nog niets gestuurd.
my-data-case = <b>{ $number }</b> { $subject }
# Day and month have two digits.
my-data-day = 🗓 { $day }/{ $month }/{ $year }
my-data-status =
    { $status ->
        [in-hand] in handen van een medewerker
        [passed-on] doorgegeven
        [handled] afgesloten
        [reopened] weer open
        [withdrawn] ingetrokken
       *[received] ontvangen
    }
my-data-more = ⬇️ Meer

## Erasing.

# $open: how many reports still wait for an answer.
erase-ask =
    🧹 Alles wissen? Wat je stuurde, je taal en je wijken gaan weg. Niemand kan het terughalen.{ $open ->
        [0] {""}
       *[other] { " " }Je open meldingen stoppen dan.
    }
erase-yes = 🧹 Ja, wis alles
# The last message. $stays: staff hold photos or sound older than two days, which Telegram does not let us delete any more.
erased =
    ✅ Alles is gewist. Om te tellen blijven alleen nummer, wijk, onderwerp en datum van je meldingen. { $stays ->
        [1] Foto's en geluid ouder dan 2 dagen blijven bij medewerkers staan, zonder je naam.
       *[0] Deze chat op je telefoon wis je zelf in Telegram.
    }
# Staff: stands in the place of what they held.
content-erased = 🧹 Gewist door de bewoner.
