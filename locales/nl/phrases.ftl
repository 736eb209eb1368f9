### Phrases that several screens share.

media-photos =
    { $count ->
        [one] 1 foto
       *[other] { $count } foto's
    }
media-voices =
    { $count ->
        [one] 1 spraakbericht
       *[other] { $count } spraakberichten
    }
media-videos =
    { $count ->
        [one] 1 video
       *[other] { $count } video's
    }
names-and = { $first } en { $last }
# Who answers or reads, in a sentence or after a colon. $member is a role.
who-role =
    { $member ->
        [administrator] de stad
        [coordinator] de coördinator
        [contact-worker] de contactmedewerker
        [team-member] het wijkteam
        [partner] een partner van de stad
       *[wijkmanager] de { $role }
    }
who-owner = de { $role } van { $wijk }
case-kind-name =
    { $kind ->
        [question] ❓ Vraag
        [idea] 💡 Idee
       *[signal] 📣 Melding
    }
