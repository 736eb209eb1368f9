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

## To the resident whose case it is. $about: what the partner does; $day: "27 Kasım Cuma".

case-passed-on =
    ➡️ Mesaj no { $number } şimdi burada: { $partner }{ $about ->
        [none] { "" }
       *[other] { " " }({ $about })
    }. Kim olduğunuzu söylemedik. En geç { $day } size yine yazarız.
