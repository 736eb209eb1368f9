### A report, question or idea: what happened, the summary, sending, changing, leaving it. Buttons: 25 characters at most.

# $kind: signal or idea (a question has a screen of its own).
draft-ask =
    { $kind ->
        [idea] Mahalle için fikriniz nedir?
       *[signal] Ne oldu?
    } Yazın, sesli mesaj veya fotoğraf gönderin.
draft-ask-more = Bir şey daha gönderin veya devam edin.
draft-rewrite = Yeniden gönderin. Daha önce gönderdiğiniz silinir.
draft-kept = Bu 24 saat bekler. İstediğiniz zaman yazmaya devam edin.
draft-stopped = ✖️ Vazgeçildi. Hiçbir şey gönderilmedi.

## The summary: every line stands on its own.

draft-summary = 📄 Bu doğru mu?
draft-words = <blockquote>{ $words }</blockquote>
draft-media = 📎 { $media }
draft-category-is = { $category }
draft-category-unknown = 🏷 Konu: bilmiyorum
draft-place-is = 📍 { $place }
draft-place-spot = 📍 Gönderdiğiniz konum
draft-place-unknown = 📍 Yer: bilmiyorum
draft-urgent = ⏱ Şu an oluyor
# Sensitive categories only. $roles: "de wijkmanager en de contactmedewerker".
draft-sensitive = Bunu yalnızca { $roles } okur. Ev sahibinize veya patronunuza vermeyiz. Bazen kontrol yapılabilir.
# From the city file, per category.
draft-follows = ➡️ { $follows }
draft-more = İsterseniz metin veya fotoğraf ekleyebilirsiniz.
draft-send = ✅ Gönder
draft-change = ✏️ Değiştir
draft-talk = 💬 Önce konuşalım
draft-sent = 📤 Gönderildi.
# Said in the resident's name, as the words of the new case.
draft-talk-wish = Önce biriyle konuşmak istiyorum.
draft-talk-sent = 💬 Görüşme isteğinizi ilettik. Yazdıklarınız gönderilmedi. Size buradan yanıt verilecek.

## Changing one answer.

draft-change-what = Neyi değiştirmek istiyorsunuz?
draft-change-words = ✏️ Metin veya fotoğraf
draft-change-category = 🏷 Konu
draft-change-place = 📍 Yer
