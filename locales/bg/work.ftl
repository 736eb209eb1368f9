### /werk and /dossier. $number is a case's number as text, $page and $pages count from 1.

work-list =
    { $count ->
        [0] ✅ Нищо не Ви чака.
        [one] 📋 <b>Чака 1 преписка</b>
       *[other] 📋 <b>Чакат { $count } преписки</b>{ $pages ->
            [one] { "" }
           *[other] { " " }· страница { $page } от { $pages }
        }
    }
# $who: nobody, me, colleague, over; $where is a street or a wijk, $day "vr 27/11"; both may be "none".
work-line =
    <b>{ $number }</b> { $about } · { $where ->
        [none] без квартал
       *[other] { $where }
    }{ $day ->
        [none] { "" }
       *[other] { " " }· { $day }
    } · { $who ->
        [me] при Вас
        [colleague] при колега
        [over] { $status ->
            [withdrawn] оттеглено
           *[handled] приключено
        }
       *[nobody] при никого
    }
dossier-which = Добавете номера, например /dossier 48271.
dossier-heading = 📁 <b>Ход на преписка { $number }</b>
desk-role =
    { $who ->
        [coordinator] координатор
        [administrator] администратор
        [contact-worker] служител за връзка
        [team-member] член на екипа
        [partner] партньор
        [wijkmanager] { $role }
        [itself] автоматично
       *[none] жител
    }
# $times: how often within the same minute; $about: what with, such as the wijk it went to, or "none".
dossier-act =
    { $at } · { $act }{ $about ->
        [none] { "" }
       *[other] : { $about }
    }{ $times ->
        [one] { "" }
       *[other] { " " }({ $times }×)
    } · { desk-role }
dossier-note = { $at } · 📝 { desk-role }: { $note }
act-opened = пристигна
act-taken = поета
act-answered = изпратен отговор
act-corrected = отговорът е поправен
act-noted = добавена бележка
act-closed = приключена
act-moved = друг квартал
act-sorted = друга тема
act-looked = видяно поверително съдържание
act-away = отговорникът отсъства
act-back = отговорникът се върна
act-errand-asked = екипът е помолен да види
act-errand-taken = член на екипа отива
act-errand-back = членът на екипа няма да отиде
act-errand-done = видяно на място
act-errand-dropped = вече не е нужно да се гледа
act-handed-over = предадена
act-translation-corrected = преводът е поправен
act-translation-confirmed = преводът е проверен
act-translation-doubted = поискана е проверка на превода
act-added = добавено нещо
act-again = пак се случва
act-urgent = отбелязана като спешна
act-withdrawn = оттеглена
act-quieted = ден без известия
act-unquieted = известията са върнати
act-reopened = отворена отново
act-solved = казано дали е решено
act-talk = поискан разговор
act-translated = преведена
act-passed-on = предадено
act-partner-said = партньорът отговори
act-partner-done = партньорът приключи
act-taken-back = взето обратно от партньора
act-merged = обединено
act-parted = разделено
act-late = закъсня: казан е нов ден
act-settled = жителят не каза нищо: затворено
act-taken-over = поета от човека
act-visit-planned = планирано посещение
act-visited = направено посещение
act-visit-dropped = без посещение
act-referenced = записана референция
act-given = дадено на колега
act-searched = търсене
act-invited = поканен
act-joined = започна работа
act-released = ролята е отнета
act-announcement-planned = подготвена новина
act-announcement-back = върната новина
act-announcement-paused = спряна временно новина
act-announcement-resumed = продължена новина
act-announcement-stopped = спряна новина
act-announcement-offered = новина за одобрение
act-announcement-approved = одобрена новина
act-announcement-refused = неодобрена новина
act-announcement-withdrawn = оттеглена новина
act-street-placed = добавена улица
act-street-removed = махната улица
act-quick-proposed = предложен бърз отговор
act-quick-written = преведен бърз отговор
act-quick-approved = одобрен бърз отговор
act-quick-refused = отказан бърз отговор
act-quick-removed = махнат бърз отговор
act-hours-set = избрано работно време
act-other = нещо е променено
