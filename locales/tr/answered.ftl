### What the resident reads of the desk's work. $who: "wijkmanager (Waterschei-Noord)".

case-in-hand = 🙋 Mesaj no: { $number }. Bununla ilgilenen: { $who }. Yanıtı buradan alacaksınız.
case-moved = 🏘 Mesaj no: { $number }. Artık başka biri yanıtlayacak: { $who }.
answer-heading = ✉️ <b>Mesaj no: { $number }</b>. Yanıtlayan: { $who }
# For who reads another language, above the Dutch words.
answer-in-dutch = Yanıt Hollandaca. Çevirisi sonra gelecek.
answer-by-machine = 🤖 Otomatik çeviri, hata olabilir. Hollandacası geçerlidir.
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
solved-ask = Sorun çözüldü mü?
solved-yes = 👍 Evet
solved-partly = 🌗 Biraz
solved-no = 👎 Hayır
