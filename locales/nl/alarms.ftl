### What administrators are told when the bot itself is in trouble. $when is a day and a time. The name at the end is the
### one that docs/operations.md explains to who keeps the server: it is the same in every language.

# $hours and $minutes: how long it was away. $lost is 1 when that was over 24 hours: Telegram throws away what is older.
alarm-down-long =
    🔔 De bot lag { $hours ->
        [0] { $minutes } minuten
       *[other] { $hours } uur
    } stil, tot { $when }. { $lost ->
        [1] Wat mensen meer dan een dag geleden schreven, is verloren.
       *[other] Wat mensen intussen schreven, komt nu binnen.
    } Vraag aan de serverbeheerder hoe het kwam. (down-long)
alarm-token-revoked = 🔔 Telegram weigerde de bot: het token was ingetrokken ({ $when }). Nu lees je dit, dus het werkt weer. Vraag aan de serverbeheerder wie dat deed. (token-revoked)
alarm-second-poller = 🔔 Een tweede programma haalde de berichten van deze bot op ({ $when }). Sommige bewoners kregen misschien geen antwoord. Laat de serverbeheerder dat programma zoeken en stoppen. (second-poller)
alarm-somebody-elses-webhook = 🔔 Telegram stuurde wat bewoners schreven naar een ander adres ({ $when }). Hier kwam toen niets binnen. Laat de serverbeheerder nakijken wie het token heeft. (somebody-elses-webhook)
alarm-webhook-drifted = 🔔 Iemand veranderde het adres waar Telegram berichten aflevert ({ $when }). Laat de serverbeheerder nakijken wie het token heeft. (webhook-drifted)
alarm-disk-low = 🔔 De schijf van de server is bijna vol: nog { $percent } % is vrij ({ $when }). Laat de serverbeheerder plaats maken, anders komt er niets meer binnen. (disk-low)
alarm-message-broken = 🔔 Een bericht van de bot is niet aangekomen: Telegram nam het niet aan ({ $when }). Laat de serverbeheerder in het logboek kijken. (message-broken)
alarm-row-set-aside = 🔔 Iets wat binnenkwam, kon de bot niet verwerken ({ $when }). Wat te lezen was, is bewaard. Laat de serverbeheerder in het logboek kijken. (row-set-aside)
alarm-database-unwritable = 🔔 De bot kon een tijd niets opslaan, vanaf { $when }. Nu lukt het weer. Vraag aan de serverbeheerder hoe het kwam. (database-unwritable)
alarm-journal-unwritable = 🔔 Een verzoek om te wissen wacht: de bot kan het niet noteren in het bestand met wissingen ({ $when }). Laat de serverbeheerder dat bestand nakijken. Daarna wist de bot vanzelf. (journal-unwritable)
alarm-backup-old = 🔔 De laatste reservekopie is { $hours } uur oud ({ $when }). Laat de serverbeheerder nakijken waarom er geen nieuwe is. (backup-old)
# $characters is the number that was meant for a month. Texts go on being translated.
alarm-translator-budget = 🔔 Deze maand ging er meer tekst naar de vertaalmachine dan bedoeld: meer dan { $characters } tekens ({ $when }). Vertalen gaat gewoon door. Overleg met de serverbeheerder over de kosten. (translator-budget)
