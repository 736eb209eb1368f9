### Putting two reports of one thing together, for staff. $number and $other are case numbers as text.
### Buttons: 25 characters at most.

desk-merge = 🔗 Обедини
merge-do = 🔗 Обедини
merge-stop = ✖️ Откажи
merge-part = ✂️ Раздели
merge-part-one = ✂️ Раздели { $number }
merge-leader = 📁 Към { $number }
merge-look = 🔗 <b>За едно и също ли са преписки { $number } и { $other }?</b>
# $place: the wijk and the street.
merge-side = <b>{ $number }</b> · { $about } · { $place }
merge-promise = Един отговор отива до всички, до всеки отделно. Никой не научава за другия. Винаги можете да ги разделите.
merge-done = 🔗 Обединени са. Продължете в преписка { $number }.
merge-left = Не са обединени.
merge-parted = ✂️ Досие { $number } отново е отделно.

## On the card. $numbers: "48271 и 51934".

card-twin-of = 🔗 Върви с преписка { $number }. Работете там.
card-twins = 🔗 Заедно с { $numbers }: един отговор отива до всички, до всеки отделно.
card-likely = 🔗 Прилича на { $numbers }: същото място, същата седмица.
# Below a preview: to how many residents it goes.
answer-to-twins = 🔗 Това отива до { $count } жители, до всеки отделно. Не пишете за другите.
