### Passing a case on to a partner, for staff. $number is the case's number as text, $partner a name such as "Dienst Reiniging".
### Buttons: 25 characters at most.

desk-pass = ➡️ İlet
desk-heard = 🤝 Kurumun yanıtı
pass-send = ✅ Gönder
# As above, while the text may tell who reported.
pass-send-anyway = ⚠️ Yine de gönder
pass-told = ✅ Ben ilettim
pass-told-anyway = ⚠️ Böyle ilettim
pass-leave-out = 🧽 Bunu çıkar
pass-wijk-only = 📍 Yalnız mahalle
pass-stop = ✖️ Vazgeç
pass-back = ↩️ Artık gerekmiyor
heard-done = ✅ Kurum bitirdi
heard-busy = ⏳ Henüz bitmedi

# $way: how the partner hears of it.
pass-preview =
    <b>Dosya { $number }. Gideceği yer: { $partner }</b>
    { $way ->
        [mail] 📧 Bu e-posta olarak gider.
        [person] 💬 Orada çalışanlar bunu burada okur.
       *[self] 📞 Bu kuruma e-posta göndermiyoruz: kendiniz iletin.
    } Bir kez daha okuyun.
# $phone and $email: how to reach the partner; "none" where nobody told us.
pass-reach =
    { $phone ->
        [none] { "" }
       *[other] 📞 { $phone }
    } { $email ->
        [none] { "" }
       *[other] ✉️ { $email }
    }
pass-tells = ⚠️ <b>Bu, kimin bildirdiğini belli edebilir:</b>
pass-tells-line =
    { $what ->
        [name] ad
        [number] numara
        [home] ev
       *[life] yaşam
    }: «{ $words }»
pass-rewrite = ✏️ Değiştirmek için metni yeniden yazın.
pass-empty = ✏️ Henüz Hollandaca metin yok. Kurumun bilmesi gerekeni yazın.
pass-partly = 🌍 Bir bölüm henüz çevrilmedi, gönderilmiyor.
pass-spot = 📍 Haritadaki yer gönderilmiyor: ev olabilir. Yeri kendiniz yazın.
# $place: what the resident wrote.
pass-place = 📍 «{ $place }» gönderilmiyor: ev olabilir.
pass-done =
    ➡️ Dosya { $number } iletildi: { $partner }. { $way ->
        [mail] E-posta şimdi gidiyor.
        [person] Orada çalışanlar aldı.
       *[self] Kendiniz ilettiniz.
    } { $told ->
        [True] Bildiren kişi bunu biliyor.
       *[False] { "" }
    }
pass-stopped = İletilmedi.
pass-taken-back = ↩️ Dosya { $number }: kurumun artık bir şey yapması gerekmiyor.
heard-write = Dosya { $number }: { $partner } ne dedi? Kısaca yazın.
heard-ask = Dosya { $number }: { $partner } bitirdi mi?
heard-kept =
    🤝 Dosya { $number } için kaydedildi. { $done ->
        [True] Dosya yine sizde: bildiren kişiye yazın.
       *[False] Kurum hâlâ çalışıyor.
    }

## On the card. $day: "27 Kasım Cuma". $without: so many pictures did not go with the mail.

card-passed =
    ➡️ Şimdi burada: { $partner }, { $day }{ $state ->
        [waiting] { " · e-posta bekliyor" }
        [sent] { " · e-posta kabul edildi" }{ $without ->
            [0] { "" }
           *[other] , { $without } fotoğraf eksik
        }
        [refused] { " · ⚠️ e-posta ulaşmadı" }
        [uncertain] { " · ⚠️ e-postanın ulaştığı belli değil" }
       *[other] { "" }
    }

## The letter to the partner, always in Dutch. $city is the city's name.

letter-subject = Wijklijn { $number }: { $what }, { $wijk }
letter-no-wijk = { $city }
letter-greeting = Merhaba { $partner }
letter-asks = { $city } Belediyesi bu mesajı aldı ve size iletiyor.
letter-reference = Dosya: Wijklijn { $number }
letter-what = Konu: { $what }
letter-where = Yer: { $place }
letter-day = Bildirilen gün: { $day }
letter-ask = Kimin bildirdiğini söylemiyoruz. Ne yapacağınızı dosya numarasıyla bize yazın.
letter-from = { $city } { $role }
