### Where a case belongs.

case-moved-away = 🏘 Dosya { $number }. Yeni mahallesi: { $wijk }.
