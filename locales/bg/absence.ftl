### Saying that somebody is away, step by step. $whose: "mine", or a colleague by role and places.
### Buttons: 25 characters at most.

away-who = 👥 Кой колега отсъства?
away-from =
    { $whose ->
        [mine] 🏖 Кой е първият Ви ден отсъствие?
       *[other] 🏖 { $whose }: кой е първият ден отсъствие?
    } Изберете или напишете например 24/12.
# $from: the first day.
away-until = 🏖 Първи ден: { $from }. Кой е последният? Изберете или напишете например 4/1.
away-instead = 🏖 Първи ден: { $from }. Последен ден: { $until }. Кой замества?
away-nobody = 👥 Екипът
# $by: who stands in, or "nobody".
away-sure =
    { $whose ->
        [mine] 🏖 Отсъствате Вие.
       *[other] 🏖 Отсъства: { $whose }.
    } Първи ден: { $from }, последен ден: { $until }. { $by ->
        [nobody] Отворените преписки отиват при екипа или координатора.
       *[other] Отворените преписки отиват при: { $by }.
    } Вярно ли е?
away-yes = ✅ Да, вярно е
