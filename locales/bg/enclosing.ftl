### Which pictures and sounds go to a partner with a case, for staff. $number counts them from 1, $kind is what it is.
### Buttons: 25 characters at most.

pass-offer = 📎 Избери снимки и звук
# $chosen: it goes along.
pass-choose =
    { $chosen ->
        [True] ☑️
       *[False] ▫️
    } { $kind ->
        [voice] Звук
        [video] Видео
        [video_note] Видео
       *[photo] Снимка
    } { $number }
# Below each of them. $theirs: the resident sent it; else the team did.
pass-media =
    { $kind ->
        [voice] 🎤
        [video] 🎬
       *[photo] 📷
    } { $number } · { $theirs ->
        [True] от жителя
       *[False] от екипа
    }
# $media: "2 foto's".
pass-media-goes =
    📎 Изпраща се и: { $media ->
        [none] нито снимка, нито звук.
       *[other] { $media }.
    }
# $most: so many can be chosen from. $many: there may be more.
pass-media-look =
    👁 Гледайте внимателно: лице, номер на кола или собствената къща издава кой е съобщил.{ $many ->
        [True] { " " }Избирате от последните { $most }.
       *[False] { "" }
    }
pass-sound = 🎤 Който познава гласа, знае кой е съобщил.
pass-sound-mail = 🎤 Звук и видео не се изпращат с имейл. В имейла пише, че могат да ги поискат.
# We do not mail this partner: whoever passes it on tells them.
pass-no-media = 📷 Снимки и звук не се изпращат.

## In the letter to the partner, always in Dutch.

letter-sound = Има и звук или видео. Поискайте ги от нас, като посочите номера.
