### /werk and /dossier. $number is a case's number as text, $page and $pages count from 1.

work-list =
    { $count ->
        [0] ✅ Er wacht niets op jou.
        [one] 📋 <b>1 dossier wacht</b>
       *[other] 📋 <b>{ $count } dossiers wachten</b>{ $pages ->
            [one] { "" }
           *[other] { " " }· bladzijde { $page } van { $pages }
        }
    }
# $who: nobody, me, colleague, over; $where is a street or a wijk, $day "vr 27/11"; both may be "none".
work-line =
    <b>{ $number }</b> { $about } · { $where ->
        [none] geen wijk
       *[other] { $where }
    }{ $day ->
        [none] { "" }
       *[other] { " " }· { $day }
    } · { $who ->
        [me] van jou
        [colleague] van een collega
        [over] { $status ->
            [withdrawn] ingetrokken
           *[handled] afgesloten
        }
       *[nobody] van niemand
    }
dossier-which = Schrijf het nummer erbij, zoals /dossier 48271.
dossier-heading = 📁 <b>Verloop van dossier { $number }</b>
desk-role =
    { $who ->
        [coordinator] coördinator
        [administrator] beheerder
        [contact-worker] contactmedewerker
        [team-member] teamlid
        [partner] partner
        [wijkmanager] { $role }
        [itself] automatisch
       *[none] bewoner
    }
# $times: how often within the same minute; $about: what with, such as the wijk it went to, or "none".
dossier-act =
    { $at } · { $act }{ $about ->
        [none] { "" }
       *[other] : { $about }
    }{ $times ->
        [one] { "" }
       *[other] { " " }({ $times }×)
    } · { desk-role }
dossier-note = { $at } · 📝 { desk-role }: { $note }
act-opened = binnengekomen
act-taken = in handen genomen
act-answered = antwoord verstuurd
act-corrected = antwoord verbeterd
act-noted = notitie gemaakt
act-closed = afgesloten
act-moved = andere wijk
act-sorted = andere categorie
act-looked = gevoelige inhoud bekeken
act-away = wie het had, is afwezig
act-back = wie het had, is er weer
act-errand-asked = team gevraagd om te kijken
act-errand-taken = teamlid gaat kijken
act-errand-back = teamlid gaat toch niet
act-errand-done = er is gekeken
act-errand-dropped = kijken niet meer nodig
act-handed-over = uit handen gegeven
act-translation-corrected = vertaling verbeterd
act-translation-confirmed = vertaling nagekeken
act-translation-doubted = vertaling laten nakijken
act-added = iets toegevoegd
act-again = het gebeurt weer
act-urgent = dringend gemaakt
act-withdrawn = ingetrokken
act-quieted = dag rust gegeven
act-unquieted = rust gestopt
act-reopened = heropend
act-solved = gezegd of het opgelost is
act-talk = gesprek gevraagd
act-translated = vertaald
act-passed-on = doorgegeven
act-partner-said = partner antwoordde
act-partner-done = partner klaar
act-taken-back = niet meer bij de partner
act-merged = samengevoegd
act-parted = losgemaakt
act-late = te laat: nieuwe dag gezegd
act-settled = bewoner zei niets: gesloten
act-taken-over = zelf overgenomen
act-visit-planned = bezoek gepland
act-visited = bezoek gedaan
act-visit-dropped = geen bezoek meer
act-referenced = referentie genoteerd
act-given = aan een collega gegeven
act-searched = gezocht
act-invited = uitgenodigd
act-joined = begonnen
act-released = rol weggenomen
act-announcement-planned = bericht klaargezet
act-announcement-back = bericht teruggeroepen
act-announcement-paused = bericht gepauzeerd
act-announcement-resumed = bericht hervat
act-announcement-stopped = bericht gestopt
act-announcement-offered = bericht laten nakijken
act-announcement-approved = bericht goedgekeurd
act-announcement-refused = bericht niet goedgekeurd
act-announcement-withdrawn = bericht teruggenomen
act-street-placed = straat geplaatst
act-street-removed = straat verwijderd
act-quick-proposed = snelantwoord voorgesteld
act-quick-written = snelantwoord vertaald
act-quick-approved = snelantwoord goedgekeurd
act-quick-refused = snelantwoord geweigerd
act-quick-removed = snelantwoord weggehaald
act-hours-set = werkuren gekozen
act-other = iets gewijzigd
