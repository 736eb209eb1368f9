### ➕: a quick answer that staff write themselves. DATUM, PLAATS, DIENST and NUMMER stay Dutch in every language. Buttons: 25 characters at most.

quick-new = ➕ Nieuw voorstel
propose-ask = ⚡ Schrijf het antwoord in het Nederlands. Schrijf DATUM, PLAATS, DIENST of NUMMER waar je later iets kiest.
propose-label-ask = 🏷 Hoe heet de knop? Kort, zoals "Container vol".
# $label: the words on the button.
propose-preview = 👀 <b>⚡ { $label }</b>
propose-sent = ✅ Voorgesteld: ⚡ { $label }. Collega's vertalen het. Daarna kijkt de coördinator.
propose-stopped = ✖️ Gestopt. Er is niets voorgesteld.
# To contact workers. $languages: "Türkçe" or "Türkçe en Български"; "none" once it is written.
quick-asks =
    { $languages ->
        [none] ✅ Dit snelantwoord is vertaald.
       *[other] ⚡ Een collega stelt een snelantwoord voor. Schrijf het in: { $languages }.
    }
# $language: its own name.
quick-own = ✍️ { $language }
quick-write = ✍️ Schrijf dit in: { $language }. Laat woorden zoals DATUM zo staan.
quick-written = ✅ Bewaard. Dank je.
# To the coordinator, with every language below it.
quick-ready =
    { $state ->
        [missing] ⚡ <b>{ $label }</b>: nog niet in elke taal.
        [proposed] ⚡ <b>{ $label }</b>: mag dit een snelantwoord zijn?
        [approved] ✅ <b>{ $label }</b> staat bij de snelantwoorden.
        [refused] ✖️ <b>{ $label }</b> is niet goedgekeurd.
       *[removed] 🗑 <b>{ $label }</b> is geen snelantwoord meer.
    }
quick-language = <b>{ $language }</b>
# In the place of the words in that language.
quick-lacking = ⏳ { $language }: nog niet geschreven
quick-yes = ✅ Goedkeuren
quick-no = ✖️ Niet goed
quick-gone = 🗑 Haal weg
# To who proposed it.
quick-decided =
    { $state ->
        [approved] ✅ Je voorstel ⚡ { $label } staat nu bij de snelantwoorden.
        [removed] 🗑 Je snelantwoord ⚡ { $label } is weggehaald.
       *[refused] ✖️ Je voorstel ⚡ { $label } is niet goedgekeurd.
    }
