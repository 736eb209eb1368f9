### Language and data: what we keep, all of it shown. Buttons: 25 characters at most.

privacy = 🔒 We bewaren het nummer van deze chat, je taal, je wijken en wat je ons stuurt. Je naam, telefoonnummer en profielfoto bewaren we niet. Je kunt alles zien en wissen.
privacy-language = 🌍 Kies je taal
privacy-show = 📄 Toon mijn gegevens
privacy-erase = 🧹 Wis mijn gegevens

## What we keep of somebody, for that person alone.

my-data = 📄 <b>Wat we van je bewaren</b>
my-data-chat = 💬 Het nummer van deze chat
# $name is the language in itself: "Türkçe".
my-data-language = 🌍 Taal: { $name }
# Where the city forgets languages.
my-data-language-session = 🌍 Taal: { $name } (vergeten na 24 uur stilte)
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

## The same as a file. The second text stands in the file itself, before the data.

my-data-file = 📎 Hetzelfde als bestand, om te bewaren of mee te nemen.
my-data-file-about = Alles wat Wijklijn van je bewaart, voor jou alleen. Interne notities van medewerkers en namen van anderen staan er niet in. Foto's en geluid staan in je Telegram; hier staat alleen welke soort het is.
