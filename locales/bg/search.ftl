### /zoek: cases by number, street or words. $number is a case's number as text, $page and $pages count from 1.

search-how = 🔎 Напишете и какво търсите: номер, улица или дума. Например: /zoek Hoogstraat
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
search-where = <i>Търсено е във Вашите квартали: номер, улица и текст. В чувствителен текст не се търси.</i>
