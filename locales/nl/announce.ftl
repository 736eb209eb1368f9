### /bericht: writing an announcement. Staff only, read in Dutch. $language is a language's own name.
### Buttons: 25 characters at most.

announce-audience = 📢 Voor wie is het bericht?
announce-wijk = 🏘 Wijk
announce-stadsdeel = 🗺 Stadsdeel
announce-everybody = 🌍 Iedereen
announce-which =
    { $kind ->
        [stadsdeel] 🗺 Welk stadsdeel?
       *[wijk] 🏘 Welke wijk?
    }
announce-previous = ⬅️ Vorige
announce-next = ➡️ Volgende
announce-topic = 📢 Waarover gaat het bericht?
announce-dutch =
    { $kind ->
        [everybody] 🌍 Iedereen
        [stadsdeel] 🗺 { $place }
       *[wijk] 🏘 { $place }
    }

    Schrijf het bericht in het Nederlands.
# For each other language.
announce-language = <b>{ $language }</b>: hoe wil je dit doen?
announce-own = ✍️ Zelf schrijven
announce-machine = 🤖 Automatisch vertalen
announce-without = ⏭ Zonder deze taal
announce-write = Schrijf het bericht nu in deze taal: <b>{ $language }</b>. Zeg niet meer en niet minder dan in het Nederlands.
announce-waiting = 🤖 <b>{ $language }</b>: de vertaling wordt gemaakt. Ze komt vanzelf.
announce-no-machine = 🤖 <b>{ $language }</b>: automatisch vertalen lukt nu niet.
# A draft by the machine; below it the facts that differ, if there are any.
announce-draft =
    🤖 <b>{ $language }</b>: voorstel. Lees het na, of laat iemand het nalezen.

    <blockquote>{ $words }</blockquote>
# What was written differs from the Dutch; below it come the facts.
announce-differs =
    ⚠️ <b>{ $language }</b>: dit is niet gelijk aan het Nederlands.

    <blockquote>{ $words }</blockquote>
announce-difference =
    ⚠️ { $what ->
        [dates] Datum
        [links] Link
        [personal] Telefoon of adres
       *[numbers] Cijfers
    }: Nederlands { $dutch } · hier { $other }
announce-right = ✅ Klopt
announce-with = ✅ { $language } is klaar.
announce-only-dutch = ⏭ Zonder { $language }: wie die taal leest, krijgt het Nederlands.
announce-back = ↩️ Terug
announce-stop = ✖️ Stop
# For whom and about what. $people is how many distinct people would get it.
announce-target =
    { $kind ->
        [everybody] 🌍 Iedereen die nieuws wil
        [stadsdeel] 🗺 { $place }
       *[wijk] 🏘 { $place }
    } · { $people ->
        [0] nog niemand volgt dit nieuws
        [one] 1 persoon
       *[other] { $people } personen
    }{ $topic ->
        [none] { "" }
       *[other] { "\u000A" }{ topic-name }
    }
# Below the samples of every language. $second: whether somebody else must approve it.
announce-preview =
    { announce-target }

    Zo ziet het bericht eruit. Versturen?{ $second ->
        [True] { "\u000A" }👥 Eerst keurt een collega het goed.
       *[False] { "" }
    }
announce-send = ✅ Verstuur nu
announce-plan = 🕒 Plan
announce-test = 🧪 Test naar mezelf
announce-change = ✏️ Verander
announce-who = 👥 Voor wie
announce-about = 🏷 Onderwerp
announce-what-changes = ✏️ Wat wil je veranderen?
announce-changed = Goed. Bekijk het bericht opnieuw.
announce-when = 🕒 Wanneer? Kies, of schrijf het: 25-11 10:00
announce-tonight = Vanavond 18:00
announce-tomorrow = Morgen 10:00
announce-held =
    ⏳ { $seconds ->
        [0] Het bericht vertrekt nu.
        [one] Het bericht vertrekt over 1 seconde. Tot dan kan je het stoppen.
       *[other] Het bericht vertrekt over { $seconds } seconden. Tot dan kan je het stoppen.
    }
announce-planned = 🕒 Gepland: { $day } om { $time }. Tot dan kan je het stoppen.
announce-left = ✖️ Gestopt. Er is niets verstuurd.
announce-called-back = ⏹ Gestopt. Er is niets verstuurd. Je kan het bericht nog veranderen.
# The bot was not running at the time.
announce-missed = ⚠️ Je bericht is niet op tijd vertrokken. Er is niets verstuurd. Kies opnieuw.
# Planned before the city wanted a second pair of eyes.
announce-unseen = ⚠️ Je bericht is niet verstuurd: een tweede persoon moet het nu eerst goedkeuren. Kies opnieuw.
