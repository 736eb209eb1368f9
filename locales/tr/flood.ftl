### Somebody sends very much: nothing is lost, nobody is banned by a machine. Buttons: 25 characters at most.

flood-begins = 📥 Art arda çok mesaj gönderiyorsunuz. Hepsi saklanıyor. Biraz bekleyin, sonra yanıt veririm.
flood-kept = ✅ Hepsi saklandı.

# To staff, as a reply to the card. $number: the case's number as text.
case-flood =
    📥 Dosya { $number }: sakinden { $count ->
        [one] 1 mesaj
       *[other] { $count } mesaj
    } daha geldi. Hepsi saklandı.
flood-show = 👁 Sonrakileri göster

## A day of rest, asked for by people at the desk.

desk-quiet = 🔕 Bir gün sessiz
quiet-sure = 🔕 Dosya { $number }: bu sakinin gönderdikleri bir gün bildirilmesin mi? Hepsi saklanır, acil olan yine gelir. Sakin de bunu okur.
quiet-yes = 🔕 Evet, bir gün
quiet-no = ◀️ Geri
# $day: "27 Kasım Cuma"; $time: "14:00".
quiet-begun = 🔕 Dosya { $number }: { $day }, saat { $time } olana kadar sessiz. Gelenler dosyada ve /werk listesinde.
quiet-end = 🔔 Sessizliği bitir
quiet-left = Dosya { $number }: hiçbir şey değişmedi.
quiet-ended = 🔔 Dosya { $number }: sessizlik bitti.
# To the resident.
quiet-told = 🤫 Mesajlarınızı şu zamana kadar hemen okumuyoruz: { $day }, { $time }. Hepsi saklanır. Tehlikede olan varsa 112'yi, polis için 101'i arayın.
quiet-over = 🔔 Mesajlarınızı yine eskisi gibi okuyoruz.
