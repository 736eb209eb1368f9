### ✏️: putting right an answer that has left. $number is a case's number as text, $until a time such as "14.20".
### Buttons: 25 characters at most.

correct-bare = 🗑 Alleen de tekst
# $what: an answer, why a case was closed, or an answer of which nothing is left.
correct-write =
    ✏️ { $what ->
        [reason] Schrijf opnieuw waarom dossier { $number } is afgesloten, helemaal. Dat kan tot { $until } uur. Dit las de bewoner:
        [empty] Er blijft niets over van je antwoord op dossier { $number }. Schrijf wat de bewoner in de plaats leest. Dat kan tot { $until } uur.
       *[answer] Schrijf je antwoord op dossier { $number } opnieuw, helemaal, of stuur de juiste foto. Dat kan tot { $until } uur. Dit kreeg de bewoner:
    }
correct-preview =
    👀 <b>Zo leest bewoner { $alias } het</b> (dossier { $number }), in de plaats van { $what ->
        [reason] wat er stond
       *[answer] je eerste antwoord
    }
correct-sent = ✏️ Verbeterd bij dossier { $number }. De bewoner leest dat het verbeterd is.
correct-stopped = ✖️ Gestopt. Je antwoord op dossier { $number } blijft zoals het was.
# The quarter of an hour is over.
correct-over =
    ⚠️ Je verbetering bij dossier { $number } is niet verstuurd: de 15 minuten zijn voorbij.{ $is_open ->
        [True] { " " }Schrijf een nieuw antwoord.
       *[False] { "" }
    }
