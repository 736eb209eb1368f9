### Refusals and what went wrong. Every refusal in bot/domain/errors.py names one of these.

refused = Dat kan niet.
refused-wijk-unknown = Deze wijk kennen wij niet.
refused-case-unknown = Deze melding kennen wij niet.
# Staff only.
refused-not-yours = Dit hoort niet bij jouw wijken.
refused-not-possible-now = Dat kan nu niet meer met deze melding.
refused-often-enough = 🔁 Dit staat vandaag al vaak genoteerd. Meer noteren hoeft vandaag niet: we weten het. Is iemand in gevaar? Bel 112.
refused-too-late = Dat kan nu niet meer. Druk op "Iets toevoegen" en schrijf wat anders moet.
# Staff only.
refused-already-taken = Een collega ({ $role }) heeft dit al genomen.
# Staff only.
refused-taken-by-coordinator = De coördinator heeft dit al genomen.
# Staff only.
refused-taken-by-administrator = De beheerder heeft dit al genomen.
# Staff only.
refused-taken-by-contact-worker = De contactmedewerker heeft dit al genomen.
# Staff only.
refused-taken-by-team-member = Een teamlid gaat al kijken.
# Staff only.
refused-nobody-of-the-team = In deze wijk is er nu geen teamlid dat kan gaan kijken.
# Staff only.
refused-already-translated = Dit is al vertaald.
refused-button-expired = Deze knop werkt niet meer. Kies opnieuw in het menu.
refused-invitation = Deze uitnodiging is niet meer geldig.
refused-nothing-written = Schrijf het in woorden, alsjeblieft.
refused-too-long = Dit is te lang. Maak het korter en stuur het opnieuw.
# Staff only.
refused-draft-waits = Wat je daarnet schreef, is nog niet verstuurd. Verstuur het of druk op Stop. Probeer het dan opnieuw.
# Staff only: a reply to a case, in the middle of an announcement, a note or a closing.
refused-still-busy = Je antwoordt op een melding, maar je bent nog met iets anders bezig. Maak dat eerst af of druk op Stop. Stuur dit daarna opnieuw.
# Staff only: the time for an announcement.
refused-moment-unclear = Die tijd begrijp ik niet. Schrijf bijvoorbeeld 25-11 10:00, binnen de komende 60 dagen.
# Staff only: the days of an absence.
refused-day-unclear = Die dag begrijp ik niet. Schrijf bijvoorbeeld 24/12 of 24 december, binnen het komende jaar. De laatste dag komt niet voor de eerste.
# Staff only.
refused-announcement-over = Dat kan nu niet meer met dit bericht.
# Staff only.
refused-only-text = Hier kan alleen tekst. Stuur het zonder foto, video of geluid.
# Staff only.
refused-nobody-follows = Nog niemand volgt het nieuws hiervan. Er is niets verstuurd.
# Staff only: nobody else may announce there, and a second person is needed.
refused-nobody-else = Een tweede persoon moet elk bericht goedkeuren. Voor deze plaats is er niemand anders. Vraag de beheerder om iemand uit te nodigen.
# Staff only: an announcement.
refused-your-own = Je eigen bericht keurt een collega goed, niet jij.
# After five tries; the message is kept for a person.
went-wrong = Er ging iets mis bij ons. Je bericht is bewaard. Een mens kijkt ernaar.
# Staff who want to erase everything.
refused-still-staff = Jij werkt nog met Wijklijn. Vraag de beheerder eerst om je rol weg te nemen. Daarna kun je alles wissen.
refused-correction-too-late = Verbeteren kan tot 15 minuten na het versturen. Stuur een nieuw antwoord.
# A language of a quick answer leaves something else open than the Dutch.
refused-other-blanks = Laat dezelfde woorden in hoofdletters staan als in het Nederlands, zoals DATUM. Schrijf het opnieuw.
refused-already-decided = Hierover is al beslist, of het is nog niet klaar.
# Staff only.
refused-not-your-role = Dat hoort niet bij jouw rol.
# Staff only: a report for somebody else.
refused-consent = Vraag eerst of de persoon akkoord gaat. Druk dan op "Persoon is akkoord".
# Somebody opened a link to take a case over.
refused-hand-over = Deze link werkt niet meer. Vraag een nieuwe aan de contactmedewerker.
