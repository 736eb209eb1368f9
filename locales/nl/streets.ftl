### Streets that staff place in a wijk. $street is a name, $wijk the name of a wijk; staff read this in Dutch.
### Buttons: 25 characters at most.

street-check =
    🛣 { $street }
    Ligt dit in { $wijk }? Daarna kent de lijn dit voor iedereen. Naam niet juist? Schrijf hem dan goed.
street-yes = ✅ Klopt
street-stopped = ✖️ Gestopt. Er is niets onthouden.
street-learned = ✅ Onthouden: { $street } ligt in { $wijk }.
street-undo = ↩️ Toch niet
street-removed = 🗑 Weg: { $street } hoort niet meer bij { $wijk }.
street-was-removed = 🗑 Deze straat is weg.
street-list =
    { $count ->
        [0] 🛣 Nog geen straten van collega's. Ze komen van de knop "🛣 Straat hoort hier" bij een dossier.
       *[other] 🛣 Straten van collega's: { $count }. Bladzijde { $page } van { $pages }. Druk op een straat om ze weg te doen.
    }
# /straten with a part of a name.
street-found =
    { $count ->
        [0] 🛣 Geen straat van collega's heet zo. Met alleen /straten zie je ze alle.
       *[other] 🛣 Gevonden: { $count }. Druk op een straat om ze weg te doen.
    }
street-one = { $street } · { $wijk }
street-remove-ask =
    🛣 { $street } · { $wijk }
    Moet de lijn dit vergeten?
street-remove = 🗑 Weg ermee
