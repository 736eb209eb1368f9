### What is heard of a partner who has a case. $number is the case's number as text, $partner a name such as "Dienst Reiniging".

mail-again = 🔁 Mail opnieuw
mail-goes = 🔁 Dossier { $number }: de mail vertrekt opnieuw.

## Told to the desk.

notice-partner =
    🤝 Dossier { $number }: { $partner } { $done ->
        [True] is klaar.
       *[False] antwoordt.
    }
notice-partner-silent = ⏳ Dossier { $number }: { $partner } zwijgt al { $days } werkdagen. Bel of mail hen, en schrijf wat ze zeggen.
notice-mail =
    ⚠️ Dossier { $number }: { $state ->
        [uncertain] we weten niet of de mail aankwam bij { $partner }. Vraag het, of mail opnieuw.
       *[refused] de mail kwam niet aan bij { $partner }. Bel hen, of mail opnieuw.
    }
# The mail itself arrived. $count: so many pictures of it did not; $why: too large for a mail, or Telegram has them no more.
notice-mail-without =
    📷 Dossier { $number }: de mail is bij { $partner }, maar { $count ->
        [one] 1 foto ging niet mee
       *[other] { $count } foto's gingen niet mee
    }. { $why ->
        [large] Te groot voor een mail: bezorg ze zelf.
       *[gone] Telegram geeft ze niet meer: vraag de bewoner om een nieuwe.
    }

## To the resident whose case it is. $about: what the partner does; $shown: a picture or recording goes too; $day: "vrijdag 27 november".

case-passed-on =
    ➡️ Melding { $number } is nu bij { $partner }{ $about ->
        [none] { "" }
       *[other] { " " }({ $about })
    }. { $shown ->
        [True] Je foto of opname gaat mee, maar we zeggen niet wie je bent.
       *[False] We zeiden niet wie je bent.
    } Ten laatste { $day } hoor je weer iets van ons.
