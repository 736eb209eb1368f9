### What the resident reads of the desk's work. $who: "de wijkmanager van Waterschei-Noord".

case-in-hand = 🙋 Melding { $number }: { $who } neemt dit in handen. Je krijgt hier antwoord.
case-moved = 🏘 Melding { $number }: iemand anders antwoordt je. Wie nu antwoordt: { $who }.
answer-heading = ✉️ <b>Melding { $number }</b>. Antwoord van { $who }:
# For who reads another language, above the Dutch words.
answer-in-dutch = In het Nederlands. De vertaling volgt.
answer-by-machine = 🤖 Automatisch vertaald, kan fouten hebben. Het Nederlands telt.
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
solved-ask = Is het opgelost?
solved-yes = 👍 Ja
solved-partly = 🌗 Een beetje
solved-no = 👎 Nee
