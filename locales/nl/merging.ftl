### Putting two reports of one thing together, for staff. $number and $other are case numbers as text.
### Buttons: 25 characters at most.

desk-merge = 🔗 Samenvoegen
merge-do = 🔗 Samenvoegen
merge-stop = ✖️ Stop
merge-part = ✂️ Losmaken
merge-part-one = ✂️ { $number } losmaken
merge-leader = 📁 Naar { $number }
merge-look = 🔗 <b>Gaan dossier { $number } en { $other } over hetzelfde?</b>
# $place: the wijk and the street.
merge-side = <b>{ $number }</b> · { $about } · { $place }
merge-promise = Eén antwoord gaat dan naar allen, elk apart. Niemand hoort van de ander. Losmaken kan altijd.
merge-done = 🔗 Samengevoegd. Werk verder in dossier { $number }.
merge-left = Niet samengevoegd.
merge-parted = ✂️ Dossier { $number } staat weer apart.

## On the card. $numbers: "48271 en 51934".

card-twin-of = 🔗 Hoort bij dossier { $number }. Werk daar verder.
card-twins = 🔗 Samen met { $numbers }: één antwoord gaat naar allen, elk apart.
card-likely = 🔗 Lijkt op { $numbers }: zelfde plek, zelfde week.
# Below a preview: to how many residents it goes.
answer-to-twins = 🔗 Dit gaat naar { $count } bewoners, elk apart. Schrijf niets over de anderen.
