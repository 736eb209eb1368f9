### Closing a case. $outcome is how it ends. Buttons: 25 characters at most.

close-outcome =
    { $outcome ->
        [solved] 👍 Решено
        [partly] 🌗 Отчасти решено
        [not-possible] 🚫 Не може да се реши
       *[not-for-us] 📮 Не е за нас
    }
# $count: how many residents read it.
close-why =
    { close-outcome } · преписка { $number }. Напишете на жителя защо, с едно-две изречения. Или пропуснете.{ $count ->
        [0] { "" }
        [1] { "" }
       *[other] { " " }{ answer-to-twins }
    }
close-skip = ⏭ Пропусни и приключи
# The reason stands just above, as it was written.
close-preview = { close-outcome }. Жителят ще прочете написаното по-горе. Вярно ли е?
# As above, asked once more later: the reason follows.
close-again = { close-outcome } · преписка { $number }. Жителят ще прочете това. Приключвате ли?
# Who does handle it, as people wrote it in every language. $words: the Dutch of it.
close-elsewhere =
    { close-outcome }. Жителят чете това на своя език:
    <blockquote>{ $words }</blockquote>
    Така ли е?
close-now = ✅ Приключи
# $told: whether somebody reported it; what staff saw themselves has nobody to tell.
close-done =
    ✅ Преписка { $number } е приключена ({ close-outcome }).{ $told ->
        [True] { " " }Жителят знае и може да каже дали е решено.
       *[False] { "" }
    }
close-stopped = ✖️ Отказано. Преписката остава отворена.
