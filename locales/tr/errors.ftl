### Refusals and what went wrong. Every refusal in bot/domain/errors.py names one of these.

refused = Bu mümkün değil.
refused-wijk-unknown = Bu mahalleyi bilmiyoruz.
refused-case-unknown = Bu mesajı bulamadık.
# Staff only.
refused-not-yours = Bu sizin mahallelerinize ait değil.
refused-not-possible-now = Bu mesajla artık bunu yapamazsınız.
refused-often-enough = 🔁 Bunu bugün zaten çok kez not ettik. Bugün daha fazla basmanıza gerek yok: biliyoruz. Tehlikede olan var mı? 112'yi arayın.
refused-too-late = Bunu artık yapamazsınız. "Ekle" düğmesine basın ve neyin değişmesi gerektiğini yazın.
# Staff only.
refused-already-taken = Bir meslektaşınız ({ $role }) bunu zaten aldı.
# Staff only.
refused-taken-by-coordinator = Koordinatör bunu zaten aldı.
# Staff only.
refused-taken-by-administrator = Yönetici bunu zaten aldı.
# Staff only.
refused-taken-by-contact-worker = İrtibat görevlisi bunu zaten aldı.
# Staff only.
refused-taken-by-team-member = Bir ekip üyesi zaten bakmaya gidiyor.
# Staff only.
refused-nobody-of-the-team = Bu mahallede şu an bakmaya gidebilecek ekip üyesi yok.
# Staff only.
refused-already-translated = Bu zaten çevrildi.
refused-button-expired = Bu düğme artık çalışmıyor. Menüden yeniden seçin.
refused-invitation = Bu davet artık geçerli değil.
refused-nothing-written = Lütfen yazıyla yazın.
refused-too-long = Bu çok uzun. Kısaltıp yeniden gönderin.
# Staff only.
refused-draft-waits = Az önce yazdığınız henüz gönderilmedi. Gönderin veya Vazgeç'e basın. Sonra yeniden deneyin.
# Staff only: a reply to a case, in the middle of an announcement, a note or a closing.
refused-still-busy = Bir bildirime yanıt veriyorsunuz, ama başka bir iş yarım kaldı. Önce onu bitirin veya Vazgeç'e basın. Sonra bunu yeniden gönderin.
# Staff only: the time for an announcement.
refused-moment-unclear = Bu saati anlayamadım. Örneğin şöyle yazın: 25-11 10:00, önümüzdeki 60 gün içinde.
# Staff only: the days of an absence.
refused-day-unclear = Bu günü anlayamadım. Örneğin 24/12 yazın; önümüzdeki bir yıl içinde olsun. Son gün ilk günden önce olamaz.
# Staff only.
refused-announcement-over = Bu duyuruyla artık bunu yapamazsınız.
# Staff only.
refused-only-text = Burada yalnızca yazı olabilir. Fotoğraf, video veya ses olmadan gönderin.
# Staff only.
refused-nobody-follows = Bunun haberlerini henüz kimse takip etmiyor. Hiçbir şey gönderilmedi.
# Staff only: nobody else may announce there, and a second person is needed.
refused-nobody-else = Her duyuruyu ikinci bir kişi onaylamalı. Bu yer için başka kimse yok. Yöneticiden birini davet etmesini isteyin.
# Staff only: an announcement.
refused-your-own = Kendi duyurunuzu siz değil, bir meslektaşınız onaylar.
# After five tries; the message is kept for a person.
went-wrong = Bizde bir hata oldu. Mesajınız saklandı. Bir kişi buna bakacak.
# Staff who want to erase everything.
refused-still-staff = Wijklijn'de hâlâ bir göreviniz var. Önce yöneticiden görevinizi kaldırmasını isteyin. Sonra her şeyi silebilirsiniz.
refused-correction-too-late = Düzeltme, gönderdikten sonra 15 dakika içinde yapılabilir. Yeni bir yanıt gönderin.
# A language of a quick answer leaves something else open than the Dutch.
refused-other-blanks = Hollandacadaki büyük harfli kelimeleri aynen bırakın, örneğin DATUM. Yeniden yazın.
refused-already-decided = Bu konuda karar verildi ya da henüz hazır değil.
# Staff only.
refused-not-your-role = Bu, sizin görevinize ait değil.
# Staff only: a report for somebody else.
refused-consent = Önce kişinin kabul edip etmediğini sorun. Sonra "Kişi kabul ediyor" düğmesine basın.
# Somebody opened a link to take a case over.
refused-hand-over = Bu bağlantı artık çalışmıyor. İrtibat görevlisinden yenisini isteyin.
