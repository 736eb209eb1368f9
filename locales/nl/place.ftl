### The second question: where is it? $place and $wijk are names, or the person's own words. Buttons: 25 characters at most.

place-ask = Waar is het? Kies hieronder, of typ een straat of wijk.
place-outside = Die plaats ligt niet in { $city }. Vraag het aan je eigen gemeente; bij gevaar bel je 112. Ligt het toch in { $city }, kies of typ dan de plaats.
# The same, of a question or an idea.
place-ask-wijk = Voor welke wijk is het? Kies hieronder, of typ een straat of wijk.
# $municipality lies beside the city; $number is its own, or that of the government, which knows whom to ask.
place-outside-at =
    { $whose ->
        [own] Die plaats ligt in of bij { $municipality }, niet in { $city }. Vraag het daar: { $number }; bij gevaar bel je 112.
       *[general] Die plaats ligt in of bij { $municipality }, niet in { $city }. Bel { $number } om te weten wie je helpt; bij gevaar bel je 112.
    } Ligt het toch in { $city }, kies of typ dan de plaats.
place-here = 📍 Ik ben er nu
# $button: the button that sends the location, below the text field.
place-here-how = Druk onderaan op "{ $button }". Of typ een straat.
place-choose = 🗺 Kies de wijk
# The place that the person's own words name; the wijk used last.
place-guess = 📍 { $place }
place-last = 🏘 { $wijk }
place-part-of = Welk deel van { $place } is het?
place-street =
    📍 { $place }
    In welke wijk is dat?
place-near = In welke wijk is het? Deze liggen het dichtst bij die plaats.
place-meant = Bedoel je dit?
place-unknown = "{ $place }" kennen we nog niet. Is dat de plaats?
place-unknown-yes = 📍 Ja, noteer het zo
place-as-typed = 📍 Noteer het zo
place-story = ➕ Nee, bij mijn tekst
place-list = Kies de wijk. Bladzijde { $page } van { $pages }.
place-previous = ⬆️ Vorige wijken
place-next = ⬇️ Meer wijken
