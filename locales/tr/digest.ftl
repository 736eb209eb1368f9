### Digests for staff: one message that stands for many, and is kept up to date. Buttons: 25 characters at most.

desk-digest =
    { $count ->
        [0] ✅ Bu yeni bildirimlerden bekleyen kalmadı.
        [one] 📥 <b>1 yeni bildirim bekliyor</b>
       *[other] 📥 <b>{ $count } yeni bildirim bekliyor</b>
    }
# $about: a category with its pictogram, or "none"; $wijk: a name, or "none".
digest-heap =
    { $count } × { $about ->
        [none] kategorisiz
       *[other] { $about }
    } · { $wijk ->
        [none] mahalle yok
       *[other] { $wijk }
    }
digest-more =
    { $count ->
        [one] ve 1 tane daha
       *[other] ve { $count } tane daha
    }
digest-work = 📋 Bekleyenleri göster
relay-digest =
    { $count ->
        [0] ✅ Çeviri bekleyen metin kalmadı.
        [one] 🌐 1 metin çeviri bekliyor.
       *[other] 🌐 { $count } metin çeviri bekliyor.
    }
digest-relay = 🌐 Metinleri göster
# Stands for reminders of many cases at once; what is late and due today is counted below it.
desk-due = ⏰ <b>Başka dosyalarda da yanıt günü yaklaştı veya geçti</b>
digest-not-yours = Bu özet artık size ait değil.

## In the morning, for who set work hours: what presses, and what came while it was quiet.

desk-morning = ☀️ <b>Sessiz saatlerde olanlar</b>
morning-urgent =
    ❗ { $count ->
        [one] 1 acil dosya
       *[other] { $count } acil dosya
    }
morning-late =
    ⏰ { $count ->
        [one] 1 yanıt gecikti
       *[other] { $count } yanıt gecikti
    }
morning-today =
    📅 { $count ->
        [one] 1 yanıt bugün verilmeli
       *[other] { $count } yanıt bugün verilmeli
    }
morning-reopened =
    🔁 { $count ->
        [one] 1 dosya yeniden açıldı
       *[other] { $count } dosya yeniden açıldı
    }
# Own cases to which the resident added something.
morning-said =
    ➕ { $count ->
        [one] Sizdeki 1 dosyaya ekleme yapıldı
       *[other] Sizdeki { $count } dosyaya ekleme yapıldı
    }
morning-new =
    📥 { $count ->
        [one] 1 yeni bildirim:
       *[other] { $count } yeni bildirim:
    }
morning-texts =
    🌐 { $count ->
        [one] 1 metin çeviri bekliyor
       *[other] { $count } metin çeviri bekliyor
    }
