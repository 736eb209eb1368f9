### Which pictures and sounds go to a partner with a case, for staff. $number counts them from 1, $kind is what it is.
### Buttons: 25 characters at most.

pass-offer = 📎 Kies foto's en geluid
# $chosen: it goes along.
pass-choose =
    { $chosen ->
        [True] ☑️
       *[False] ▫️
    } { $kind ->
        [voice] Geluid
        [video] Video
        [video_note] Video
       *[photo] Foto
    } { $number }
# Below each of them. $theirs: the resident sent it; else the team did.
pass-media =
    { $kind ->
        [voice] 🎤
        [video] 🎬
       *[photo] 📷
    } { $number } · { $theirs ->
        [True] van de bewoner
       *[False] van het team
    }
# $media: "2 foto's".
pass-media-goes =
    📎 Gaat mee: { $media ->
        [none] geen foto of geluid.
       *[other] { $media }.
    }
# $most: so many can be chosen from. $many: there may be more.
pass-media-look =
    👁 Kijk goed: een gezicht, een nummerplaat of de eigen gevel verraadt wie het meldde.{ $many ->
        [True] { " " }Je kiest uit de { $most } nieuwste.
       *[False] { "" }
    }
pass-sound = 🎤 Wie de stem kent, weet wie het meldde.
pass-sound-mail = 🎤 Geluid en video gaan niet met een mail mee. In de mail staat dat ze ernaar kunnen vragen.
# We do not mail this partner: whoever passes it on tells them.
pass-no-media = 📷 Foto's en geluid gaan niet mee.

## In the letter to the partner, always in Dutch.

letter-sound = Er is ook geluid of video. Vraag ons ernaar, met het kenmerk erbij.
