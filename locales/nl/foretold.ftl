### An answer before it leaves, as the resident will read it. $code is a language's code, $own its name in the language itself.
### Buttons: 25 characters at most.

# Above the words in the resident's language.
foretold =
    { $state ->
        [machine] 🤖 Automatisch vertaald naar het { foretold-language }:
        [check] ⚠️ Automatisch vertaald naar het { foretold-language }, misschien fout. Het Nederlands gaat mee:
       *[person] ✍️ Zo vertaalde een collega het al naar het { foretold-language }:
    }
foretold-language =
    { $code ->
        [tr] Turks
        [bg] Bulgaars
       *[other] { $own }
    }
# While the machine is at it.
foretold-asked = 🌍 De vertaling naar het { foretold-language } wordt gemaakt. Verstuur je nu al, dan gaat het Nederlands eerst.
foretold-failed = 🌍 Automatisch vertalen naar het { foretold-language } lukt nu niet. Het Nederlands gaat meteen, de vertaling volgt.
foretold-ask-back = 🔁 Vertaal terug
foretold-back-asked = 🔁 Wordt terugvertaald …
foretold-back = 🔁 Terugvertaald naar het Nederlands:
# The same words were translated by people several times: to propose them as a quick answer.
foretold-propose = ⚡ Maak snelantwoord
