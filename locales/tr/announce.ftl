### /bericht: writing an announcement. Staff only, read in Dutch. $language is a language's own name.
### Buttons: 25 characters at most.

announce-audience = 📢 Duyuru kimin için?
announce-wijk = 🏘 Mahalle
announce-stadsdeel = 🗺 Bölge
announce-everybody = 🌍 Herkes
announce-which =
    { $kind ->
        [stadsdeel] 🗺 Hangi bölge?
       *[wijk] 🏘 Hangi mahalle?
    }
announce-previous = ⬅️ Önceki
announce-next = ➡️ Sonraki
announce-topic = 📢 Duyuru ne hakkında?
announce-dutch =
    { $kind ->
        [everybody] 🌍 Herkes
        [stadsdeel] 🗺 { $place }
       *[wijk] 🏘 { $place }
    }

    Duyuruyu Hollandaca yazın.
# For each other language.
announce-language = <b>{ $language }</b>: nasıl yapmak istersiniz?
announce-own = ✍️ Kendim yazacağım
announce-machine = 🤖 Otomatik çevir
announce-without = ⏭ Bu dil olmasın
announce-write = Şimdi duyuruyu bu dilde yazın: <b>{ $language }</b>. Hollandacasından ne eksik ne fazla olsun.
announce-waiting = 🤖 <b>{ $language }</b>: çeviri hazırlanıyor. Kendiliğinden gelecek.
announce-no-machine = 🤖 <b>{ $language }</b>: otomatik çeviri şu an yapılamıyor.
# A draft by the machine; below it the facts that differ, if there are any.
announce-draft =
    🤖 <b>{ $language }</b>: taslak. Okuyun veya birine okutun.

    <blockquote>{ $words }</blockquote>
# What was written differs from the Dutch; below it come the facts.
announce-differs =
    ⚠️ <b>{ $language }</b>: bu metin Hollandacasıyla aynı değil.

    <blockquote>{ $words }</blockquote>
announce-difference =
    ⚠️ { $what ->
        [dates] Tarih
        [links] Bağlantı
        [personal] Telefon veya adres
       *[numbers] Sayılar
    }: Hollandaca { $dutch } · burada { $other }
announce-right = ✅ Doğru
announce-with = ✅ { $language } hazır.
announce-only-dutch = ⏭ { $language } yok: bu dili okuyanlar Hollandacasını alır.
announce-back = ↩️ Geri
announce-stop = ✖️ Vazgeç
# For whom and about what. $people is how many distinct people would get it.
announce-target =
    { $kind ->
        [everybody] 🌍 Haber isteyen herkes
        [stadsdeel] 🗺 { $place }
       *[wijk] 🏘 { $place }
    } · { $people ->
        [0] bu haberi henüz kimse takip etmiyor
       *[other] { $people } kişi
    }{ $topic ->
        [none] { "" }
       *[other] { "\u000A" }{ topic-name }
    }
# Below the samples of every language. $second: whether somebody else must approve it.
announce-preview =
    { announce-target }

    Duyuru böyle görünecek. Gönderilsin mi?{ $second ->
        [True] { "\u000A" }👥 Önce bir meslektaş onaylar.
       *[False] { "" }
    }
announce-send = ✅ Şimdi gönder
announce-plan = 🕒 Planla
announce-test = 🧪 Kendime dene
announce-change = ✏️ Değiştir
announce-who = 👥 Kimin için
announce-about = 🏷 Konu
announce-what-changes = ✏️ Neyi değiştirmek istersiniz?
announce-changed = Tamam. Duyuruya yeniden bakın.
announce-when = 🕒 Ne zaman? Seçin veya yazın: 25-11 10:00
announce-tonight = Bu akşam 18:00
announce-tomorrow = Yarın 10:00
announce-held =
    ⏳ { $seconds ->
        [0] Duyuru şimdi gidiyor.
       *[other] Duyuru { $seconds } saniye sonra gidecek. O zamana kadar durdurabilirsiniz.
    }
announce-planned = 🕒 Planlandı: { $day }, saat { $time }. O zamana kadar durdurabilirsiniz.
announce-left = ✖️ Durduruldu. Hiçbir şey gönderilmedi.
announce-called-back = ⏹ Durduruldu. Hiçbir şey gönderilmedi. Duyuruyu hâlâ değiştirebilirsiniz.
# The bot was not running at the time.
announce-missed = ⚠️ Duyurunuz zamanında gitmedi. Hiçbir şey gönderilmedi. Yeniden seçin.
# Planned before the city wanted a second pair of eyes.
announce-unseen = ⚠️ Duyurunuz gönderilmedi: artık önce ikinci bir kişi onaylamalı. Yeniden seçin.
