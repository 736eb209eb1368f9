### What the desk is told of a case, as a reply to its card. $number is the case's number as text.

notice-solved = 👍 Dossier { $number }: de bewoner zegt dat het opgelost is.
notice-reopened =
    🔁 Dossier { $number } is heropend ({ $times }×). De bewoner zegt: { $why ->
        [partly] een beetje opgelost.
       *[no] niet opgelost.
    }
# To the coordinator, from the second time on.
notice-reopened-again = 🔁 Dossier { $number } is al { $times }× heropend. Een gesprek helpt nu meer dan schrijven.
notice-withdrawn = ↩️ Dossier { $number } is ingetrokken door de bewoner.
notice-urgent = ❗ Dossier { $number } is dringend: de bewoner zegt dat het nu bezig is.
notice-talk = 🙋 Dossier { $number }: de bewoner wil met iemand praten. Stel een moment voor.
notice-waits = ⏳ Dossier { $number } heeft niemand meer. Neem jij het?
notice-remind = ⏰ Dossier { $number }: het antwoord moet er bijna zijn.
# After an answer, while the case is open.
notice-remind-next = ⏰ Dossier { $number }: de bewoner verwacht binnenkort weer iets van ons.
notice-late = ⏰ Dossier { $number } is te laat: er is nog geen antwoord.
# As above, when the day has passed.
notice-quiet = ⏰ Dossier { $number }: de bewoner hoorde te lang niets. Schrijf iets, of sluit het af.
notice-unreachable = 📵 Dossier { $number }: een bericht kwam niet aan. De bewoner heeft de bot gestopt.
notice-colleague =
    👥 Dossier { $number }: een collega { $act ->
        [closed] sloot het af.
       *[answered] gaf antwoord.
    }
# The coordinator gave a case to a colleague: to who has it now, and to who had it.
notice-given = 👥 Dossier { $number } is nu van jou: de coördinator gaf het je.
notice-given-away = 👥 Dossier { $number } is nu van een collega. De coördinator gaf het door.
# Cases that go together: to who had one and has it no more, to who has it again, and when the one that led is gone.
notice-merged = 🔗 Dossier { $number } gaat nu samen met een ander. Een collega heeft het.
notice-parted = ✂️ Dossier { $number } staat weer apart en is weer van jou.
notice-leads = 🔗 Dossier { $number } gaat verder zonder het dossier waar het bij hoorde. Had een partner het? Geef het dan opnieuw door.
# To who joins, when more cases wait than there are cards.
more-waits =
    { $count ->
        [one] ⏳ Er wacht nog 1 dossier. Met /werk zie je alles.
       *[other] ⏳ Er wachten nog { $count } dossiers. Met /werk zie je alles.
    }
# To the coordinator: the contact worker who spoke for somebody is gone, and has no colleague.
notice-nobody-speaks = 🤷 Dossier { $number }: niemand spreekt nog namens de persoon. Een antwoord komt nu nergens aan.
# To who answers: the contact worker who speaks for somebody is away, and nobody of the organisation is there.
notice-speaker-away = 🏖 Dossier { $number }: wie namens de persoon spreekt, is afwezig, en niemand doet het intussen. Een antwoord wacht tot die er weer is.
