### Saying that somebody is away, step by step. $whose: "mine", or a colleague by role and places.
### Buttons: 25 characters at most.

away-who = 👥 Welke collega is afwezig?
away-from =
    { $whose ->
        [mine] 🏖 Wat is je eerste dag afwezig?
       *[other] 🏖 { $whose }: wat is de eerste dag afwezig?
    } Kies, of schrijf bijvoorbeeld 24/12.
# $from: the first day.
away-until = 🏖 Afwezig vanaf { $from }. Wat is de laatste dag? Kies, of schrijf bijvoorbeeld 4/1.
away-instead = 🏖 Afwezig van { $from } tot en met { $until }. Wie vervangt?
away-nobody = 👥 Het team
# $by: who stands in, or "nobody".
away-sure =
    { $whose ->
        [mine] 🏖 Jij bent
       *[other] 🏖 { $whose } is
    } afwezig van { $from } tot en met { $until }. { $by ->
        [nobody] Open dossiers gaan naar het team, of naar de coördinator.
       *[other] Open dossiers gaan naar: { $by }.
    } Klopt dit?
away-yes = ✅ Ja, zo klopt het
