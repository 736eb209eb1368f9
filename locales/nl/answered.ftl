### What the resident reads of the desk's work. $who: "de wijkmanager van Waterschei-Noord". Buttons: 25 characters at most.

# $due: "vrijdag 27 november"; "none" once there was an answer.
case-in-hand =
    🙋 Melding { $number }: { $who } neemt dit in handen. { $due ->
        [none] Je krijgt hier antwoord.
       *[other] Antwoord ten laatste: { $due }.
    }
case-moved =
    🏘 Melding { $number }: iemand anders antwoordt je. Wie nu antwoordt: { $who }.{ $due ->
        [none] { "" }
       *[other] { " " }Ten laatste: { $due }.
    }
answer-heading = ✉️ <b>Melding { $number }</b>. Antwoord van { $who }:
# For who reads another language, above the Dutch words.
answer-in-dutch = In het Nederlands. De vertaling volgt.
# Other words took the place of those that were sent. $time: "14.05".
answer-corrected = ✏️ Verbeterd om { $time } uur.
# Below an answer, while it is not finished. $day: "vrijdag 27 november".
answer-next = 📅 Volgend bericht ten laatste: { $day }.
# In a sensitive case: no content, for the telephone may lie on a table.
answer-there = ✉️ Je hebt antwoord. Melding { $number }.
answer-show = 👁 Toon
case-handled =
    🏁 Melding { $number } is afgesloten. { $outcome ->
        [solved] Wij denken dat het opgelost is.
        [partly] Een deel is opgelost.
        [not-possible] Dit kunnen we niet oplossen.
       *[not-for-us] Dit kan de stad niet doen.
    }
# Of an idea.
idea-handled =
    🏁 Je idee { $number } is bekeken. { $outcome ->
        [solved] We doen het.
        [partly] Een deel doen we.
        [not-possible] Dit kan nu niet.
       *[not-for-us] De stad beslist hier niet over.
    }
idea-ask = Ben je tevreden met dit antwoord?
solved-ask = Is het opgelost?
# Until when the answer is awaited.
solved-until = 📅 We wachten op je antwoord tot: { $day }.
solved-yes = 👍 Ja
solved-partly = 🌗 Een beetje
solved-no = 👎 Nee
