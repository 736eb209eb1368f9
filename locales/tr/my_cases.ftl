### My reports: the list, one case, taking it back.

my-cases = 📋 <b>Mesajlarım</b>
my-cases-none = 📋 Henüz mesajınız yok. Sorunu yazın veya aşağıdan seçin.
my-cases-line = <b>{ $number }</b> { $subject }
my-cases-newer = ⬆️ Daha yeni
my-cases-older = ⬇️ Daha eski
# Where it stands, and what is next. $owner: "de wijkmanager van Waterschei-Noord"; $due: "vrijdag 27 november".
my-case-status =
    { $status ->
        [received] ⏳ Alındı. En geç yanıt: { $due }.
        [in-hand] 🙋 İlgilenen: { $owner }. Yanıt buraya gelecek.
        [passed-on] 📨 Bir birime iletildi. Yanıt buraya gelecek.
        [handled] 🏁 Kapatıldı. Sorun çözüldü mü?
        [solved] 👍 Çözüldü.
        [settled] 📁 Kapandı. İsterseniz yeniden açabilirsiniz.
        [reopened] 🔄 Yeniden açıldı. En geç yanıt: { $due }.
       *[withdrawn] ✖️ Geri alındı.
    }
my-case-sent = 🗓 Gönderildi: { $day }
my-case-times =
    🔁 Yine oldu: { $times ->
        [one] 1 kez
       *[other] { $times } kez
    }
withdraw = ✖️ Geri al
withdraw-ask = Mesajı geri almak istiyor musunuz? No: { $number }. O zaman kimse bununla ilgilenmez.
withdraw-yes = ✖️ Evet, geri al
withdrawn = ✖️ Geri alındı. Mesaj no: { $number }.
