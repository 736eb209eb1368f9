### The caseload of a contact worker, and the link to hand a case over. Buttons: 25 characters at most.

load =
    { $count ->
        [0] ✅ Сега нямате преписки. Започнете с /namens.
        [one] 📁 <b>Вашите преписки</b>: 1
       *[other] 📁 <b>Вашите преписки</b>: { $count }
    }{ $pages ->
        [1] { "" }
       *[other] { " " }· страница { $page } от { $pages }
    }
load-line =
    { $whose ->
        [behalf] 🤝
        [handed-over] 🙋
       *[own] ✋
    } <b>{ $number }</b> { $about }{ $wijk ->
        [none] { "" }
       *[other] { " " }· { $wijk }
    } · { $whose ->
        [behalf] от името на друг
        [handed-over] поета от човека
       *[own] при Вас
    } · { $status ->
        [received] чака квартала
        [in-hand] работи се по нея
        [passed-on] предадена
        [handled] приключена
        [reopened] отворена отново
       *[withdrawn] оттеглена
    }{ $visit ->
        [none] { "" }
       *[other] { " " }· 🏠 { $visit }
    }
load-due = ⏰ Отговор най-късно: { $day }
load-notes = 📝 Бележки ({ $count }):
    <blockquote>{ $notes }</blockquote>
load-one = 📁 Покажи преписката
load-list = 📋 Всичките ми преписки
load-given = 🤝 Преписка { $number } вече е при Вас: колегата не работи тук. Вижте с /werk.
# To a contact worker whose colleague is away, and is back. $count: how many cases.
load-lent =
    { $count ->
        [one] 🤝 Колегата Ви отсъства: дотогава по 1 преписка Вие говорите от името на човека. Вижте с /werk.
       *[other] 🤝 Колегата Ви отсъства: дотогава по { $count } преписки Вие говорите от името на хората. Вижте с /werk.
    }
load-back =
    { $count ->
        [one] 👋 Колегата Ви се върна и по 1 преписка отново говори сам. Отговорите отиват при него.
       *[other] 👋 Колегата Ви се върна и по { $count } преписки отново говори сам. Отговорите отиват при него.
    }
# Also to the desk: who had planned a visit is away, or gone.
load-visit = 🏠 Преписка { $number }: посещението, планирано от колега, вече е за Вас. Същата сутрин ще получите напомняне.
over-offer = 🤝 Предай на човека
over-link = 🤝 <b>Поемане на преписка { $number }</b>
    { $link }
    Споделете връзката само с този човек. Работи веднъж, до { $day }. После отговорите отиват там.
# Below a picture of the same link.
over-code = 📷 Човекът до Вас ли е? Нека сканира този код.
over-share = 📤 Сподели връзката
over-taken = 🙋 Преписка { $number } е поета. Отговорите вече отиват при самия човек. Бележките и посещенията Ви остават.
