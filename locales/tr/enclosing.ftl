### Which pictures and sounds go to a partner with a case, for staff. $number counts them from 1, $kind is what it is.
### Buttons: 25 characters at most.

pass-offer = 📎 Fotoğraf, ses seç
# $chosen: it goes along.
pass-choose =
    { $chosen ->
        [True] ☑️
       *[False] ▫️
    } { $kind ->
        [voice] Ses
        [video] Video
        [video_note] Video
       *[photo] Fotoğraf
    } { $number }
# Below each of them. $theirs: the resident sent it; else the team did.
pass-media =
    { $kind ->
        [voice] 🎤
        [video] 🎬
       *[photo] 📷
    } { $number } · { $theirs ->
        [True] bildiren kişi gönderdi
       *[False] ekip gönderdi
    }
# $media: "2 foto's".
pass-media-goes =
    📎 Birlikte gönderilen: { $media ->
        [none] fotoğraf veya ses yok.
       *[other] { $media }.
    }
# $most: so many can be chosen from. $many: there may be more.
pass-media-look =
    👁 Dikkatle bakın: bir yüz, plaka veya evin kendisi kimin bildirdiğini belli eder.{ $many ->
        [True] { " " }Son { $most } tanesinden seçiyorsunuz.
       *[False] { "" }
    }
pass-sound = 🎤 Sesi tanıyan, kimin bildirdiğini anlar.
pass-sound-mail = 🎤 Ses ve video e-postayla gönderilmez. E-postada, isteyebilecekleri yazar.
# We do not mail this partner: whoever passes it on tells them.
pass-no-media = 📷 Fotoğraf ve ses gönderilmiyor.

## In the letter to the partner, always in Dutch.

letter-sound = Ses veya video da var. Dosya numarasıyla bizden isteyebilirsiniz.
