### How the bot presents itself in Telegram: name (64), description (512), short description (120), commands.

bot-name = Wijklijn { $city }
# Shown in an empty chat, before somebody presses START.
bot-description = Een lijn met stad { $city }. Meld een probleem in je wijk of stel een vraag. Schrijf, spreek in of stuur een foto, in het Nederlands, Türkçe of Български. Je naam en nummer zien we niet.
bot-short-description = Meld een probleem in je wijk of vraag iets aan stad { $city }.

## Commands. Descriptions are shown beside their names.

command-melden = Probleem melden
command-vraag = Vraag stellen
command-meldingen = Mijn meldingen
command-nieuws = Wijknieuws
command-wijkmanager = { $Role }: wie en waar
command-taal = Kies je taal
command-gegevens = Taal, gegevens, alles wissen
command-help = Hoe werkt het?
command-stop = Stop waar je mee bezig bent
command-werk = Wat wacht
command-zoek = Zoek een dossier: /zoek Hoogstraat
command-overzicht = Wie heeft hoeveel, logboek
command-dossier = Een dossier tonen: /dossier 48271
command-bericht = Bericht naar een wijk
command-afwezig = Afwezig zijn
command-straten = Straten die collega's plaatsten
command-cijfers = Cijfers van veelgestelde vragen
command-affiche = Affiche van een wijk als pdf
command-vertalen = Wat wacht op vertaling
command-uren = Je werkuren: wanneer geluid
command-namens = Melden namens iemand
command-agenda_wijk = Maand van de wijk als pdf
