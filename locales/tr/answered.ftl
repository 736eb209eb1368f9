### What the resident reads of the desk's work. $who: "wijkmanager (Waterschei-Noord)". Buttons: 25 characters at most.

# $due: "vrijdag 27 november"; "none" once there was an answer.
case-in-hand =
    🙋 Mesaj no: { $number }. Bununla ilgilenen: { $who }. { $due ->
        [none] Yanıtı buradan alacaksınız.
       *[other] Yanıt en geç: { $due }.
    }
case-moved =
    🏘 Mesaj no: { $number }. Artık başka biri yanıtlayacak: { $who }.{ $due ->
        [none] { "" }
       *[other] { " " }En geç: { $due }.
    }
answer-heading = ✉️ <b>Mesaj no: { $number }</b>. Yanıtlayan: { $who }
# For who reads another language, above the Dutch words.
answer-in-dutch = Yanıt Hollandaca. Çevirisi sonra gelecek.
# Other words took the place of those that were sent. $time: "14.05".
answer-corrected = ✏️ Düzeltildi, saat { $time }.
# Below an answer, while it is not finished. $day: "vrijdag 27 november".
answer-next = 📅 Sonraki haber en geç: { $day }.
# In a sensitive case: no content, for the telephone may lie on a table.
answer-there = ✉️ Yanıt geldi. Mesaj no: { $number }.
answer-show = 👁 Göster
case-handled =
    🏁 Mesaj no: { $number }. Bu konu kapatıldı. { $outcome ->
        [solved] Bize göre sorun çözüldü.
        [partly] Sorunun bir kısmı çözüldü.
        [not-possible] Bunu çözemiyoruz.
       *[not-for-us] Bunu belediye yapamaz.
    }
# Of an idea.
idea-handled =
    🏁 Fikrinize baktık. No: { $number }. { $outcome ->
        [solved] Yapıyoruz.
        [partly] Bir kısmını yapıyoruz.
        [not-possible] Şu an mümkün değil.
       *[not-for-us] Buna belediye karar vermiyor.
    }
idea-ask = Bu yanıttan memnun musunuz?
solved-ask = Sorun çözüldü mü?
# Until when the answer is awaited.
solved-until = 📅 Yanıtınızı bekliyoruz. Son gün: { $day }.
solved-yes = 👍 Evet
solved-partly = 🌗 Biraz
solved-no = 👎 Hayır
