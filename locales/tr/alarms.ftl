### What administrators are told when the bot itself is in trouble. $when is a day and a time. The name at the end is the
### one that docs/operations.md explains to who keeps the server: it is the same in every language.

# $hours and $minutes: how long it was away. $lost is 1 when that was over 24 hours: Telegram throws away what is older.
alarm-down-long =
    🔔 Bot { $hours ->
        [0] { $minutes } dakika
       *[other] { $hours } saat
    } çalışmadı; yeniden çalışma zamanı: { $when }. { $lost ->
        [1] Bir günden daha önce yazılanlar kayboldu.
       *[other] Bu sırada yazılanlar şimdi geliyor.
    } Sunucu sorumlusuna nedenini sorun. (down-long)
alarm-token-revoked = 🔔 Telegram botu reddetti: erişim anahtarı iptal edilmişti ({ $when }). Bunu okuduğunuza göre şimdi çalışıyor. Sunucu sorumlusuna bunu kimin yaptığını sorun. (token-revoked)
alarm-second-poller = 🔔 İkinci bir program bu botun mesajlarını aldı ({ $when }). Bazı sakinler yanıt alamamış olabilir. Sunucu sorumlusu o programı bulup durdursun. (second-poller)
alarm-somebody-elses-webhook = 🔔 Telegram, sakinlerin yazdıklarını başka bir adrese gönderdi ({ $when }). O sırada buraya hiçbir şey gelmedi. Sunucu sorumlusu erişim anahtarının kimde olduğuna baksın. (somebody-elses-webhook)
alarm-webhook-drifted = 🔔 Telegram’ın mesajları bıraktığı adresi biri değiştirdi ({ $when }). Sunucu sorumlusu erişim anahtarının kimde olduğuna baksın. (webhook-drifted)
alarm-disk-low = 🔔 Sunucunun diski dolmak üzere: boş yer % { $percent } ({ $when }). Sunucu sorumlusu yer açsın, yoksa hiçbir mesaj alınamaz. (disk-low)
alarm-message-broken = 🔔 Botun bir mesajı ulaşmadı: Telegram kabul etmedi ({ $when }). Sunucu sorumlusu günlük kayıtlarına baksın. (message-broken)
alarm-row-set-aside = 🔔 Bot gelen bir şeyi işleyemedi ({ $when }). Okunabilen her şey saklandı. Sunucu sorumlusu günlük kayıtlarına baksın. (row-set-aside)
alarm-database-unwritable = 🔔 Bot bir süre hiçbir şey kaydedemedi; başlangıç: { $when }. Şimdi yeniden kaydediyor. Sunucu sorumlusuna nedenini sorun. (database-unwritable)
alarm-journal-unwritable = 🔔 Bir silme isteği bekliyor: bot bunu silme kayıt dosyasına yazamıyor ({ $when }). Sunucu sorumlusu o dosyaya baksın; düzelince silme kendiliğinden yapılır. (journal-unwritable)
alarm-backup-old = 🔔 Son yedek { $hours } saat önce alındı ({ $when }). Sunucu sorumlusu neden yeni yedek olmadığına baksın. (backup-old)
# $characters is the number that was meant for a month. Texts go on being translated.
alarm-translator-budget = 🔔 Bu ay çeviri makinesine öngörülenden fazla metin gitti: { $characters } karakterden fazla ({ $when }). Çeviri devam ediyor. Maliyeti sunucu sorumlusuyla görüşün. (translator-budget)
