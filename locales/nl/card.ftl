### The card of a case, for staff. $number is the case's number as text, $alias a drawn name such as 7F3K.
### Buttons: 25 characters at most.

# $about is the category of a signal with its pictogram, or "none".
card-title =
    { $kind ->
        [question] ❓ <b>Vraag { $number }</b>
        [idea] 💡 <b>Idee { $number }</b>
       *[signal] <b>Melding { $number }</b> · { $about ->
            [none] 🏷 Geen categorie
           *[other] { $about }
        }
    }
card-urgent = ❗ <b>Dringend</b>
card-talk = 🙋 <b>Wil met iemand praten</b>
# $place: a street or words of the resident; "none" when there are none.
card-place =
    📍 { $wijk }{ $place ->
        [none] { "" }
       *[other] , { $place }
    }
card-no-wijk =
    📍 Nog geen wijk{ $place ->
        [none] { "" }
       *[other] : { $place }
    }
# $came: when it came, "ma 7/9 10.00": it stays true however long the card stands there.
# $origin: whose words it began with.
card-who =
    { $origin ->
        [observed] 👣 Eigen vaststelling
        [behalf] 👤 Bewoner { $alias }, via contactmedewerker
       *[resident] 👤 Bewoner { $alias }
    } · { $came }
# $day: "vrijdag 27 november".
card-due =
    ⏰ { $when ->
        [late] <b>Te laat</b>: het antwoord moest er zijn op { $day }
        [today] Antwoord <b>vandaag</b>, { $day }
       *[later] Antwoord ten laatste { $day }
    }
card-no-due = ⏰ Antwoord zo snel mogelijk
# After an answer. $day: "vrijdag 27 november".
card-next = 📅 De bewoner hoort weer iets ten laatste { $day }
# The day had passed, and the resident was told another one.
card-promised = 📅 Nieuwe dag, aan de bewoner gezegd: { $day }
# What the resident says of a case that the desk has closed.
card-verdict =
    { $said ->
        [yes] 👍 De bewoner zegt: opgelost
        [partly] 🌗 De bewoner zegt: een beetje opgelost
        [no] 👎 De bewoner zegt: niet opgelost
        [nothing] 📁 De bewoner zei niets in 14 dagen
       *[waits] ⏳ Wacht op de bewoner: is het opgelost?
    }
# $who: nobody, me, or the role of a colleague.
card-status =
    { $status ->
        [reopened] 🔁 Heropend ({ $times }×). { "" }
       *[other] { "" }
    }{ $who ->
        [nobody] ⏳ Nog niet genomen
        [me] ✋ Jij hebt dit
        [coordinator] ✋ De coördinator heeft dit
        [administrator] ✋ De beheerder heeft dit
       *[wijkmanager] ✋ Een collega ({ $role }) heeft dit
    }
card-over =
    { $status ->
        [withdrawn] ↩️ Ingetrokken door de bewoner
       *[handled] ✅ Afgesloten: { $outcome ->
            [solved] opgelost
            [partly] deels opgelost
            [not-possible] niet op te lossen
           *[not-for-us] niet voor ons
        }
    }
# How often it happened again, and when last: "vrijdag 27 november om 21.40 uur".
card-again = 🔁 Gebeurde weer: { $times } keer. Laatst: { $last }.
# $note: what the city wrote for the desk about ideas.
card-idea = 💶 { $note }
# What the city's own system calls it.
card-reference = 🔖 Referentie: { $reference }
# $day: "vrijdag 27 november".
card-visit = 🏠 Bezoek: { $day }
card-notes =
    📝 { $count ->
        [one] 1 notitie
       *[other] { $count } notities
    }
# $may: whether who reads this may read the words.
card-sensitive =
    🔒 Gevoelig. { $may ->
        [True] Toon het alleen waar niemand meeleest.
       *[False] Jouw rol leest dit niet.
    }
card-longer = ⤵️ De hele tekst staat hieronder.
# $media: "2 foto's".
card-media = 📎 { $media }
card-not-yours = Dossier { $number } hoort niet meer bij jou.
# In the place of a card of which a newer one was opened.
card-older = ⬇️ Dossier { $number }: de kaart staat verder in dit gesprek.
card-erased = 🧹 Dossier { $number }: gewist.

## Buttons below the card: 25 characters at most.

desk-take = ✋ Ik neem dit
desk-answer = 💬 Antwoorden
desk-more = ⋯ Meer
desk-look = 👁 Toon
desk-quick = ⚡ Snelantwoord
desk-note = 📝 Notitie
desk-close = ✅ Afsluiten
desk-wijk = 🏘 Andere wijk
desk-category = 🏷 Andere categorie
desk-reference = 🔖 Referentie
desk-street = 🛣 Straat hoort hier
desk-original = 🔤 Toon origineel
desk-back = ◀️ Terug
desk-today = Vandaag
desk-tomorrow = Morgen
desk-open = 📁 Toon dossier
page-before = ⬅️ Vorige
page-after = ➡️ Volgende
desk-outcome-solved = 👍 Opgelost
desk-outcome-partly = 🌗 Deels opgelost
desk-outcome-not-possible = 🚫 Niet op te lossen
desk-outcome-not-for-us = 📮 Niet voor ons
