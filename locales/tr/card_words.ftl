### What a resident wrote, as staff read it. $code is a language's code, $own its name in the language itself. Buttons: 25 characters at most.

words-language =
    { $code ->
        [tr] Türkçe
        [bg] Bulgarca
        [nl] Hollandaca
       *[other] { $own }
    }
words-mark =
    { $state ->
        [machine] 🤖 Otomatik çeviri. Aslı: { words-language }.
        [check] ⚠️ Otomatik çeviri, kontrol edin. Aslı: { words-language }.
        [person] Çeviri. Aslı: { words-language }.
        [original] Aslı, { words-language }:
        [failed] { words-language }. Otomatik çeviri olmadı, irtibat görevlisine soruldu:
       *[waiting] { words-language }, çevirisi gelecek:
    }
# The same where the words are too few to tell the language: what a chat is set to is said to nobody.
words-mark-unsure =
    { $state ->
        [machine] 🤖 Otomatik çeviri:
        [check] ⚠️ Otomatik çeviri, kontrol edin:
        [person] Çeviri:
        [original] Yazıldığı gibi:
        [failed] Otomatik çeviri olmadı, irtibat görevlisine soruldu:
       *[waiting] Çevirisi gelecek:
    }
# Above what a machine wrote down of a voice message.
words-heard = 🎤 Otomatik yazıya döküldü. Emin olmak için dinleyin.
words-written-down = 🎤 Yazıya döküldü, { $number }:
# In the place of the words of a sensitive case.
words-sensitive = 🔒 Yeni mesaj: { $number }. Yalnızca kimse bakmıyorken gösterin.
words-in-full = 📄 Metnin tamamı, { $number }:
words-more = ➕ Sakin { $alias } ekledi, { $number }:
words-translated = 🔤 Çeviri, { $number }:
words-shown =
    { $sensitive ->
        [True] 🔒 Dosya { $number }. Bu, 10 dakika sonra kaybolur.
       *[False] 📄 Dosya { $number }:
    }
# The place of a sensitive case as it was typed: with the words, on a press.
case-place = 📍 { $place }
words-original =
    { $sensitive ->
        [True] 🔒 Dosya { $number }. Bu, 10 dakika sonra kaybolur.
       *[False] 🔤 Aslı, { $number }:
    }
# Staff pressed to see something that holds no text, picture or place.
words-nothing = Dosya { $number }. Gösterilecek bir şey yok.
# Below the original, where a machine translated it.
words-check = 🔍 Kontrol ettir
words-check-asked = 🔍 İstendi: bir irtibat görevlisi çeviriyi kontrol edecek. Mesaj no: { $number }.
