### Language and data: what we keep, all of it shown. Buttons: 25 characters at most.

privacy = 🔒 Bu sohbetin numarasını, dilinizi, mahallelerinizi ve bize gönderdiklerinizi saklarız. Adınızı, telefon numaranızı ve profil fotoğrafınızı saklamayız. Hepsini görebilir ve silebilirsiniz.
privacy-language = 🌍 Dilinizi seçin
privacy-show = 📄 Verilerimi göster
privacy-erase = 🧹 Verilerimi sil

## What we keep of somebody, for that person alone.

my-data = 📄 <b>Sizden sakladıklarımız</b>
my-data-chat = 💬 Bu sohbetin numarası
# $name is the language in itself: "Türkçe".
my-data-language = 🌍 Dil: { $name }
# Where the city forgets languages.
my-data-language-session = 🌍 Dil: { $name } (24 saat sessizlikten sonra unutulur)
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

## The same as a file. The second text stands in the file itself, before the data.

my-data-file = 📎 Aynısı dosya olarak: saklamanız veya yanınızda götürmeniz için.
my-data-file-about = Wijklijn'in sizden sakladığı her şey; yalnızca sizin içindir. Çalışanların iç notları ve başkalarının adları burada yoktur. Fotoğraf ve sesler Telegram'ınızdadır; burada yalnızca türleri yazar.
