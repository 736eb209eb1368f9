### It is happening again: noted, moved to another moment, taken back; and what the desk is told of it.
### Buttons: 25 characters at most.

# $times: how often by now. $when: "27 Kasım Cuma, saat 21.40". $over: the report was closed before.
again-noted =
    🔁 Not edildi. Mesaj no: { $number }. { $when }. { $times ->
        [one] Bu ilk kez oldu.
       *[other] Toplam: { $times } kez.
    }{ $over ->
        [True] { " " }Bu konu kapatılmıştı. Yeniden açılsın mı?
       *[False] { "" }
    }
again-undone =
    ↩️ Kaydı sildik. Mesaj no: { $number }. { $times ->
        [0] Başka kayıt yok.
        [one] Geriye 1 kayıt kaldı.
       *[other] Geriye { $times } kayıt kaldı.
    }
again-reopen = 🔄 Evet, yeniden aç
again-other = 🕒 Başka zaman
again-undo = ↩️ Yanlışlıkla bastım
again-when = Ne zaman oldu?
again-now = ⏱ Şimdi
again-today = Bugün, daha önce
again-yesterday = Dün
again-other-day = 🗓 Başka gün
again-which-day = Hangi gün oldu?
again-which-part = Günün hangi saatlerinde oldu?
again-morning = 🌅 Sabah
again-afternoon = ☀️ Öğleden sonra
again-evening = 🌆 Akşam
again-night = 🌙 Gece
# The night between yesterday and today.
again-last-night = 🌙 Dün gece

## Staff only.

notice-again =
    🔁 Yine oldu, dosya { $number }: { $when }. { $count ->
        [one] Bu ilk kez oldu.
       *[other] Toplam: { $count } kez.
    }
notice-again-undone = ↩️ Dosya { $number }: yanlışlıkla bildirildi, sakin bunu geri aldı ({ $when }).
