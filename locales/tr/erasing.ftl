### Erasing everything, or one report. Buttons: 25 characters at most.

# $open: how many reports still wait for an answer.
erase-ask =
    🧹 Her şey silinsin mi? Gönderdikleriniz, diliniz ve mahalleleriniz silinir. Kimse geri getiremez.{ $open ->
        [0] {""}
       *[other] { " " }Açık mesajlarınız da kapanır.
    }
erase-yes = 🧹 Evet, hepsini sil
erase-one = 📋 Bir mesajı sil
erase-what-stays = ℹ️ Geriye ne kalır?
erase-which = 📋 Hangi mesajı silmek istiyorsunuz?
erase-none = 📋 Silinecek mesajınız yok.
# $open is 1 when nobody has closed it yet.
erase-case-ask =
    🧹 { $number } numaralı mesaj ({ $subject }) silinsin mi? Kimse geri getiremez.{ $open ->
        [0] {""}
       *[other] { " " }Artık onunla ilgilenmeyiz.
    }
erase-case-yes = 🧹 Evet, bunu sil

## Afterwards. $stays: staff hold photos or sound older than two days, which Telegram does not let us delete any more.

erased =
    ✅ Her şey silindi. { $stays ->
        [1] 2 günden eski fotoğraf ve sesler, adınız olmadan çalışanlarda kalır.
       *[0] Çalışanlardan da silindi.
    }
erased-case =
    ✅ { $number } numaralı mesaj silindi. { $stays ->
        [1] 2 günden eski fotoğraf ve sesler, adınız olmadan çalışanlarda kalır.
       *[0] Çalışanlardan da silindi.
    }
# $days: how long copies of the database are kept.
erased-stays = ℹ️ Saymak için numara, mahalle, konu, tarih ve çalışanların yaptıkları kalır; sözleriniz kalmaz. Yedek kopyalar en geç { $days } gün içinde yok olur. Bu sohbette yazılanları Telegram da saklar: telefonunuzdan da silin.
# Staff: stands in the place of what they held.
content-erased = 🧹 Silindi: içerik artık yok.
