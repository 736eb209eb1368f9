### The receipt, and what a resident does from it.

# $owner: "de wijkmanager van Waterschei-Noord"; $due: "vrijdag 27 november".
case-received = ✅ Alındı. Mesaj no: { $number }. Yanıtlayacak: { $owner }. En geç: { $due }.
case-add = ➕ Ekle
case-again = 🔁 Yine oluyor
add-ask = Ne eklemek istiyorsunuz? Mesaj no: { $number }. Yazın, sesli mesaj veya fotoğraf gönderin.
add-stopped = Hiçbir şey eklenmedi.
# $times: how often by now.
again-noted =
    🔁 Not edildi. Mesaj no: { $number }. { $times ->
        [one] 1 kez bildirdiniz.
       *[other] { $times } kez bildirdiniz.
    }
case-talk = 🙋 Biriyle konuşmak istiyorum
talk-asked = 🙋 Birinin sizinle konuşmasını istedik. Yanıt buraya gelecek.
