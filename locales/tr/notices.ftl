### What the desk is told of a case, as a reply to its card. $number is the case's number as text.

notice-solved = 👍 Dosya { $number }: sakin, sorunun çözüldüğünü söylüyor.
notice-reopened =
    🔁 Dosya { $number } yeniden açıldı ({ $times }×). Sakin diyor ki: { $why ->
        [partly] biraz çözüldü.
       *[no] çözülmedi.
    }
# To the coordinator, from the second time on.
notice-reopened-again = 🔁 Dosya { $number } { $times }× yeniden açıldı. Artık yazmaktansa konuşmak daha iyi.
notice-withdrawn = ↩️ Dosya { $number }: sakin geri çekti.
notice-urgent = ❗ Dosya { $number } acil: sakin şu an olduğunu söylüyor.
notice-talk = 🙋 Dosya { $number }: sakin biriyle konuşmak istiyor. Bir gün ve saat önerin.
notice-waits = ⏳ Dosya { $number } artık kimsede değil. Siz alır mısınız?
notice-remind = ⏰ Dosya { $number }: yanıt günü yaklaşıyor.
# After an answer, while the case is open.
notice-remind-next = ⏰ Dosya { $number }: sakin yakında bizden yeniden haber bekliyor.
notice-late = ⏰ Dosya { $number } gecikti: henüz yanıt yok.
# As above, when the day has passed.
notice-quiet = ⏰ Dosya { $number }: sakin uzun süredir haber almadı. Bir şey yazın veya dosyayı kapatın.
notice-unreachable = 📵 Dosya { $number }: bir mesaj ulaşmadı. Sakin botu durdurmuş.
notice-colleague =
    👥 Dosya { $number }: bir meslektaşınız { $act ->
        [closed] bunu kapattı.
       *[answered] yanıt verdi.
    }
# The coordinator gave a case to a colleague: to who has it now, and to who had it.
notice-given = 👥 { $number } numaralı dosya artık sizde: koordinatör size verdi.
notice-given-away = 👥 { $number } numaralı dosya artık bir meslektaşınızda. Koordinatör ona verdi.
# Cases that go together: to who had one and has it no more, to who has it again, and when the one that led is gone.
notice-merged = 🔗 { $number } numaralı dosya artık başka bir dosyayla birlikte. Bir meslektaşınız ilgileniyor.
notice-parted = ✂️ { $number } numaralı dosya yine ayrı ve yine sizde.
notice-leads = 🔗 { $number } numaralı dosya, bağlı olduğu dosya olmadan devam ediyor. Bir ortakta mıydı? Öyleyse yeniden iletin.
# To who joins, when more cases wait than there are cards.
more-waits = ⏳ { $count } dosya daha bekliyor. Hepsi için: /werk
# To the coordinator: the contact worker who spoke for somebody is gone, and has no colleague.
notice-nobody-speaks = 🤷 Dosya { $number }: kişi adına konuşan kimse kalmadı. Yanıt şu an kimseye ulaşmaz.
# To who answers: the contact worker who speaks for somebody is away, and nobody of the organisation is there.
notice-speaker-away = 🏖 Dosya { $number }: kişi adına konuşan meslektaş şu an yok ve yerine konuşan da yok. Yanıt, o dönene kadar bekler.
