### What the desk is told of a case, as a reply to its card. $number is the case's number as text.

notice-solved = 👍 Преписка { $number }: жителят казва, че е решено.
notice-reopened =
    🔁 Преписка { $number } е отворена отново ({ $times }×). Жителят казва: { $why ->
        [partly] донякъде решено.
       *[no] не е решено.
    }
# To the coordinator, from the second time on.
notice-reopened-again = 🔁 Преписка { $number } е отваряна отново { $times }×. Сега разговор помага повече от писане.
notice-withdrawn = ↩️ Преписка { $number } е оттеглена от жителя.
notice-urgent = ❗ Преписка { $number } е спешна: жителят казва, че става сега.
notice-talk = 🙋 Преписка { $number }: жителят иска да говори с човек. Предложете ден и час.
notice-waits = ⏳ Преписка { $number } вече не е при никого. Поемате ли я?
notice-remind = ⏰ Преписка { $number }: отговорът трябва да е готов скоро.
# After an answer, while the case is open.
notice-remind-next = ⏰ Преписка { $number }: жителят скоро очаква пак новина от нас.
notice-late = ⏰ Преписка { $number } закъсня: още няма отговор.
# As above, when the day has passed.
notice-quiet = ⏰ Преписка { $number }: жителят дълго не е чувал нищо. Пишете му или я приключете.
notice-unreachable = 📵 Преписка { $number }: едно съобщение не пристигна. Жителят е спрял бота.
notice-colleague =
    👥 Преписка { $number }: колега { $act ->
        [closed] я приключи.
       *[answered] отговори.
    }
# The coordinator gave a case to a colleague: to who has it now, and to who had it.
notice-given = 👥 Преписка { $number } вече е Ваша: координаторът Ви я даде.
notice-given-away = 👥 Преписка { $number } вече е на Ваш колега. Координаторът му я даде.
# Cases that go together: to who had one and has it no more, to who has it again, and when the one that led is gone.
notice-merged = 🔗 Преписка { $number } вече върви заедно с друга. Колега се занимава с нея.
notice-parted = ✂️ Преписка { $number } отново е отделна и отново е Ваша.
notice-leads = 🔗 Преписка { $number } продължава без преписката, с която вървеше. Имаше ли я партньор? Тогава я предайте отново.
# To who joins, when more cases wait than there are cards.
more-waits =
    { $count ->
        [one] ⏳ Чака още 1 преписка. С /werk виждате всичко.
       *[other] ⏳ Чакат още { $count } преписки. С /werk виждате всичко.
    }
# To the coordinator: the contact worker who spoke for somebody is gone, and has no colleague.
notice-nobody-speaks = 🤷 Преписка { $number }: никой вече не говори от името на човека. Отговор сега не стига до никого.
# To who answers: the contact worker who speaks for somebody is away, and nobody of the organisation is there.
notice-speaker-away = 🏖 Преписка { $number }: този, който говори от името на човека, отсъства и никой не го замества. Отговорът чака завръщането му.
