### The receipt, and what a resident does from it. Buttons: 25 characters at most.

# $owner: "de wijkmanager van Waterschei-Noord"; $due: "vrijdag 27 november".
case-received = ✅ Alındı. Mesaj no: { $number }. Yanıtlayacak: { $owner }. En geç: { $due }.
# Of an idea; what happens with it follows, out of the city file.
case-received-idea = 💡 Fikriniz için teşekkürler. No: { $number }. Okuyacak: { $owner }. Yanıt en geç: { $due }.
case-add = ➕ Ekle
case-again = 🔁 Yine oluyor
add-ask = Ne eklemek istiyorsunuz? Mesaj no: { $number }. Yazın, sesli mesaj veya fotoğraf gönderin.
add-stopped = Hiçbir şey eklenmedi.
# Something was tried with a report that its resident had taken back.
case-taken-back = ✖️ Geri alındı. Mesaj no: { $number }. Yine bir sorun mu var? Yeniden bildirin.
case-anew = 🆕 Yeniden bildir
case-talk = 🙋 Biriyle konuşmak istiyorum
# $due: "vrijdag 27 november".
talk-asked = 🙋 Birinin sizinle konuşmasını istedik. Yanıt en geç: { $due }.
