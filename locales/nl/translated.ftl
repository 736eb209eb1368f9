### The resident's side of a translation: it follows the Dutch answer, is marked, and the Dutch is a press away.
### Buttons: 25 characters at most.

# A reply to the answer. $words is the translation, $mark one of the three lines below.
translated-answer =
    ✉️ Vertaling bij melding { $number }

    <blockquote>{ $words }</blockquote>
    { $mark }
translated-by-machine = 🤖 Automatisch vertaald, kan fouten hebben. Het Nederlands telt.
translated-by-person = ✍️ Vertaald door een medewerker. Het Nederlands telt.
# A name, number or date differs, a "not" is gone, or it is in the wrong language; the Dutch stands below it.
translated-doubtful = 🤖 Automatisch vertaald, er kan iets fout zijn. Lees ook het Nederlands hieronder.
# The answer was a voice message.
translated-heard = 🎤 Gesproken, automatisch uitgeschreven. Luister om zeker te zijn.
# Above the Dutch words, below a translation that may be wrong.
translated-beside = 🔤 In het Nederlands:
translated-in-dutch =
    ✉️ Antwoord bij melding { $number }

    <blockquote>{ $words }</blockquote>
# A sensitive case: the notification says nothing.
translated-hidden = ✉️ De vertaling is er. Melding { $number }.
translated-show = 👁 Toon
translated-hide = 🙈 Verberg
translated-original = 🔤 Toon origineel
translated-again = 🌐 Toon vertaling
# Other words took the place of those that were translated here; their translation follows in this place.
translated-anew = ✏️ Het antwoord op melding { $number } is verbeterd. De nieuwe vertaling volgt.
