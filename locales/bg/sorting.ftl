### Where a case belongs.

case-moved-away = 🏘 Преписка { $number } вече е за { $wijk }.
