### A day that passed is admitted to the resident. $day is the new one: "vrijdag 27 november".

# $again: True from the second time on; then a conversation is offered by a button.
late-no-answer =
    ⏰ № { $number }: { $again ->
        [True] все още чакате отговор. Нова дата, най-късно: { $day }. Искате ли да говорите с човек?
       *[other] още нямате отговор. Съжаляваме. Нова дата, най-късно: { $day }.
    }
# There was an answer, and nothing since.
late-still-open = ⏰ № { $number } още не е приключено. Дълго не Ви писахме, съжаляваме. Следваща новина най-късно: { $day }.
