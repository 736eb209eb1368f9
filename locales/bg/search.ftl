### /zoek: cases by number, street or words. $number is a case's number as text, $page and $pages count from 1.

search-how = 🔎 Напишете и какво търсите: номер, улица, дума или номер на общината. Например: /zoek Hoogstraat
# $more: there were more than are shown.
search-found =
    { $count ->
        [0] 🔎 <b>Нищо не е намерено</b>
        [one] 🔎 <b>Намерена е 1 преписка</b>
       *[other] 🔎 <b>{ $more ->
            [True] Най-новите { $count } преписки
           *[False] Намерени са { $count } преписки
        }</b>{ $pages ->
            [one] { "" }
           *[other] { " " }· страница { $page } от { $pages }
        }
    }
# $older: there are more cases than were looked through; $near: so many were.
search-where =
    <i>Търсено е във Вашите квартали: номер, номер на общината, улица и текст. В чувствителен текст не се търси.{ $older ->
        [True] { " " }Улица и текст: само най-новите { $near } преписки.
       *[False] { "" }
    }</i>
