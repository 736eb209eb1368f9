### /overzicht: who has how much. $who: "wijkmanager 3", $to: "wijkmanager 5 · Winterslag". $open, $late, $nobodys and $nowhere count cases:
### open, late, in the hands of nobody, and without a wijk. Buttons: 25 characters at most.

overview =
    👥 <b>Overzicht</b>
    { $open } open · ⏰ { $late } te laat · { $nobodys } van niemand{ $nowhere ->
        [0] { "" }
       *[other] { " " }· { $nowhere } zonder wijk
    }
colleague-all =
    { $count ->
        [one] 👥 Wie krijgt het open dossier van { $who }?
       *[other] 👥 Wie krijgt de { $count } open dossiers van { $who }?
    }
colleague-all-sure =
    { $count ->
        [0] { $who } heeft niets meer open.
        [one] Geef je het open dossier van { $who } aan { $to }?
       *[other] Geef je de { $count } open dossiers van { $who } aan { $to }?
    }
# $left: how many stayed, for the role of the other may not have them.
colleague-all-given =
    👥 Gedaan: { $count ->
        [one] 1 dossier doorgegeven
       *[other] { $count } dossiers doorgegeven
    }.{ $left ->
        [0] { "" }
       *[other] { " " }{ $left } bleven: die rol mag ze niet lezen.
    }
colleague-gave-all =
    { $count ->
        [one] 👥 De coördinator gaf je 1 dossier van een collega. Met /werk zie je het.
       *[other] 👥 De coördinator gaf je { $count } dossiers van een collega. Met /werk zie je ze.
    }
colleague-took-all =
    { $count ->
        [one] 👥 De coördinator gaf 1 dossier van jou aan een collega.
       *[other] 👥 De coördinator gaf { $count } dossiers van jou aan een collega.
    }
colleague-release = 🚪 Neem je de rol weg van { $who }? Wat open is ({ $count }), gaat naar anderen.
colleague-released = 🚪 De rol is weg. Wat open was, ging naar anderen.
colleague-gone = Deze collega heeft geen rol meer.

## Buttons: 25 characters at most.

overview-nowhere = 🏘 { $count } zonder wijk
overview-invite = ➕ Uitnodigen
overview-trail = 🧾 Logboek
colleague-see = 📁 Dossiers
colleague-give = ➡️ Alles doorgeven
colleague-end = 🚪 Rol wegnemen
colleague-all-yes = ➡️ Ja, geef alles
colleague-end-yes = 🚪 Ja, neem weg
