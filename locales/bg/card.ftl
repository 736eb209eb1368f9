### The card of a case, for staff. $number is the case's number as text, $alias a drawn name such as 7F3K.
### Buttons: 25 characters at most.

# $about is the category of a signal with its pictogram, or "none".
card-title =
    { $kind ->
        [question] ❓ <b>Въпрос { $number }</b>
        [idea] 💡 <b>Идея { $number }</b>
       *[signal] <b>Сигнал { $number }</b> · { $about ->
            [none] 🏷 Без тема
           *[other] { $about }
        }
    }
card-urgent = ❗ <b>Спешно</b>
card-talk = 🙋 <b>Иска да говори с човек</b>
# $place: a street or words of the resident; "none" when there are none.
card-place =
    📍 { $wijk }{ $place ->
        [none] { "" }
       *[other] , { $place }
    }
card-no-wijk =
    📍 Още няма квартал{ $place ->
        [none] { "" }
       *[other] : { $place }
    }
# $came: when it came, "ma 7/9 10.00": it stays true however long the card stands there.
# $origin: whose words it began with.
card-who =
    { $origin ->
        [observed] 👣 Собствено наблюдение
        [behalf] 👤 Жител { $alias }, чрез контактен служител
       *[resident] 👤 Жител { $alias }
    } · { $came }
# $day: "петък, 27 ноември".
card-due =
    ⏰ { $when ->
        [late] <b>Закъсня</b>: отговорът беше за { $day }
        [today] Отговор <b>днес</b>, { $day }
       *[later] Отговор най-късно { $day }
    }
card-no-due = ⏰ Отговор възможно най-скоро
# After an answer. $day: "vrijdag 27 november".
card-next = 📅 Следваща новина за жителя най-късно { $day }
# The day had passed, and the resident was told another one.
card-promised = 📅 Новият ден, казан на жителя: { $day }
# What the resident says of a case that the desk has closed.
card-verdict =
    { $said ->
        [yes] 👍 Жителят казва: решено
        [partly] 🌗 Жителят казва: донякъде решено
        [no] 👎 Жителят казва: не е решено
        [nothing] 📁 Жителят не каза нищо за 14 дни
       *[waits] ⏳ Чака се жителят: решено ли е?
    }
# $who: nobody, me, or the role of a colleague.
card-status =
    { $status ->
        [reopened] 🔁 Отворено отново ({ $times }×). { "" }
       *[other] { "" }
    }{ $who ->
        [nobody] ⏳ Още никой не го е поел
        [me] ✋ При Вас е
        [coordinator] ✋ При координатора е
        [administrator] ✋ При администратора е
       *[wijkmanager] ✋ При колега е ({ $role })
    }
card-over =
    { $status ->
        [withdrawn] ↩️ Жителят го оттегли
       *[handled] ✅ Приключено: { $outcome ->
            [solved] решено
            [partly] отчасти решено
            [not-possible] не може да се реши
           *[not-for-us] не е за нас
        }
    }
# How often it happened again, and when last: "vrijdag 27 november om 21.40 uur".
card-again = 🔁 Случи се пак: { $times } пъти. Последно: { $last }.
# $note: what the city wrote for the desk about ideas.
card-idea = 💶 { $note }
# What the city's own system calls it.
card-reference = 🔖 Референция: { $reference }
# $day: "vrijdag 27 november".
card-visit = 🏠 Посещение: { $day }
card-notes =
    📝 { $count ->
        [one] 1 бележка
       *[other] { $count } бележки
    }
# $may: whether who reads this may read the words.
card-sensitive =
    🔒 Поверително. { $may ->
        [True] Показвайте само когато никой не гледа.
       *[False] Вашата роля не чете това.
    }
card-longer = ⤵️ Целият текст е по-долу.
# $media: "2 снимки".
card-media = 📎 { $media }
card-not-yours = Преписка { $number } вече не е при Вас.
# In the place of a card of which a newer one was opened.
card-older = ⬇️ Преписка { $number }: картата е по-долу в този разговор.
card-erased = 🧹 Преписка { $number }: изтрита.

## Buttons below the card: 25 characters at most.

desk-take = ✋ Поемам го
desk-answer = 💬 Отговори
desk-more = ⋯ Още
desk-look = 👁 Покажи
desk-quick = ⚡ Готов отговор
desk-note = 📝 Бележка
desk-close = ✅ Приключи
desk-wijk = 🏘 Друг квартал
desk-category = 🏷 Друга тема
desk-reference = 🔖 Референция
desk-street = 🛣 Улицата е тук
desk-original = 🔤 Покажи оригинала
desk-back = ◀️ Назад
desk-today = Днес
desk-tomorrow = Утре
desk-open = 📁 Покажи преписката
page-before = ⬅️ Предишна
page-after = ➡️ Следваща
desk-outcome-solved = 👍 Решено
desk-outcome-partly = 🌗 Отчасти решено
desk-outcome-not-possible = 🚫 Не може да се реши
desk-outcome-not-for-us = 📮 Не е за нас
