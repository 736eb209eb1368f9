### Staff report: for somebody without Telegram, or what they saw themselves. Buttons: 25 characters at most.

behalf-ask = 🤝 Wat wil de persoon melden? Schrijf het, spreek het in of stuur een foto. Zonder naam, nummer of adres van de persoon.
observed-ask = 👣 Wat heb je gezien of gehoord? Schrijf het, spreek het in of stuur een foto.
# In the summary: for whom it is.
behalf-whose = 🤝 Namens iemand, zonder naam
observed-whose = 👣 Eigen vaststelling, zonder melder
# $found: "een naam, een telefoonnummer".
behalf-warning = ⚠️ Dit lijkt iemand herkenbaar te maken: { $found }. Haal het weg als het niet nodig is.
recognisable-name = een naam
recognisable-phone = een telefoonnummer
recognisable-register-number = een rijksregisternummer
recognisable-email = een e-mailadres
recognisable-other = een nummer
behalf-sensitive = 🔒 Zeg aan de persoon: alleen { $roles } lezen dit. Het gaat niet naar de huisbaas of de baas. Soms volgt een controle.
observed-sensitive = 🔒 Gevoelig: alleen { $roles } lezen dit.
# The tick, not set and set.
behalf-agree = ☐ Persoon is akkoord
behalf-agreed = ☑️ Persoon is akkoord
behalf-kept = 🤝 Dossier { $number } staat bij jouw dossiers. Antwoorden komen bij jou, tot de persoon het zelf overneemt.
observed-kept = 👣 Vastgelegd als dossier { $number }, zonder melder.
