### What a resident wrote, as staff read it. $code is a language's code, $own its name in the language itself. Buttons: 25 characters at most.

words-language =
    { $code ->
        [tr] Turks
        [bg] Bulgaars
        [nl] Nederlands
       *[other] { $own }
    }
words-mark =
    { $state ->
        [machine] 🤖 Automatisch vertaald uit het { words-language }:
        [check] ⚠️ Automatisch vertaald uit het { words-language }, nakijken:
        [person] Vertaald uit het { words-language }:
        [original] In het { words-language }:
        [failed] In het { words-language }. Automatisch vertalen lukte niet, een contactmedewerker is gevraagd:
       *[waiting] In het { words-language }, vertaling volgt:
    }
# The same where the words are too few to tell the language: what a chat is set to is said to nobody.
words-mark-unsure =
    { $state ->
        [machine] 🤖 Automatisch vertaald:
        [check] ⚠️ Automatisch vertaald, nakijken:
        [person] Vertaald:
        [original] Zoals het er staat:
        [failed] Automatisch vertalen lukte niet, een contactmedewerker is gevraagd:
       *[waiting] Vertaling volgt:
    }
# Above what a machine wrote down of a voice message.
words-heard = 🎤 Automatisch uitgeschreven. Luister om zeker te zijn.
words-written-down = 🎤 Uitgeschreven bij { $number }:
# In the place of the words of a sensitive case.
words-sensitive = 🔒 Nieuw bij { $number }. Toon het alleen waar niemand meeleest.
words-in-full = 📄 De hele tekst bij { $number }:
words-more = ➕ Bewoner { $alias } voegt toe bij { $number }:
words-translated = 🔤 Vertaling bij { $number }:
words-shown =
    { $sensitive ->
        [True] 🔒 Dossier { $number }. Dit verdwijnt na 10 minuten.
       *[False] 📄 Dossier { $number }:
    }
# The place of a sensitive case as it was typed: with the words, on a press.
case-place = 📍 { $place }
words-original =
    { $sensitive ->
        [True] 🔒 Dossier { $number }. Dit verdwijnt na 10 minuten.
       *[False] 🔤 Origineel bij { $number }:
    }
# Staff pressed to see something that holds no text, picture or place.
words-nothing = Bij { $number } is niets om te tonen.
# Below the original, where a machine translated it.
words-check = 🔍 Laat nakijken
words-check-asked = 🔍 Gevraagd: een contactmedewerker kijkt de vertaling bij { $number } na.
