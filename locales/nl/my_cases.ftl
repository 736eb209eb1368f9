### My reports: the list, one case, taking it back. Buttons: 25 characters at most.

my-cases = 📋 <b>Mijn meldingen</b>
my-cases-none = 📋 Je hebt nog geen meldingen. Schrijf gewoon wat er is, of kies hieronder.
my-cases-line = <b>{ $number }</b> { $subject }
my-cases-newer = ⬆️ Nieuwere
my-cases-older = ⬇️ Oudere
# To what was closed long ago or taken back; $count: how many.
my-cases-archive = 🗂 Oudere meldingen ({ $count })
my-cases-none-open = Er is nu niets open.
my-cases-none-older = Er zijn geen oudere meldingen.
my-older = 🗂 <b>Oudere meldingen</b>
my-cases-by-number = Ken je het nummer? Stuur het, en je ziet die melding.
# Where it stands, and what is next. $expected: what comes by that day. $owner: "de wijkmanager van Waterschei-Noord"; $due: "vrijdag 27 november".
my-case-status =
    { $status ->
        [received] ⏳ Ontvangen. Antwoord ten laatste { $due }.
        [in-hand] 🙋 In handen van { $owner }. { $expected ->
            [answer] Antwoord ten laatste { $due }.
            [news] Je hoort meer ten laatste { $due }.
           *[none] Je krijgt hier antwoord.
        }
        [passed-on] 📨 Doorgegeven aan een dienst. { $expected ->
            [answer] Antwoord ten laatste { $due }.
            [news] Je hoort meer ten laatste { $due }.
           *[none] Je krijgt hier antwoord.
        }
        [handled] 🏁 Afgesloten. Is het opgelost?
        [solved] 👍 Opgelost.
        [idea-handled] 🏁 Bekeken. Ben je tevreden met het antwoord?
        [idea-solved] 👍 Bekeken.
        [settled] 📁 Gesloten. Je kan ze altijd weer openen.
        [reopened] 🔄 Weer open. Antwoord ten laatste { $due }.
       *[withdrawn] ✖️ Ingetrokken.
    }
my-case-sent = 🗓 Verstuurd: { $day }
# Of a sensitive report: how often staff who may read it looked.
my-case-looks =
    👁 { $count ->
        [0] Nog door niemand gelezen.
        [one] 1 keer gelezen door wie dit mag lezen.
       *[other] { $count } keer gelezen door wie dit mag lezen.
    }
# $last: "vrijdag 27 november om 21.40 uur".
my-case-times =
    🔁 Het gebeurde weer: { $times ->
        [one] 1 keer
       *[other] { $times } keer
    }. Laatst: { $last }.
withdraw = ✖️ Trek in
withdraw-ask = Wil je melding { $number } intrekken? Dan doet niemand er nog iets mee. Opnieuw melden kan altijd.
withdraw-yes = ✖️ Ja, trek in
withdrawn = ✖️ Melding { $number } is ingetrokken. Is er later weer iets? Meld het gewoon opnieuw.
