### What is heard of a partner who has a case. $number is the case's number as text, $partner a name such as "Dienst Reiniging".

mail-again = 🔁 Tekrar e-posta
mail-goes = 🔁 Dosya { $number }: e-posta yeniden gidiyor.

## Told to the desk.

notice-partner =
    🤝 Dosya { $number }: { $partner } { $done ->
        [True] bitirdi.
       *[False] yanıt verdi.
    }
notice-partner-silent = ⏳ Dosya { $number }: { $partner } { $days } iş günüdür sessiz. Arayın veya yazın, ne dediklerini kaydedin.
notice-mail =
    ⚠️ Dosya { $number }: { $state ->
        [uncertain] e-postanın ulaştığı belli değil ({ $partner }). Sorun veya yeniden gönderin.
       *[refused] e-posta ulaşmadı ({ $partner }). Arayın veya yeniden gönderin.
    }
# The mail itself arrived. $count: so many pictures of it did not; $why: too large for a mail, or Telegram has them no more.
notice-mail-without =
    📷 Dosya { $number }: e-posta ulaştı ({ $partner }), ama { $count } fotoğraf gitmedi. { $why ->
        [large] E-posta için çok büyük: kendiniz ulaştırın.
       *[gone] Telegram artık vermiyor: yeni fotoğraf isteyin.
    }

## To the resident whose case it is. $about: what the partner does; $shown: a picture or recording goes too; $day: "27 Kasım Cuma".

case-passed-on =
    ➡️ Mesaj no { $number } şimdi burada: { $partner }{ $about ->
        [none] { "" }
       *[other] { " " }({ $about })
    }. { $shown ->
        [True] Fotoğrafınız veya kaydınız da gidiyor, ama kim olduğunuzu söylemiyoruz.
       *[False] Kim olduğunuzu söylemedik.
    } En geç { $day } size yine yazarız.
