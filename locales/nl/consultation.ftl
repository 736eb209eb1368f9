### The sheet for the structural consultation of a wijk (/agenda_wijk). Staff only; Dutch is printed.

agenda-wijken = 📄 Blad voor het wijkoverleg: van welke wijk?
agenda-months = 📄 { $wijk }: van welke maand? Alleen maanden die voorbij zijn.
agenda-month = { date-month } { $year }
# Below the page.
agenda-sheet = 📄 <b>{ $wijk }</b>, { $month }. Niemand is erin te herkennen, en er staat geen tekst van bewoners in.

## On the page. A number below ten is never told.

agenda-title = Wijkoverleg
agenda-city = Stad { $city }
agenda-signals = meldingen
agenda-questions = vragen
agenda-ideas = ideeën
agenda-closed = dossiers afgesloten
agenda-again = keer: het gebeurt weer
agenda-waiting = wachten nu op een partner
agenda-few = minder dan 10
agenda-many = { $least } of meer
agenda-between = { $least } tot { $most }
agenda-themes = Waarover gingen de meldingen?
agenda-unknown = Onderwerp niet gezegd
agenda-more-themes = Er waren nog andere onderwerpen, elk van minder dan 10 mensen.
agenda-no-themes = Deze maand kwamen er geen meldingen.
agenda-places = Plaatsen die terugkomen
agenda-no-places = Geen straat met meldingen van verschillende mensen.
agenda-partners = Wat wacht op een partner
agenda-no-partners = Per partner is hier niets te tonen.
agenda-agreed = Wat spreken we af?
agenda-foot = "Minder dan 10": van minder dan 10 verschillende mensen; soms om een ander klein getal te beschermen. Een getal met "tot" is met opzet niet precies. Teruggenomen meldingen tellen niet mee. Een straat staat er vanaf drie mensen.
