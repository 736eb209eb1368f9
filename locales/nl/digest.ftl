### Digests for staff: one message that stands for many, and is kept up to date. Buttons: 25 characters at most.

desk-digest =
    { $count ->
        [0] ✅ Van deze nieuwe meldingen wacht er geen meer.
        [one] 📥 <b>1 nieuwe melding wacht</b>
       *[other] 📥 <b>{ $count } nieuwe meldingen wachten</b>
    }
# $about: a category with its pictogram, or "none"; $wijk: a name, or "none".
digest-heap =
    { $count } × { $about ->
        [none] zonder categorie
       *[other] { $about }
    } · { $wijk ->
        [none] geen wijk
       *[other] { $wijk }
    }
digest-more =
    { $count ->
        [one] en nog 1 andere
       *[other] en nog { $count } andere
    }
digest-work = 📋 Toon wat wacht
relay-digest =
    { $count ->
        [0] ✅ Er wacht geen tekst meer op vertaling.
        [one] 🌐 1 tekst wacht op vertaling.
       *[other] 🌐 { $count } teksten wachten op vertaling.
    }
digest-relay = 🌐 Toon de teksten
# Stands for reminders of many cases at once; what is late and due today is counted below it.
desk-due = ⏰ <b>Voor nog meer dossiers is het antwoord bijna nodig, of te laat</b>
digest-not-yours = Dit overzicht hoort niet meer bij jou.

## In the morning, for who set work hours: what presses, and what came while it was quiet.

desk-morning = ☀️ <b>Terwijl het stil was</b>
morning-urgent =
    ❗ { $count ->
        [one] 1 dringend dossier
       *[other] { $count } dringende dossiers
    }
morning-late =
    ⏰ { $count ->
        [one] 1 antwoord is te laat
       *[other] { $count } antwoorden zijn te laat
    }
morning-today =
    📅 { $count ->
        [one] 1 antwoord moet er vandaag zijn
       *[other] { $count } antwoorden moeten er vandaag zijn
    }
morning-reopened =
    🔁 { $count ->
        [one] 1 dossier is heropend
       *[other] { $count } dossiers zijn heropend
    }
# Own cases to which the resident added something.
morning-said =
    ➕ { $count ->
        [one] Bij 1 van jouw dossiers kwam iets bij
       *[other] Bij { $count } van jouw dossiers kwam iets bij
    }
morning-new =
    📥 { $count ->
        [one] 1 nieuwe melding:
       *[other] { $count } nieuwe meldingen:
    }
morning-texts =
    🌐 { $count ->
        [one] 1 tekst wacht op vertaling
       *[other] { $count } teksten wachten op vertaling
    }
