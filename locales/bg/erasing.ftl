### Erasing everything, or one report. Buttons: 25 characters at most.

# $open: how many reports still wait for an answer.
erase-ask =
    🧹 Да изтрием ли всичко? Изчезват изпратеното от Вас, езикът и кварталите. Никой не може да ги върне.{ $open ->
        [0] {""}
       *[other] { " " }Отворените Ви съобщения спират.
    }
erase-yes = 🧹 Да, изтрий всичко
erase-one = 📋 Изтрий едно съобщение
erase-what-stays = ℹ️ Какво остава?
erase-which = 📋 Кое съобщение искате да изтриете?
erase-none = 📋 Нямате съобщения за изтриване.
# $open is 1 when nobody has closed it yet.
erase-case-ask =
    🧹 Да изтрием ли съобщение № { $number } ({ $subject })? Никой не може да го върне.{ $open ->
        [0] {""}
       *[other] { " " }Тогава спираме работата по него.
    }
erase-case-yes = 🧹 Да, изтрий това

## Afterwards. $stays: staff hold photos or sound older than two days, which Telegram does not let us delete any more.

erased =
    ✅ Всичко е изтрито. { $stays ->
        [1] Снимки и звук, по-стари от 2 дни, остават при служителите, без името Ви.
       *[0] Изтрито е и при служителите.
    }
erased-case =
    ✅ Съобщение № { $number } е изтрито. { $stays ->
        [1] Снимки и звук, по-стари от 2 дни, остават при служителите, без името Ви.
       *[0] Изтрито е и при служителите.
    }
# $days: how long copies of the database are kept.
erased-stays = ℹ️ За броене остават номерът, кварталът, темата, датата и стореното от служителите, без Вашите думи. Резервните копия изчезват до { $days } дни. Написаното в този чат го пази и Telegram: изтрийте го и от телефона си.
# Staff: stands in the place of what they held.
content-erased = 🧹 Изтрито: съдържанието вече го няма.
