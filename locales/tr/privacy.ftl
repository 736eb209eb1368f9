### Language and data: what we keep, all of it shown, all of it erased. Buttons: 25 characters at most.

privacy = 🔒 Bu sohbetin numarasını, dilinizi, mahallelerinizi ve bize gönderdiklerinizi saklarız. Adınızı, telefon numaranızı ve profil fotoğrafınızı saklamayız. Hepsini görebilir ve silebilirsiniz.
privacy-language = 🌍 Dilinizi seçin
privacy-show = 📄 Verilerimi göster
privacy-erase = 🧹 Verilerimi sil

## What we keep of somebody, for that person alone.

my-data = 📄 <b>Sizden sakladıklarımız</b>
my-data-chat = 💬 Bu sohbetin numarası
# $name is the language in itself: "Türkçe".
my-data-language = 🌍 Dil: { $name }
my-data-news = 📰 Haberler: { $wijken }
my-data-no-news = 📰 Haber almıyorsunuz
my-data-wijk = 📍 Son mahalle: { $wijk }
# Something is half made.
my-data-draft = ✏️ Henüz göndermediğiniz bir şey
my-data-no-cases = 📋 Bize henüz bir şey göndermediniz.
my-data-case = <b>{ $number }</b> { $subject }
# Day and month have two digits.
my-data-day = 🗓 { $day }.{ $month }.{ $year }
my-data-status =
    { $status ->
        [in-hand] bir çalışan ilgileniyor
        [passed-on] iletildi
        [handled] kapatıldı
        [reopened] yeniden açıldı
        [withdrawn] geri alındı
       *[received] alındı
    }
my-data-more = ⬇️ Devamı

## Erasing.

# $open: how many reports still wait for an answer.
erase-ask =
    🧹 Her şey silinsin mi? Gönderdikleriniz, diliniz ve mahalleleriniz silinir. Kimse geri getiremez.{ $open ->
        [0] {""}
       *[other] { " " }Açık mesajlarınız da kapanır.
    }
erase-yes = 🧹 Evet, hepsini sil
# The last message. $stays: staff hold photos or sound older than two days, which Telegram does not let us delete any more.
erased =
    ✅ Her şey silindi. Saymak için yalnızca mesajların numarası, mahallesi, konusu ve tarihi kalır. { $stays ->
        [1] 2 günden eski fotoğraf ve sesler, adınız olmadan çalışanlarda kalır.
       *[0] Telefonunuzdaki bu sohbeti Telegram'da kendiniz silebilirsiniz.
    }
# Staff: stands in the place of what they held.
content-erased = 🧹 Mahalle sakini sildi.
