### 👀 Ga kijken: the desk asks the team of a wijk to look. $number is the case's number as text.
### Buttons: 25 characters at most.

desk-errand = 👀 Ga kijken
errand-what = 👀 Waar moet het team op letten bij dossier { $number }? Schrijf het kort. De bewoner leest dit niet.
errand-is-asked = 👀 Gevraagd aan het team van de wijk (dossier { $number }). Je leest hier wat ze zien.
errand-drop = ✖️ Niet meer nodig
errand-is-dropped = ✖️ Niemand gaat nog kijken bij dossier { $number }.
# To the team. $about: the category with its pictogram; $place: may be "none".
errand =
    👀 <b>Ga kijken</b> · { $number } · { $about }{ $place ->
        [none] { "" }
       *[other] { "\u000A" }📍 { $place }
    }
errand-state =
    { $state ->
        [open] ⏳ Nog niemand gaat kijken
        [mine] ✋ Jij gaat kijken. Antwoord hier met een foto of met woorden.
        [taken] ✋ Een collega (teamlid) gaat kijken
        [done] ✅ Er is gekeken
       *[dropped] ✖️ Niet meer nodig
    }
errand-take = ✋ Ik ga kijken
errand-look-now = 📷 Dit zag ik
errand-give-back = ↩️ Toch niet
errand-look = 📷 Wat zie je bij { $number }? Stuur een foto of schrijf het. Alleen wie het dossier heeft, leest dit.
errand-preview = 📷 <b>Bij { $number }, voor wie het dossier heeft:</b>
errand-preview-more = Stuur meer, of verstuur dit.
errand-send = ✅ Verstuur
errand-sent = ✅ Verstuurd naar wie dossier { $number } heeft. Bedankt.
errand-stopped = ✖️ Gestopt. Er is niets verstuurd.
# To the desk, below the card.
errand-seen = 👀 <b>Er is gekeken bij { $number }.</b> De bewoner kreeg hier niets van.
# $taken: whether somebody said to go.
errand-unseen =
    👀 Dossier { $number }: { $taken ->
        [True] een teamlid ging kijken, maar liet nog niets weten.
       *[False] nog niemand van het team ging kijken.
    }
errand-not-yours = 👀 Dit is niet meer voor jou.
# To a team member who sends something that belongs to nothing.
errand-none = Dit past nergens bij. Kies eerst "Ik ga kijken", of kijk met /werk.
# On the card. $state: open, taken, done.
card-errand =
    👀 { $state ->
        [open] Team gevraagd om te kijken
        [taken] Een teamlid gaat kijken
       *[done] Er is gekeken
    }
