### Where a case belongs.

case-moved-away = 🏘 Dossier { $number } hoort nu bij { $wijk }.
