### The resident's side of a translation: it follows the Dutch answer, is marked, and the Dutch is a press away.
### Buttons: 25 characters at most.

# A reply to the answer. $words is the translation, $mark one of the three lines below.
translated-answer =
    ✉️ Çeviri. Mesaj no: { $number }

    <blockquote>{ $words }</blockquote>
    { $mark }
translated-by-machine = 🤖 Otomatik çeviri, hata olabilir. Hollandacası geçerlidir.
translated-by-person = ✍️ Bir çalışan çevirdi. Hollandacası geçerlidir.
# A name, number or date differs, a "not" is gone, or it is in the wrong language; the Dutch stands below it.
translated-doubtful = 🤖 Otomatik çeviri, bir şey yanlış olabilir. Aşağıdaki Hollandacasını da okuyun.
# The answer was a voice message.
translated-heard = 🎤 Sesli mesaj, otomatik yazıya döküldü. Emin olmak için dinleyin.
# Above the Dutch words, below a translation that may be wrong.
translated-beside = 🔤 Hollandacası:
translated-in-dutch =
    ✉️ Yanıt. Mesaj no: { $number }

    <blockquote>{ $words }</blockquote>
# A sensitive case: the notification says nothing.
translated-hidden = ✉️ Çeviri geldi. Mesaj no: { $number }.
translated-show = 👁 Göster
translated-hide = 🙈 Gizle
translated-original = 🔤 Aslını göster
translated-again = 🌐 Çeviriyi göster
# Other words took the place of those that were translated here; their translation follows in this place.
translated-anew = ✏️ Mesaj no { $number }: yanıt düzeltildi. Yeni çevirisi gelecek.
