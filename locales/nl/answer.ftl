### Answering: the desk's side. $number is a case's number as text. Buttons: 25 characters at most.

# $language: of a conversation that is not in Dutch, else "none".
answer-write =
    💬 Schrijf je antwoord op dossier { $number }. { $language ->
        [none] { "" }
       *[other] Doe het in de taal van het bericht: { $language }. { "" }
    }Een foto, spraakbericht of plaats kan ook.
answer-preview-title = 👀 <b>Zo gaat het naar bewoner { $alias }</b> (dossier { $number })
answer-spot = een plaats
# $media: "2 foto's".
answer-attached = 📎 { $media }
answer-by-people = 🌍 De bewoner leest dit in de eigen taal. Mensen hebben het vertaald.
answer-translation =
    🌍 De bewoner krijgt het Nederlands meteen. { $by ->
        [machine] De automatische vertaling volgt.
       *[person] De vertaling van een contactmedewerker volgt.
    }
# A contact worker writes in a conversation as the resident does.
answer-as-written = 🌍 De bewoner leest dit zoals het er staat. Taal: { $language }.
answer-send = ✅ Verstuur
answer-as-note = 📝 Als notitie
# Of cases that go together: the answer is for who reported this one.
answer-only-this = 👤 Alleen deze bewoner
answer-stop = ✖️ Stop
answer-sent = ✅ Verstuurd bij dossier { $number }.
# $until: "14.20".
answer-may-correct = Verbeteren kan tot { $until } uur.
answer-correct = ✏️ Verbeter
answer-stopped = ✖️ Gestopt. Er is niets verstuurd bij dossier { $number }.
# After ten minutes without a decision; what was written follows. $what: what it was to become.
answer-waits =
    ⏳ { $what ->
        [loose-waits] Wat je schreef, hoort nog bij geen dossier. Er is niets verstuurd.
        [close-waits] Dossier { $number } is nog niet afgesloten. Wat doe je ermee?
        [errand-unsent] Wat je zag bij dossier { $number } is nog niet verstuurd. Wat doe je ermee?
        [pass-waits] Dossier { $number } is nog niet doorgegeven. Wat doe je ermee?
        [heard-waits] Wat de partner zei over dossier { $number }, is nog niet bewaard. Wat doe je ermee?
       *[answer-waits] Dit antwoord op dossier { $number } is nog niet verstuurd. Wat doe je ermee?
    }
answer-gone =
    ⚠️ { $what ->
        [loose-waits] Wat je schreef, is niet verstuurd en niet bewaard. Schrijf het opnieuw.
        [close-waits] Dossier { $number } is niet afgesloten, en je reden is niet bewaard. Begin opnieuw.
        [errand-unsent] Wat je zag bij dossier { $number } is niet verstuurd en niet bewaard. Stuur het opnieuw.
        [pass-waits] Dossier { $number } is niet doorgegeven, en je tekst is niet bewaard. Begin opnieuw.
        [heard-waits] Wat de partner zei over dossier { $number }, is niet bewaard. Schrijf het opnieuw.
       *[answer-waits] Je antwoord op dossier { $number } is niet verstuurd en niet bewaard. Schrijf het opnieuw.
    }

## Words of staff that belong to no case yet.

loose-which = Bij welk dossier hoort dit?
loose-none = Er wacht geen dossier op jou, dus dit is niet bewaard als antwoord. Met /werk zie je wat wacht.
loose-dropped = ✖️ Gestopt. Er is niets verstuurd.
