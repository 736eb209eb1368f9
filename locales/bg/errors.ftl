### Refusals and what went wrong. Every refusal in bot/domain/errors.py names one of these.

refused = Това не е възможно.
refused-wijk-unknown = Не познаваме този квартал.
refused-case-unknown = Не намираме това съобщение.
# Staff only.
refused-not-yours = Това не е за Вашите квартали.
refused-not-possible-now = Това вече не може с това съобщение.
refused-often-enough = 🔁 Днес това вече е записано много пъти. Днес не е нужно повече: знаем. Някой в опасност ли е? Обадете се на 112.
refused-too-late = Това вече не може. Натиснете „Добави“ и напишете какво трябва да се промени.
# Staff only.
refused-already-taken = Колега ({ $role }) вече е поел това.
# Staff only.
refused-taken-by-coordinator = Координаторът вече е поел това.
# Staff only.
refused-taken-by-administrator = Администраторът вече е поел това.
# Staff only.
refused-taken-by-contact-worker = Сътрудникът за контакти вече е поел това.
# Staff only.
refused-taken-by-team-member = Член на екипа вече отива да види.
# Staff only.
refused-nobody-of-the-team = В този квартал сега няма член на екипа, който може да отиде.
# Staff only.
refused-already-translated = Това вече е преведено.
refused-button-expired = Този бутон вече не работи. Изберете пак от менюто.
refused-invitation = Тази покана вече не е валидна.
refused-nothing-written = Моля, напишете го с думи.
refused-too-long = Това е твърде дълго. Съкратете го и изпратете пак.
# Staff only.
refused-draft-waits = Написаното преди малко още не е изпратено. Изпратете го или натиснете Откажи. После опитайте пак.
# Staff only: a reply to a case, in the middle of an announcement, a note or a closing.
refused-still-busy = Отговаряте по съобщение, но още не сте завършили друго. Първо го завършете или натиснете Откажи. После изпратете това отново.
# Staff only: the time for an announcement.
refused-moment-unclear = Не разбирам този час. Напишете например 25-11 10:00, в следващите 60 дни.
# Staff only: the days of an absence.
refused-day-unclear = Не разбирам този ден. Напишете например 24/12, до една година напред. Последният ден не може да е преди първия.
# Staff only.
refused-announcement-over = Това вече не може с това съобщение.
# Staff only.
refused-only-text = Тук може само текст. Изпратете го без снимка, видео или звук.
# Staff only.
refused-nobody-follows = Още никой не следи тези новини. Нищо не е изпратено.
# Staff only: nobody else may announce there, and a second person is needed.
refused-nobody-else = Втори човек трябва да одобри всяко съобщение. За това място няма друг. Помолете администратора да покани някого.
# Staff only: an announcement.
refused-your-own = Вашето съобщение го одобрява колега, не Вие.
# After five tries; the message is kept for a person.
went-wrong = При нас стана грешка. Съобщението Ви е запазено. Човек ще го види.
# Staff who want to erase everything.
refused-still-staff = Все още имате роля във Wijklijn. Първо помолете администратора да я премахне. След това можете да изтриете всичко.
refused-correction-too-late = Може да се поправя до 15 минути след изпращането. Изпратете нов отговор.
# A language of a quick answer leaves something else open than the Dutch.
refused-other-blanks = Оставете същите думи с главни букви като в нидерландския текст, например DATUM. Напишете го пак.
refused-already-decided = За това вече е решено или още не е готово.
# Staff only.
refused-not-your-role = Това не е част от Вашата роля.
# Staff only: a report for somebody else.
refused-consent = Първо попитайте дали човекът е съгласен. После натиснете „Човекът е съгласен“.
# Somebody opened a link to take a case over.
refused-hand-over = Тази връзка вече не работи. Поискайте нова от контактния служител.
