### What the screens of a draft share. Buttons: 25 characters at most.

draft-back = ◀️ Geri
draft-stop = ✖️ Vazgeç
draft-skip = 🤷 Bilmiyorum
draft-go-on = ▶️ Devam et
draft-anew = 🆕 Yeniden başla
# Above the question that is still open, when more came meanwhile.
draft-added = ➕ Eklendi.
# The same when hours have passed; the button drops what was begun, and reports only what came now.
draft-added-later = ➕ Daha önce başladığınıza eklendi. O henüz gönderilmemişti.
draft-only-this = 🆕 Yalnızca sonuncusu
# Something was begun before and not sent. $kind: signal, question or idea.
draft-waits =
    { $kind ->
        [question] Sorunuz henüz gönderilmedi.
        [idea] Fikriniz henüz gönderilmedi.
       *[signal] Mesajınız henüz gönderilmedi.
    } Devam etmek ister misiniz?
# The keyboard with the location button made way for the menu.
draft-menu-back = 👇 Menü yine aşağıda.
# The same for staff, who have no menu.
draft-keyboard-gone = 👇 Buradan devam ediyoruz.
