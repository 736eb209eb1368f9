### My reports: the list, one case, taking it back. Buttons: 25 characters at most.

my-cases = 📋 <b>Моите съобщения</b>
my-cases-none = 📋 Още нямате съобщения. Напишете какъв е проблемът или изберете отдолу.
my-cases-line = <b>{ $number }</b> { $subject }
my-cases-newer = ⬆️ По-нови
my-cases-older = ⬇️ По-стари
# To what was closed long ago or taken back; $count: how many.
my-cases-archive = 🗂 По-стари ({ $count })
my-cases-none-open = В момента няма нищо отворено.
my-cases-none-older = Няма по-стари съобщения.
my-older = 🗂 <b>По-стари съобщения</b>
my-cases-by-number = Знаете ли номера? Изпратете го и ще видите съобщението.
# Where it stands, and what is next. $expected: what comes by that day. $owner: "de wijkmanager van Waterschei-Noord"; $due: "vrijdag 27 november".
my-case-status =
    { $status ->
        [received] ⏳ Получено. Отговор най-късно: { $due }.
        [in-hand] 🙋 С това се занимава: { $owner }. { $expected ->
            [answer] Отговор най-късно: { $due }.
            [news] Ще научите повече най-късно: { $due }.
           *[none] Отговорът ще дойде тук.
        }
        [passed-on] 📨 Предадено на друга служба. { $expected ->
            [answer] Отговор най-късно: { $due }.
            [news] Ще научите повече най-късно: { $due }.
           *[none] Отговорът ще дойде тук.
        }
        [handled] 🏁 Приключено. Решен ли е проблемът?
        [solved] 👍 Решено.
        [idea-handled] 🏁 Разгледахме идеята. Доволни ли сте от отговора?
        [idea-solved] 👍 Разгледахме идеята.
        [settled] 📁 Затворено. Винаги можете да го отворите пак.
        [reopened] 🔄 Отново отворено. Отговор най-късно: { $due }.
       *[withdrawn] ✖️ Оттеглено.
    }
my-case-sent = 🗓 Изпратено: { $day }
# Of a sensitive report: how often staff who may read it looked.
my-case-looks =
    👁 { $count ->
        [0] Още никой не го е прочел.
        [one] Прочетено 1 път от тези, които имат право.
       *[other] Прочетено { $count } пъти от тези, които имат право.
    }
# $last: "vrijdag 27 november om 21.40 uur".
my-case-times =
    🔁 Случи се пак: { $times ->
        [one] 1 път
       *[other] { $times } пъти
    }. Последно: { $last }.
withdraw = ✖️ Оттегли
withdraw-ask = Искате ли да оттеглите съобщение № { $number }? Тогава никой няма да работи по него. Винаги можете да съобщите отново.
withdraw-yes = ✖️ Да, оттегли
withdrawn = ✖️ Съобщение № { $number } е оттеглено. Ако пак има проблем, просто съобщете отново.
