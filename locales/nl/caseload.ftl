### The caseload of a contact worker, and the link to hand a case over. Buttons: 25 characters at most.

# /werk of a contact worker. $count: how many; the page is shown where there are several.
load =
    { $count ->
        [0] ✅ Je hebt nu geen dossiers. Begin met /namens.
        [one] 📁 <b>Jouw dossiers</b>: 1
       *[other] 📁 <b>Jouw dossiers</b>: { $count }
    }{ $pages ->
        [1] { "" }
       *[other] { " " }· pagina { $page } van { $pages }
    }
# $whose: one speaks for somebody, did so until that person took it over, or has it as one's own.
# $visit: the day of a visit in words, or "none".
load-line =
    { $whose ->
        [behalf] 🤝
        [handed-over] 🙋
       *[own] ✋
    } <b>{ $number }</b> { $about }{ $wijk ->
        [none] { "" }
       *[other] { " " }· { $wijk }
    } · { $whose ->
        [behalf] namens iemand
        [handed-over] zelf overgenomen
       *[own] in jouw handen
    } · { $status ->
        [received] wacht op de wijk
        [in-hand] in behandeling
        [passed-on] doorgegeven
        [handled] afgesloten
        [reopened] heropend
       *[withdrawn] ingetrokken
    }{ $visit ->
        [none] { "" }
       *[other] { " " }· 🏠 { $visit }
    }
load-due = ⏰ Antwoord ten laatste { $day }
load-notes = 📝 Notities ({ $count }):
    <blockquote>{ $notes }</blockquote>
load-one = 📁 Toon dit dossier
load-list = 📋 Al mijn dossiers
# To a contact worker whose colleague is gone.
load-given = 🤝 Dossier { $number } is nu bij jou: je collega werkt hier niet meer. Kijk met /werk.
# To a contact worker whose colleague is away, and is back. $count: how many cases.
load-lent =
    { $count ->
        [one] 🤝 Je collega is afwezig: intussen spreek jij in 1 dossier namens iemand. Kijk met /werk.
       *[other] 🤝 Je collega is afwezig: intussen spreek jij in { $count } dossiers namens iemand. Kijk met /werk.
    }
load-back =
    { $count ->
        [one] 👋 Je collega is er weer en spreekt in 1 dossier weer zelf. Antwoorden gaan daarheen.
       *[other] 👋 Je collega is er weer en spreekt in { $count } dossiers weer zelf. Antwoorden gaan daarheen.
    }
# Also to the desk: who had planned a visit is away, or gone.
load-visit = 🏠 Dossier { $number }: het bezoek dat een collega had gepland, is nu voor jou. Die ochtend krijg je een herinnering.
over-offer = 🤝 Laat overnemen
# $day: "vrijdag 27 november".
over-link = 🤝 <b>Dossier { $number } overnemen</b>
    { $link }
    Deel deze link alleen met die persoon. Ze werkt één keer, tot { $day }. Daarna gaan antwoorden daarheen.
# Below a picture of the same link.
over-code = 📷 Staat de persoon naast je? Laat deze code scannen.
over-share = 📤 Deel de link
over-taken = 🙋 Dossier { $number } is overgenomen. Antwoorden gaan nu naar de persoon zelf. Je notities en bezoeken blijven.
