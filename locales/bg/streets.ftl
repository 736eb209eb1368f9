### Streets that staff place in a wijk. $street is a name, $wijk the name of a wijk; staff read this in Dutch.
### Buttons: 25 characters at most.

street-check =
    🛣 { $street }
    Квартал: { $wijk }. Вярно ли е? После ще познаваме мястото за всички. Ако името е грешно, напишете вярното.
street-yes = ✅ Вярно е
street-stopped = ✖️ Отказано. Нищо не е запазено.
street-learned = ✅ Запазено: { $street }. Квартал: { $wijk }.
street-undo = ↩️ Все пак не
street-removed = 🗑 Изтрито: { $street }. Квартал: { $wijk }.
street-was-removed = 🗑 Тази улица е изтрита.
street-list =
    { $count ->
        [0] 🛣 Още няма улици от колеги. Те идват от бутона „🛣 Улицата е тук“ под сигнал.
       *[other] 🛣 Улици от колеги: { $count }. Страница { $page } от { $pages }. Натиснете улица, за да я изтриете.
    }
# /straten with a part of a name.
street-found =
    { $count ->
        [0] 🛣 Няма такава улица, добавена от колеги. Само с /straten виждате всички.
       *[other] 🛣 Намерени: { $count }. Натиснете улица, за да я махнете.
    }
street-one = { $street } · { $wijk }
street-remove-ask =
    🛣 { $street } · { $wijk }
    Да я изтрием ли?
street-remove = 🗑 Изтрий
