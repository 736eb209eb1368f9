### Below the summary of a report, question or idea: is it right? Sending it, changing it, talking first. Buttons: 25 characters at most.

## The summary: every line stands on its own.

draft-summary = 📄 Klopt dit?
draft-words = <blockquote>{ $words }</blockquote>
draft-media = 📎 { $media }
draft-category-is = { $category }
draft-category-unknown = 🏷 Onderwerp: weet ik niet
draft-place-is = 📍 { $place }
draft-place-spot = 📍 De plaats die je stuurde
draft-place-unknown = 📍 Plaats: weet ik niet
draft-urgent = ⏱ Nu bezig
# Sensitive categories only. $roles: "de wijkmanager en de contactmedewerker".
draft-sensitive = Alleen { $roles } lezen dit. We geven het niet aan je huisbaas of baas. Soms volgt een controle.
# From the city file, per category.
draft-follows = ➡️ { $follows }
draft-more = Je kan nog tekst of foto's sturen.
draft-send = ✅ Verstuur
draft-change = ✏️ Verander
draft-talk = 💬 Eerst praten
draft-sent = 📤 Verstuurd.
# Said in the resident's name, as the words of the new case.
draft-talk-wish = Ik wil eerst met iemand praten.
draft-talk-sent = 💬 We vroegen een gesprek voor je aan. Wat je schreef, is niet verstuurd. Iemand antwoordt je hier.

## Changing one answer.

draft-change-what = Wat wil je veranderen?
draft-change-words = ✏️ Mijn tekst of foto's
draft-change-category = 🏷 Het onderwerp
draft-change-place = 📍 De plaats
