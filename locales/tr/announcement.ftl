### An announcement as it is read, and how far it is. Buttons: 25 characters at most.

# Above every announcement, in Dutch for every reader. $sender is a role.
announcement-head =
    📢 <b>{ $sender ->
        [wijkmanager] { $Role }
       *[city] { $city } Belediyesi
    }</b>
announcement-place = <b>{ $place }</b>
announcement-words = { $words }
# Between the Dutch and the reader's own language.
announcement-mark = <i>Vertaling / Çeviri. Geçerli olan Hollandaca metindir.</i>

## Staff only: in the chat of who sends it.

announcement-pause = ⏸ Duraklat
announcement-resume = ▶️ Devam
announcement-stop = ⏹ Hemen durdur
announcement-progress =
    { $state ->
        [paused] ⏸ Duyuru bekliyor.
        [stopped] ⏹ Duyuru durduruldu.
        [ended] 📢 Duyuru gönderildi.
       *[going] 📢 Duyuru gönderiliyor.
    }
    { $bar } { $done } / { $people }{ $held ->
        [0] { "" }
        [one] { "\u000A" }🌙 Sessiz saatlerinden sonra 1 kişi daha alacak.
       *[other] { "\u000A" }🌙 Sessiz saatlerinden sonra { $held } kişi daha alacak.
    }
announcement-result =
    { $state ->
        [stopped] ⏹ Durduruldu.
       *[ended] ✅ Bitti.
    } Ulaştı: { $delivered }{ $unreachable ->
        [0] { "" }
       *[other] { "\u000A" }Ulaşılamadı: { $unreachable }
    }{ $failed ->
        [0] { "" }
       *[other] { "\u000A" }Başarısız: { $failed }
    }{ $uncertain ->
        [0] { "" }
       *[other] { "\u000A" }Belirsiz: { $uncertain }
    }{ $unsent ->
        [0] { "" }
       *[other] { "\u000A" }Gönderilmedi: { $unsent }
    }
# To coordinators and administrators: who planned it is not of the staff any more.
announcement-not-sent = ⚠️ Planlanan bir duyuru gönderilmedi. Onu planlayanın artık görevi yok.
