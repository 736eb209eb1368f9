### For people of a partner: a case that was passed on to them. $number is the case's number as text.
### Buttons: 25 characters at most.

partner-answer = 💬 Antwoorden
partner-done = ✅ Klaar
partner-stop = ✖️ Stop
partner-without = ⏭ Zonder tekst
partner-asked = 📨 <b>Dossier { $number }: stad { $city } vraagt jullie hulp.</b>
partner-over = 📁 Dossier { $number }: dit hoeft niet meer. Dank je.
partner-is-done = ✅ Dossier { $number }: klaar. Dank je.
partner-write = Dossier { $number }: schrijf je antwoord aan de { $role }. Alleen de stad leest het.
partner-write-done = Dossier { $number }: wat deden jullie? Schrijf het kort.
partner-kept =
    ✅ De { $role } heeft je antwoord bij dossier { $number }. { $done ->
        [True] Het is klaar voor jullie.
       *[False] Je kan later nog antwoorden.
    }
partner-stopped = Niets verstuurd.
# The list of what waits.
partner-list =
    { $count ->
        [0] Er wacht niets op jullie.
        [one] Er wacht 1 dossier op jullie. Druk erop om te antwoorden.
       *[other] Er wachten { $count } dossiers op jullie. Druk op een dossier om te antwoorden.
    }
