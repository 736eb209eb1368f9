### Passing a case on to a partner, for staff. $number is the case's number as text, $partner a name such as "Dienst Reiniging".
### Buttons: 25 characters at most.

desk-pass = ➡️ Doorgeven
desk-heard = 🤝 Antwoord van partner
pass-send = ✅ Verstuur
# As above, while the text may tell who reported.
pass-send-anyway = ⚠️ Toch versturen
pass-told = ✅ Ik gaf het door
pass-told-anyway = ⚠️ Ik gaf het zo door
pass-leave-out = 🧽 Laat dat weg
pass-wijk-only = 📍 Alleen de wijk
pass-stop = ✖️ Stop
pass-back = ↩️ Niet meer nodig
heard-done = ✅ Partner is klaar
heard-busy = ⏳ Nog niet klaar

# $way: how the partner hears of it.
pass-preview =
    <b>Dossier { $number } naar { $partner }</b>
    { $way ->
        [mail] 📧 Dit vertrekt als mail.
        [person] 💬 Wie daar werkt, leest dit hier.
       *[self] 📞 Wij mailen deze partner niet: geef het zelf door.
    } Lees het nog een keer.
# $phone and $email: how to reach the partner; "none" where nobody told us.
pass-reach =
    { $phone ->
        [none] { "" }
       *[other] 📞 { $phone }
    } { $email ->
        [none] { "" }
       *[other] ✉️ { $email }
    }
pass-tells = ⚠️ <b>Dit kan verraden wie het meldde:</b>
pass-tells-line =
    { $what ->
        [name] naam
        [number] nummer
        [home] woning
       *[life] leven
    }: «{ $words }»
pass-rewrite = ✏️ Anders? Schrijf de tekst opnieuw.
pass-empty = ✏️ Er is nog geen tekst in het Nederlands. Schrijf wat de partner moet weten.
pass-partly = 🌍 Een deel is nog niet vertaald en gaat niet mee.
pass-spot = 📍 De plek op de kaart gaat niet mee: het kan de woning zijn. Schrijf zelf waar het is.
# $place: what the resident wrote.
pass-place = 📍 «{ $place }» gaat niet mee: het kan de woning zijn.
pass-done =
    ➡️ Dossier { $number } is doorgegeven aan { $partner }. { $way ->
        [mail] De mail vertrekt nu.
        [person] Wie daar werkt, heeft het gekregen.
       *[self] Je gaf het zelf door.
    } { $told ->
        [True] De bewoner weet het.
       *[False] { "" }
    }
pass-stopped = Niet doorgegeven.
pass-taken-back = ↩️ Dossier { $number }: de partner moet niets meer doen.
heard-write = Wat zei { $partner } over dossier { $number }? Schrijf het kort.
heard-ask = Is { $partner } klaar met dossier { $number }?
heard-kept =
    🤝 Bewaard bij dossier { $number }. { $done ->
        [True] Het is weer van jou: schrijf de bewoner.
       *[False] De partner is nog bezig.
    }

## On the card. $day: "vrijdag 27 november". $without: so many pictures did not go with the mail.

card-passed =
    ➡️ Bij { $partner } sinds { $day }{ $state ->
        [waiting] { " · mail vertrekt nog" }
        [sent] { " · mail aangenomen" }{ $without ->
            [0] { "" }
            [one] , zonder 1 foto
           *[other] , zonder { $without } foto's
        }
        [refused] { " · ⚠️ mail kwam niet aan" }
        [uncertain] { " · ⚠️ niet zeker of de mail aankwam" }
       *[other] { "" }
    }

## The letter to the partner, always in Dutch. $city is the city's name.

letter-subject = Wijklijn { $number }: { $what }, { $wijk }
letter-no-wijk = stad { $city }
letter-greeting = Beste collega's van { $partner }
letter-asks = Stad { $city } kreeg dit bericht en geeft het aan jullie door.
letter-reference = Kenmerk: Wijklijn { $number }
letter-what = Wat: { $what }
letter-where = Waar: { $place }
letter-day = Gemeld op: { $day }
letter-ask = Wie dit meldde, zeggen we niet. Laat ons weten wat jullie doen, met het kenmerk erbij.
letter-from = De { $role } van { $city }
