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

## To the resident whose case it is. $about: what the partner does; $day: "vrijdag 27 november".

case-passed-on =
    ➡️ Melding { $number } is nu bij { $partner }{ $about ->
        [none] { "" }
       *[other] { " " }({ $about })
    }. We zeiden niet wie je bent. Ten laatste { $day } hoor je weer iets van ons.
