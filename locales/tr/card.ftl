### The card of a case, for staff. $number is the case's number as text, $alias a drawn name such as 7F3K.
### Buttons: 25 characters at most.

# $about is the category of a signal with its pictogram, or "none".
card-title =
    { $kind ->
        [question] ❓ <b>Soru { $number }</b>
        [idea] 💡 <b>Fikir { $number }</b>
       *[signal] <b>Bildirim { $number }</b> · { $about ->
            [none] 🏷 Konu yok
           *[other] { $about }
        }
    }
card-urgent = ❗ <b>Acil</b>
card-talk = 🙋 <b>Biriyle konuşmak istiyor</b>
# $place: a street or words of the resident; "none" when there are none.
card-place =
    📍 { $wijk }{ $place ->
        [none] { "" }
       *[other] , { $place }
    }
card-no-wijk =
    📍 Mahalle henüz belli değil{ $place ->
        [none] { "" }
       *[other] : { $place }
    }
# $came: when it came, "ma 7/9 10.00": it stays true however long the card stands there.
# $origin: whose words it began with.
card-who =
    { $origin ->
        [observed] 👣 Kendi gözlemimiz
        [behalf] 👤 Sakin { $alias }, irtibat görevlisi aracılığıyla
       *[resident] 👤 Sakin { $alias }
    } · { $came }
# $day: "27 Kasım Cuma".
card-due =
    ⏰ { $when ->
        [late] <b>Geç kaldı</b>: yanıt günü { $day }
        [today] Yanıt <b>bugün</b>, { $day }
       *[later] Yanıt en geç { $day }
    }
card-no-due = ⏰ En kısa zamanda yanıtlayın
# After an answer. $day: "vrijdag 27 november".
card-next = 📅 Sakine sonraki haber en geç { $day }
# The day had passed, and the resident was told another one.
card-promised = 📅 Sakine söylenen yeni gün: { $day }
# What the resident says of a case that the desk has closed.
card-verdict =
    { $said ->
        [yes] 👍 Sakin diyor ki: çözüldü
        [partly] 🌗 Sakin diyor ki: biraz çözüldü
        [no] 👎 Sakin diyor ki: çözülmedi
        [nothing] 📁 Sakin 14 gün içinde bir şey söylemedi
       *[waits] ⏳ Sakin bekleniyor: çözüldü mü?
    }
# $who: nobody, me, or the role of a colleague.
card-status =
    { $status ->
        [reopened] 🔁 Yeniden açıldı ({ $times }×). { "" }
       *[other] { "" }
    }{ $who ->
        [nobody] ⏳ Henüz kimse almadı
        [me] ✋ Bu sizde
        [coordinator] ✋ Bu koordinatörde
        [administrator] ✋ Bu yöneticide
       *[wijkmanager] ✋ Bu bir meslektaşınızda ({ $role })
    }
card-over =
    { $status ->
        [withdrawn] ↩️ Sakin geri çekti
       *[handled] ✅ Kapatıldı: { $outcome ->
            [solved] çözüldü
            [partly] kısmen çözüldü
            [not-possible] çözülemez
           *[not-for-us] bize ait değil
        }
    }
# How often it happened again, and when last: "vrijdag 27 november om 21.40 uur".
card-again = 🔁 Yine oldu: { $times } kez. Son: { $last }.
# $note: what the city wrote for the desk about ideas.
card-idea = 💶 { $note }
# What the city's own system calls it.
card-reference = 🔖 Referans: { $reference }
# $day: "vrijdag 27 november".
card-visit = 🏠 Ziyaret: { $day }
card-notes = 📝 { $count } not
# $may: whether who reads this may read the words.
card-sensitive =
    🔒 Hassas. { $may ->
        [True] Yalnızca kimse bakmıyorken gösterin.
       *[False] Sizin göreviniz bunu okumaz.
    }
card-longer = ⤵️ Metnin tamamı aşağıda.
# $media: "2 fotoğraf".
card-media = 📎 { $media }
card-not-yours = { $number } numaralı dosya artık sizde değil.
# In the place of a card of which a newer one was opened.
card-older = ⬇️ Dosya { $number }: kart bu sohbette daha aşağıda.
card-erased = 🧹 Dosya { $number }: silindi.

## Buttons below the card: 25 characters at most.

desk-take = ✋ Ben alıyorum
desk-answer = 💬 Yanıtla
desk-more = ⋯ Daha fazla
desk-look = 👁 Göster
desk-quick = ⚡ Hazır yanıt
desk-note = 📝 Not
desk-close = ✅ Kapat
desk-wijk = 🏘 Başka mahalle
desk-category = 🏷 Başka konu
desk-reference = 🔖 Referans
desk-street = 🛣 Sokak bu mahallede
desk-original = 🔤 Aslını göster
desk-back = ◀️ Geri
desk-today = Bugün
desk-tomorrow = Yarın
desk-open = 📁 Dosyayı göster
page-before = ⬅️ Önceki
page-after = ➡️ Sonraki
desk-outcome-solved = 👍 Çözüldü
desk-outcome-partly = 🌗 Kısmen çözüldü
desk-outcome-not-possible = 🚫 Çözülemez
desk-outcome-not-for-us = 📮 Bize ait değil
