### /afwezig: who of staff is away. A colleague is named by role and places, never by name.
### Buttons: 25 characters at most; a colleague in one takes what it needs. Buttons: 25 characters at most.

# $places: names of wijken or stadsdelen; "everywhere" for the whole city.
colleague =
    { desk-role }{ $places ->
        [everywhere] { "" }
       *[other] { " " }· { $places }
    }
# $count: how many absences there are to read of.
away =
    { $count ->
        [0] ✅ <b>Er is niemand afwezig.</b>
       *[other] 🏖 <b>Afwezig</b>
    }
# $whose: "mine", or a colleague; $by: who stands in, or "nobody" in particular. Days such as "vrijdag 27 november".
away-line =
    { $whose ->
        [mine] Jij
       *[other] { $whose }
    }: { $began ->
        [True] tot en met { $until }
       *[False] van { $from } tot en met { $until }
    }. { $by ->
        [nobody] Vervanging: het team, of de coördinator.
       *[other] Vervanging: { $by }.
    }
away-new = 🏖 Ik ben afwezig
away-other = 👥 Een collega is afwezig
away-back-now =
    { $whose ->
        [mine] 👋 Ik ben er weer
       *[other] 👋 Er weer: { $whose }
    }
away-cancel =
    { $whose ->
        [mine] 🗑 Toch niet afwezig
       *[other] 🗑 Toch niet: { $whose }
    }
away-longer =
    { $whose ->
        [mine] 📅 Andere laatste dag
       *[other] 📅 Andere dag: { $whose }
    }
# To the substitute. $absent: the colleague's role and places; $count: how many open cases came along.
away-stand-in =
    🏖 Je vervangt een collega ({ $absent }) tot en met { $until }. { $count ->
        [0] Er kwamen geen open dossiers mee.
        [one] 1 open dossier is nu van jou.
       *[other] { $count } open dossiers zijn nu van jou.
    }
away-stood-in =
    👋 Je collega ({ $absent }) is er weer. { $count ->
        [0] Er ging geen dossier terug.
        [one] 1 dossier ging terug.
       *[other] { $count } dossiers gingen terug.
    }
away-back =
    👋 Welkom terug. { $count ->
        [0] Er kwam geen dossier terug. Met /werk zie je wat wacht.
        [one] 1 dossier is weer van jou. Met /werk zie je wat wacht.
       *[other] { $count } dossiers zijn weer van jou. Met /werk zie je wat wacht.
    }
