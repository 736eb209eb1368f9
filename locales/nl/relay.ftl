### Translations by people: the contact worker's side. Staff read Dutch. $source and $into are names of languages.
### Buttons: 25 characters at most.

# To a contact worker who speaks the language. $author tells who speaks: a resident or the city.
translation-request =
    🌐 <b>Vertaling gevraagd</b> · { $number }
    { $source } → { $into } · { $author ->
        [staff] antwoord van de { $role }
       *[resident] bericht van een bewoner
    }

    <blockquote>{ $words }</blockquote>
    Antwoord op dit bericht met de vertaling. Ze gaat meteen door.
# The words of a sensitive case come only when asked for.
translation-request-sensitive =
    🌐 <b>Vertaling gevraagd</b> · { $number }
    { $source } → { $into } · { $author ->
        [staff] antwoord van de { $role }
       *[resident] bericht van een bewoner
    }

    🔒 Gevoelig. Toon het alleen waar niemand meeleest.
# In the place of the request, once it is done.
translation-request-done =
    ✅ <b>Vertaald</b> { $mine ->
        [True] door jou
       *[False] door een collega
    } · { $number }
    { $source } → { $into }
translation-shown =
    🌐 <b>{ $number }</b> · { $source } → { $into }

    <blockquote>{ $words }</blockquote>
    Schrijf nu de vertaling. Ze gaat meteen door.
# In the place of the words when there is only sound.
translation-spoken = 🎤 Gesproken bericht. Luister en schrijf wat er gezegd wordt.
# What a machine wrote down of it. $words: that.
translation-heard = 🎤 Automatisch uitgeschreven, luister ook: { $words }
# To coordinators, when nobody who speaks the language can be asked.
translation-nobody = ⚠️ Bij { $number } wacht een vertaling ({ $language }). Geen contactmedewerker kan ze nu maken.
relay-write = ✍️ Vertalen
relay-show = 👁 Toon
relay-stop = ✖️ Stop
# /vertalen. $count is how many wait; the buttons below show the first ten.
relay-waiting =
    { $count ->
        [0] ✅ Er wacht geen vertaling op jou.
        [one] 🌐 Er wacht één vertaling.
       *[other] 🌐 Er wachten { $count } vertalingen.
    }
relay-done = ✅ De vertaling bij { $number } is verstuurd. Dank je.
relay-stopped = Goed. De vertaling blijft wachten.
# A contact worker replied to something that asks for no translation.
relay-which = Hier wordt geen vertaling gevraagd. Antwoord op een vraag om te vertalen, of kies met /vertalen.
# To a contact worker who joins while translations wait.
relay-welcome =
    { $count ->
        [one] 🌐 Er wacht één vertaling. Bekijk ze met /vertalen.
       *[other] 🌐 Er wachten { $count } vertalingen. Bekijk ze met /vertalen.
    }

## What a machine translated, and somebody should look at.

# $words is what was said, $made what the machine made of it.
translation-check =
    🔎 <b>Vertaling nakijken</b> · { $number }
    { $source } → { $into } · { $author ->
        [staff] antwoord van de { $role }
       *[resident] bericht van een bewoner
    }

    <blockquote>{ $words }</blockquote>
    🤖 Automatisch vertaald, misschien fout:
    <blockquote>{ $made }</blockquote>
    Klopt het? Zo niet: antwoord op dit bericht met de juiste vertaling.
translation-check-sensitive =
    🔎 <b>Vertaling nakijken</b> · { $number }
    { $source } → { $into } · { $author ->
        [staff] antwoord van de { $role }
       *[resident] bericht van een bewoner
    }

    🔒 Gevoelig. Toon het alleen waar niemand meeleest.
translation-check-done =
    ✅ <b>Nagekeken</b> { $mine ->
        [True] door jou
       *[False] door een collega
    } · { $number }
    { $source } → { $into }
translation-shown-check =
    🔎 <b>{ $number }</b> · { $source } → { $into }

    <blockquote>{ $words }</blockquote>
    🤖 Automatisch vertaald, misschien fout:
    <blockquote>{ $made }</blockquote>
    Klopt het? Zo niet: schrijf nu de juiste vertaling.
relay-right = ✅ Klopt
relay-better = ✏️ Verbeteren
relay-corrected = ✏️ De vertaling bij { $number } is verbeterd, ook waar ze al gelezen was. Dank je.
relay-confirmed = ✅ De vertaling bij { $number } staat nu als nagekeken. Dank je.
