### What administrators are told when the bot itself is in trouble. $when is a day and a time. The name at the end is the
### one that docs/operations.md explains to who keeps the server: it is the same in every language.

# $hours and $minutes: how long it was away. $lost is 1 when that was over 24 hours: Telegram throws away what is older.
alarm-down-long =
    🔔 Ботът не работи { $hours ->
        [0] { $minutes } минути
        [one] { $hours } час
       *[other] { $hours } часа
    }, до { $when }. { $lost ->
        [1] Написаното преди повече от ден е загубено.
       *[other] Написаното междувременно пристига сега.
    } Попитайте администратора на сървъра за причината. (down-long)
alarm-token-revoked = 🔔 Telegram отказа на бота: ключът за достъп беше отнет ({ $when }). Щом четете това, вече работи. Попитайте администратора на сървъра кой го е направил. (token-revoked)
alarm-second-poller = 🔔 Втора програма е вземала съобщенията на този бот ({ $when }). Някои жители може да не са получили отговор. Администраторът на сървъра трябва да я намери и спре. (second-poller)
alarm-somebody-elses-webhook = 🔔 Telegram е изпращал написаното от жителите на друг адрес ({ $when }). Тук тогава не е пристигало нищо. Администраторът на сървъра трябва да провери кой има ключа за достъп. (somebody-elses-webhook)
alarm-webhook-drifted = 🔔 Някой е сменил адреса, на който Telegram доставя съобщенията ({ $when }). Администраторът на сървъра трябва да провери кой има ключа за достъп. (webhook-drifted)
alarm-disk-low = 🔔 Дискът на сървъра е почти пълен: свободни са { $percent } % ({ $when }). Администраторът на сървъра трябва да освободи място, иначе нищо няма да пристига. (disk-low)
alarm-message-broken = 🔔 Съобщение на бота не пристигна: Telegram не го прие ({ $when }). Администраторът на сървъра трябва да погледне в дневника. (message-broken)
alarm-row-set-aside = 🔔 Ботът не можа да обработи нещо, което пристигна ({ $when }). Каквото можеше да се прочете, е запазено. Администраторът на сървъра трябва да погледне в дневника. (row-set-aside)
alarm-database-unwritable = 🔔 Известно време ботът не можеше да запазва нищо, от { $when }. Сега отново може. Попитайте администратора на сървъра за причината. (database-unwritable)
alarm-journal-unwritable = 🔔 Едно искане за изтриване чака: ботът не може да го запише в дневника на изтриванията ({ $when }). Администраторът на сървъра трябва да провери този файл. След това изтриването става от само себе си. (journal-unwritable)
alarm-backup-old = 🔔 Последното резервно копие е отпреди { $hours } ч. ({ $when }). Администраторът на сървъра трябва да провери защо няма ново. (backup-old)
# $characters is the number that was meant for a month. Texts go on being translated.
alarm-translator-budget = 🔔 Този месец към машината за превод отиде повече текст от предвиденото: над { $characters } знака ({ $when }). Преводът продължава. Обсъдете разходите с администратора на сървъра. (translator-budget)
