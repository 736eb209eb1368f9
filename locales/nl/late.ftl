### A day that passed is admitted to the resident. $day is the new one: "vrijdag 27 november".

# $again: True from the second time on; then a conversation is offered by a button.
late-no-answer =
    ⏰ Melding { $number }: { $again ->
        [True] je wacht nog altijd op antwoord. Nieuwe datum, ten laatste: { $day }. Wil je liever iemand spreken?
       *[other] je kreeg nog geen antwoord. Dat spijt ons. Nieuwe datum, ten laatste: { $day }.
    }
# There was an answer, and nothing since.
late-still-open = ⏰ Melding { $number } is nog niet klaar. Je hoorde te lang niets, dat spijt ons. Volgend bericht ten laatste: { $day }.
