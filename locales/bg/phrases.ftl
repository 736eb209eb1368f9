### Phrases that several screens share.

media-photos =
    { $count ->
        [one] 1 снимка
       *[other] { $count } снимки
    }
media-voices =
    { $count ->
        [one] 1 гласово съобщение
       *[other] { $count } гласови съобщения
    }
media-videos =
    { $count ->
        [one] 1 видео
       *[other] { $count } видеа
    }
names-and = { $first } и { $last }
# Who answers or reads, in a sentence or after a colon. $member is a role.
who-role =
    { $member ->
        [administrator] общината
        [coordinator] координаторът
        [contact-worker] служителят за връзка
        [team-member] екипът на квартала
        [partner] партньор на общината
       *[wijkmanager] { $role }
    }
who-owner = { $role } ({ $wijk })
case-kind-name =
    { $kind ->
        [question] ❓ Въпрос
        [idea] 💡 Идея
       *[signal] 📣 Сигнал
    }
