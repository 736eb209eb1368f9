### ✏️: putting right an answer that has left. $number is a case's number as text, $until a time such as "14.20".

correct-write = ✏️ Schrijf je antwoord op dossier { $number } opnieuw, helemaal. Dat kan tot { $until } uur. Dit las de bewoner:
correct-preview = 👀 <b>Zo leest bewoner { $alias } het</b> (dossier { $number }), in de plaats van je eerste antwoord
correct-sent = ✏️ Verbeterd bij dossier { $number }. De bewoner leest dat het verbeterd is.
correct-stopped = ✖️ Gestopt. Je antwoord op dossier { $number } blijft zoals het was.
# The quarter of an hour is over.
correct-over = ⚠️ Je verbetering bij dossier { $number } is niet verstuurd: de 15 minuten zijn voorbij. Schrijf een nieuw antwoord.
