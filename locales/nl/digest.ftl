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
digest-not-yours = Dit overzicht hoort niet meer bij jou.
