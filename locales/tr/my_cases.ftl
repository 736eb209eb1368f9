### My reports: the list, one case, taking it back. Buttons: 25 characters at most.

my-cases = 📋 <b>Mesajlarım</b>
my-cases-none = 📋 Henüz mesajınız yok. Sorunu yazın veya aşağıdan seçin.
my-cases-line = <b>{ $number }</b> { $subject }
my-cases-newer = ⬆️ Daha yeni
my-cases-older = ⬇️ Daha eski
# To what was closed long ago or taken back; $count: how many.
my-cases-archive = 🗂 Eski mesajlar ({ $count })
my-cases-none-open = Şu an açık bir mesajınız yok.
my-cases-none-older = Eski mesajınız yok.
my-older = 🗂 <b>Eski mesajlar</b>
my-cases-by-number = Mesaj numarasını biliyor musunuz? Numarayı gönderin, mesajı görürsünüz.
# Where it stands, and what is next. $expected: what comes by that day. $owner: "de wijkmanager van Waterschei-Noord"; $due: "vrijdag 27 november".
my-case-status =
    { $status ->
        [received] ⏳ Alındı. Yanıt en geç: { $due }.
        [in-hand] 🙋 İlgilenen: { $owner }. { $expected ->
            [answer] Yanıt en geç: { $due }.
            [news] Yeni haber en geç: { $due }.
           *[none] Yanıt buraya gelecek.
        }
        [passed-on] 📨 Bir birime iletildi. { $expected ->
            [answer] Yanıt en geç: { $due }.
            [news] Yeni haber en geç: { $due }.
           *[none] Yanıt buraya gelecek.
        }
        [handled] 🏁 Kapatıldı. Sorun çözüldü mü?
        [solved] 👍 Çözüldü.
        [idea-handled] 🏁 Fikrinize baktık. Yanıttan memnun musunuz?
        [idea-solved] 👍 Fikrinize baktık.
        [settled] 📁 Kapandı. İsterseniz yeniden açabilirsiniz.
        [reopened] 🔄 Yeniden açıldı. Yanıt en geç: { $due }.
       *[withdrawn] ✖️ Geri alındı.
    }
my-case-sent = 🗓 Gönderildi: { $day }
# Of a sensitive report: how often staff who may read it looked.
my-case-looks =
    👁 { $count ->
        [0] Henüz kimse okumadı.
        [one] Okumaya yetkili kişiler 1 kez okudu.
       *[other] Okumaya yetkili kişiler { $count } kez okudu.
    }
# $last: "vrijdag 27 november om 21.40 uur".
my-case-times =
    🔁 Yine oldu: { $times ->
        [one] 1 kez
       *[other] { $times } kez
    }. Son: { $last }.
withdraw = ✖️ Geri al
withdraw-ask = Mesajı geri almak istiyor musunuz? No: { $number }. O zaman kimse bununla ilgilenmez. Her zaman yeniden bildirebilirsiniz.
withdraw-yes = ✖️ Evet, geri al
withdrawn = ✖️ Geri alındı. Mesaj no: { $number }. Sonra yine sorun olursa yeniden bildirin.
