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
        [0] ✅ <b>Никой не отсъства.</b>
       *[other] 🏖 <b>Отсъстват</b>
    }
# $whose: "mine", or a colleague; $by: who stands in, or "nobody" in particular. Days such as "петък, 27 ноември".
away-line =
    { $whose ->
        [mine] Вие
       *[other] { $whose }
    }: { $began ->
        [True] последен ден { $until }
       *[False] първи ден { $from }, последен ден { $until }
    }. { $by ->
        [nobody] Замества: екипът и координаторът.
       *[other] Замества: { $by }.
    }
away-new = 🏖 Отсъствам
away-other = 👥 Отсъства колега
away-back-now =
    { $whose ->
        [mine] 👋 Върнах се
       *[other] 👋 Върна се: { $whose }
    }
away-cancel =
    { $whose ->
        [mine] 🗑 Няма да отсъствам
       *[other] 🗑 Отмени: { $whose }
    }
away-longer =
    { $whose ->
        [mine] 📅 Друг последен ден
       *[other] 📅 Друг ден: { $whose }
    }
# To the substitute. $absent: the colleague's role and places; $count: how many open cases came along.
away-stand-in =
    🏖 Замествате колега ({ $absent }). Последен ден: { $until }. { $count ->
        [0] Няма отворени преписки.
        [one] 1 отворена преписка вече е Ваша.
       *[other] { $count } отворени преписки вече са Ваши.
    }
away-stood-in =
    👋 Колегата Ви ({ $absent }) се върна. { $count ->
        [0] Няма върнати преписки.
        [one] 1 преписка беше върната.
       *[other] { $count } преписки бяха върнати.
    }
away-back =
    👋 Добре дошли отново. { $count ->
        [0] Няма върнати преписки. Какво чака: /werk.
        [one] 1 преписка отново е Ваша. Какво чака: /werk.
       *[other] { $count } преписки отново са Ваши. Какво чака: /werk.
    }
