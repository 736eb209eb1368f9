### Wijknieuws as somebody wants it: topics, quiet hours, a pause; the offer after a first report. Buttons: 25 characters at most.

# What an announcement is about. Also stands above it, and on the buttons of staff who write one.
topic-name =
    { $topic ->
        [overlast] 🚯 Sorunlar
        [works] 🚧 Yol çalışmaları
        [urgent] 🚨 Acil
       *[activities] 🎉 Etkinlikler
    }
# A button: no more news about it.
topic-off =
    { $topic ->
        [overlast] 🔕 Sorun haberi gelmesin
        [works] 🔕 Yol haberi gelmesin
        [urgent] 🔕 Acil haber gelmesin
       *[activities] 🔕 Etkinlik gelmesin
    }
# A button: news about it again.
topic-on =
    { $topic ->
        [overlast] 🔔 Sorun haberi de gelsin
        [works] 🔔 Yol haberi de gelsin
        [urgent] 🔔 Acil haber de gelsin
       *[activities] 🔔 Etkinlik de gelsin
    }

## Buttons below the list of wijken.

news-choose-topics = ☑️ Konular
news-quiet = 🌙 Sessiz saatler
news-pause = ⏸ Ara ver
news-resume = ▶️ Yeniden gelsin

## What stands below the list of wijken. Hours are full ones, 0 to 23. $urgent is "left" for who wants no urgent news either.

# $topics is a list, with commas.
news-without = 🔕 Bunlar gelmiyor: { $topics }
news-quiet-is =
    🌙 Sessiz saatler: { $start }:00 – { $end }:00.{ $urgent ->
        [left] {""}
       *[comes] { " " }Yalnızca acil haber gelir.
    }
# $day is the first day with news again: "30 Kasım Pazartesi".
news-paused =
    ⏸ Ara verdiniz. Haberlerin yeniden geleceği gün: { $day }.{ $urgent ->
        [left] {""}
       *[comes] { " " }Şimdilik yalnızca acil haber gelir.
    }
news-paused-open =
    ⏸ Ara verdiniz. Siz açana kadar haber gelmez.{ $urgent ->
        [left] {""}
       *[comes] { " " }Yalnızca acil haber gelir.
    }

## Topics.

# $topics is a list, one on each line.
news-topics =
    ☑️ Haber aldığınız konular:
    { $topics }
news-no-topics = ☑️ Şu an hiçbir konuda haber almıyorsunuz. İstediğiniz konuları seçin.
# After the button below an announcement.
news-topic-left =
    { $topic ->
        [overlast] 🔕 Artık sorunlarla ilgili haber gelmeyecek.
        [works] 🔕 Artık yol çalışması haberi gelmeyecek.
        [urgent] 🔕 Artık acil haber gelmeyecek.
       *[activities] 🔕 Artık etkinlik haberi gelmeyecek.
    } Diğer haberler gelmeye devam eder.

## Quiet hours.

quiet-ask = 🌙 Hangi saatlerde haber gelmesin? O saatlerdeki haber sonraya kalır. Acil haber beklemez.
# A button: "from 22 to 7 o'clock".
quiet-hours = 🌙 { $start }:00 – { $end }:00
quiet-own = 🕒 Başka saatler
quiet-none = 🔔 Her saat gelsin
quiet-from-ask = 🌙 Sessizlik saat kaçta başlasın?
quiet-to-ask = 🌙 Başlangıç: { $start }:00. Saat kaçta bitsin?

## A pause.

pause-ask = ⏸ Ne kadar süre haber gelmesin? Mesajlarınızın yanıtları yine gelir.
pause-week = 🗓 1 hafta
pause-days = 🗓 Gün seç
pause-open = ⏸ Ben açana kadar
pause-days-ask = 🗓 Haberler hangi gün yeniden başlasın?

## After the first report, once.

news-offer = 📰 Bu mahalleden haber de almak ister misiniz: { $wijk }? İstediğiniz zaman durdurabilirsiniz.
news-declined = 🔕 Tamam, haber gelmeyecek. Sonra isterseniz menüde "Haberler"e basın.
