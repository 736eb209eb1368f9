### The caseload of a contact worker, and the link to hand a case over. Buttons: 25 characters at most.

load =
    { $count ->
        [0] ✅ Şu an dosyanız yok. /namens ile başlayın.
        [one] 📁 <b>Dosyalarınız</b>: 1
       *[other] 📁 <b>Dosyalarınız</b>: { $count }
    }{ $pages ->
        [1] { "" }
       *[other] { " " }· sayfa { $page } / { $pages }
    }
load-line =
    { $whose ->
        [behalf] 🤝
        [handed-over] 🙋
       *[own] ✋
    } <b>{ $number }</b> { $about }{ $wijk ->
        [none] { "" }
       *[other] { " " }· { $wijk }
    } · { $whose ->
        [behalf] biri adına
        [handed-over] kendisi devraldı
       *[own] sizde
    } · { $status ->
        [received] mahalle ekibini bekliyor
        [in-hand] ilgileniliyor
        [passed-on] iletildi
        [handled] kapatıldı
        [reopened] yeniden açıldı
       *[withdrawn] geri alındı
    }{ $visit ->
        [none] { "" }
       *[other] { " " }· 🏠 { $visit }
    }
load-due = ⏰ En geç yanıt: { $day }
load-notes = 📝 Notlar ({ $count }):
    <blockquote>{ $notes }</blockquote>
load-one = 📁 Bu dosyayı göster
load-list = 📋 Tüm dosyalarım
load-given = 🤝 { $number } numaralı dosya artık sizde: meslektaşınız burada çalışmıyor. /werk ile bakın.
# To a contact worker whose colleague is away, and is back. $count: how many cases.
load-lent =
    { $count ->
        [one] 🤝 Meslektaşınız yok: bu sürede 1 dosyada kişi adına siz konuşuyorsunuz. /werk ile bakın.
       *[other] 🤝 Meslektaşınız yok: bu sürede { $count } dosyada kişiler adına siz konuşuyorsunuz. /werk ile bakın.
    }
load-back =
    { $count ->
        [one] 👋 Meslektaşınız döndü ve 1 dosyada yeniden kendisi konuşuyor. Yanıtlar ona gider.
       *[other] 👋 Meslektaşınız döndü ve { $count } dosyada yeniden kendisi konuşuyor. Yanıtlar ona gider.
    }
# Also to the desk: who had planned a visit is away, or gone.
load-visit = 🏠 Dosya { $number }: bir meslektaşın planladığı ziyaret artık sizde. O sabah size hatırlatılır.
over-offer = 🤝 Devret
over-link = 🤝 <b>{ $number } numaralı dosyayı devralma</b>
    { $link }
    Bu bağlantıyı yalnızca o kişiyle paylaşın. Bir kez çalışır, son gün: { $day }. Sonra yanıtlar oraya gider.
# Below a picture of the same link.
over-code = 📷 Kişi yanınızda mı? Bu kodu okutsun.
over-share = 📤 Bağlantıyı paylaş
over-taken = 🙋 { $number } numaralı dosya devralındı. Yanıtlar artık kişinin kendisine gider. Notlarınız ve ziyaretleriniz kalır.
