### Below the summary of a report, question or idea: is it right? Sending it, changing it, talking first. Buttons: 25 characters at most.

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
