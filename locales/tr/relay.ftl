### Translations by people: the contact worker's side. Staff read Dutch. $source and $into are names of languages.
### Buttons: 25 characters at most.

# To a contact worker who speaks the language. $author tells who speaks: a resident or the city.
translation-request =
    🌐 <b>Çeviri isteniyor</b> · { $number }
    { $source } → { $into } · { $author ->
        [staff] { $role } yanıtı
       *[resident] bir sakinin mesajı
    }

    <blockquote>{ $words }</blockquote>
    Bu mesajı çeviriyle yanıtlayın. Çeviri hemen iletilir.
# The words of a sensitive case come only when asked for.
translation-request-sensitive =
    🌐 <b>Çeviri isteniyor</b> · { $number }
    { $source } → { $into } · { $author ->
        [staff] { $role } yanıtı
       *[resident] bir sakinin mesajı
    }

    🔒 Hassas. Yalnızca kimse görmüyorken açın.
# In the place of the request, once it is done.
translation-request-done =
    ✅ <b>Çevrildi</b> · { $number } · { $mine ->
        [True] siz çevirdiniz
       *[False] bir meslektaşınız çevirdi
    }
    { $source } → { $into }
translation-shown =
    🌐 <b>{ $number }</b> · { $source } → { $into }

    <blockquote>{ $words }</blockquote>
    Şimdi çeviriyi yazın. Hemen iletilir.
# In the place of the words when there is only sound.
translation-spoken = 🎤 Sesli mesaj. Dinleyin ve söyleneni yazın.
# What a machine wrote down of it. $words: that.
translation-heard = 🎤 Otomatik yazıya döküldü, dinleyin de: { $words }
# To coordinators, when nobody who speaks the language can be asked.
translation-nobody = ⚠️ { $number }: bir çeviri bekliyor ({ $language }). Şu an çevirebilecek kimse yok.
relay-write = ✍️ Çevir
relay-show = 👁 Göster
relay-stop = ✖️ Vazgeç
# /vertalen. $count is how many wait; the buttons below show the first ten.
relay-waiting =
    { $count ->
        [0] ✅ Sizi bekleyen çeviri yok.
       *[other] 🌐 { $count } çeviri bekliyor.
    }
relay-done = ✅ Çeviri gönderildi. Dosya: { $number }. Teşekkürler.
relay-stopped = Tamam. Çeviri beklemeye devam ediyor.
# A contact worker replied to something that asks for no translation.
relay-which = Burada çeviri istenmiyor. Bir çeviri isteğini yanıtlayın veya /vertalen ile seçin.
# To a contact worker who joins while translations wait.
relay-welcome =
    { $count ->
       *[other] 🌐 { $count } çeviri bekliyor. Görmek için: /vertalen
    }

## What a machine translated, and somebody should look at.

# $words is what was said, $made what the machine made of it.
translation-check =
    🔎 <b>Çeviriyi kontrol edin</b> · { $number }
    { $source } → { $into } · { $author ->
        [staff] { $role } yanıtı
       *[resident] bir sakinin mesajı
    }

    <blockquote>{ $words }</blockquote>
    🤖 Otomatik çeviri, yanlış olabilir:
    <blockquote>{ $made }</blockquote>
    Doğru mu? Değilse bu mesajı doğru çeviriyle yanıtlayın.
translation-check-sensitive =
    🔎 <b>Çeviriyi kontrol edin</b> · { $number }
    { $source } → { $into } · { $author ->
        [staff] { $role } yanıtı
       *[resident] bir sakinin mesajı
    }

    🔒 Hassas. Yalnızca kimsenin okumadığı bir yerde açın.
translation-check-done =
    ✅ <b>Kontrol edildi</b>: { $mine ->
        [True] siz
       *[False] bir meslektaşınız
    } · { $number }
    { $source } → { $into }
translation-shown-check =
    🔎 <b>{ $number }</b> · { $source } → { $into }

    <blockquote>{ $words }</blockquote>
    🤖 Otomatik çeviri, yanlış olabilir:
    <blockquote>{ $made }</blockquote>
    Doğru mu? Değilse şimdi doğru çeviriyi yazın.
relay-right = ✅ Doğru
relay-better = ✏️ Düzelt
relay-corrected = ✏️ Çeviri düzeltildi, okunmuş olan yerlerde de. Mesaj no: { $number }. Teşekkürler.
relay-confirmed = ✅ Çeviri kontrol edildi olarak işaretlendi. Mesaj no: { $number }. Teşekkürler.
