### My reports: the list, one case, taking it back.

my-cases = 📋 <b>Моите съобщения</b>
my-cases-none = 📋 Още нямате съобщения. Напишете какъв е проблемът или изберете отдолу.
my-cases-line = <b>{ $number }</b> { $subject }
my-cases-newer = ⬆️ По-нови
my-cases-older = ⬇️ По-стари
# Where it stands, and what is next. $owner: "de wijkmanager van Waterschei-Noord"; $due: "vrijdag 27 november".
my-case-status =
    { $status ->
        [received] ⏳ Получено. Отговор най-късно: { $due }.
        [in-hand] 🙋 С това се занимава: { $owner }. Отговорът ще дойде тук.
        [passed-on] 📨 Предадено на друга служба. Отговорът ще дойде тук.
        [handled] 🏁 Приключено. Решен ли е проблемът?
        [solved] 👍 Решено.
        [settled] 📁 Затворено. Винаги можете да го отворите пак.
        [reopened] 🔄 Отново отворено. Отговор най-късно: { $due }.
       *[withdrawn] ✖️ Оттеглено.
    }
my-case-sent = 🗓 Изпратено: { $day }
my-case-times =
    🔁 Случи се пак: { $times ->
        [one] 1 път
       *[other] { $times } пъти
    }
withdraw = ✖️ Оттегли
withdraw-ask = Искате ли да оттеглите съобщение № { $number }? Тогава никой няма да работи по него.
withdraw-yes = ✖️ Да, оттегли
withdrawn = ✖️ Съобщение № { $number } е оттеглено.
