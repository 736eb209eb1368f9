### Putting two reports of one thing together, for staff. $number and $other are case numbers as text.
### Buttons: 25 characters at most.

desk-merge = 🔗 Birleştir
merge-do = 🔗 Birleştir
merge-stop = ✖️ Vazgeç
merge-part = ✂️ Ayır
merge-part-one = ✂️ Ayır: { $number }
merge-leader = 📁 Aç: { $number }
merge-look = 🔗 <b>Dosya { $number } ve { $other } aynı konuda mı?</b>
# $place: the wijk and the street.
merge-side = <b>{ $number }</b> · { $about } · { $place }
merge-promise = Tek yanıt herkese ayrı ayrı gider. Kimse ötekini bilmez. İstediğinizde ayırabilirsiniz.
merge-done = 🔗 Birleştirildi. Şu dosyada çalışın: { $number }.
merge-left = Birleştirilmedi.
merge-parted = ✂️ Dosya { $number } yine ayrı.

## On the card. $numbers: "48271 ve 51934".

card-twin-of = 🔗 Birlikte olduğu dosya: { $number }. Orada çalışın.
card-twins = 🔗 Birlikte: { $numbers }. Tek yanıt herkese ayrı ayrı gider.
card-likely = 🔗 Benziyor: { $numbers }. Aynı yer, aynı hafta.
# Below a preview: to how many residents it goes.
answer-to-twins = 🔗 Bu { $count } kişiye ayrı ayrı gider. Ötekilerden söz etmeyin.
