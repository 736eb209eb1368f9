### Phrases that several screens share.

media-photos =
    { $count ->
        [one] 1 fotoğraf
       *[other] { $count } fotoğraf
    }
media-voices =
    { $count ->
        [one] 1 sesli mesaj
       *[other] { $count } sesli mesaj
    }
media-videos =
    { $count ->
        [one] 1 video
       *[other] { $count } video
    }
names-and = { $first } ve { $last }
# Who answers or reads, in a sentence or after a colon. $member is a role.
who-role =
    { $member ->
        [administrator] belediye
        [coordinator] koordinatör
        [contact-worker] irtibat görevlisi
        [team-member] mahalle ekibi
        [partner] belediyenin ortağı
       *[wijkmanager] { $role }
    }
who-owner = { $role } ({ $wijk })
case-kind-name =
    { $kind ->
        [question] ❓ Soru
        [idea] 💡 Fikir
       *[signal] 📣 Bildirim
    }
