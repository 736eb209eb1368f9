### My reports: the list, one case, taking it back.

my-cases = 📋 <b>Mijn meldingen</b>
my-cases-none = 📋 Je hebt nog geen meldingen. Schrijf gewoon wat er is, of kies hieronder.
my-cases-line = <b>{ $number }</b> { $subject }
my-cases-newer = ⬆️ Nieuwere
my-cases-older = ⬇️ Oudere
# Where it stands, and what is next. $owner: "de wijkmanager van Waterschei-Noord"; $due: "vrijdag 27 november".
my-case-status =
    { $status ->
        [received] ⏳ Ontvangen. Antwoord ten laatste { $due }.
        [in-hand] 🙋 In handen van { $owner }. Je krijgt hier antwoord.
        [passed-on] 📨 Doorgegeven aan een dienst. Je krijgt hier antwoord.
        [handled] 🏁 Afgesloten. Is het opgelost?
        [solved] 👍 Opgelost.
        [settled] 📁 Gesloten. Je kan ze altijd weer openen.
        [reopened] 🔄 Weer open. Antwoord ten laatste { $due }.
       *[withdrawn] ✖️ Ingetrokken.
    }
my-case-sent = 🗓 Verstuurd: { $day }
my-case-times =
    🔁 Het gebeurde weer: { $times ->
        [one] 1 keer
       *[other] { $times } keer
    }
withdraw = ✖️ Trek in
withdraw-ask = Wil je melding { $number } intrekken? Dan doet niemand er nog iets mee.
withdraw-yes = ✖️ Ja, trek in
withdrawn = ✖️ Melding { $number } is ingetrokken.
