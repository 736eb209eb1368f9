### ➕: a quick answer that staff write themselves. DATUM, PLAATS, DIENST and NUMMER stay Dutch in every language. Buttons: 25 characters at most.

quick-new = ➕ Yeni öneri
propose-ask = ⚡ Yanıtı Hollandaca yazın. Sonra seçilecek yerlere DATUM, PLAATS, DIENST veya NUMMER yazın.
propose-label-ask = 🏷 Düğmenin adı ne olsun? Kısa yazın, örneğin "Container vol".
# $label: the words on the button.
propose-preview = 👀 <b>⚡ { $label }</b>
propose-sent = ✅ Önerildi: ⚡ { $label }. Meslektaşlar çevirir. Sonra koordinatör bakar.
propose-stopped = ✖️ Durduruldu. Hiçbir şey önerilmedi.
# To contact workers. $languages: "Türkçe" or "Türkçe en Български"; "none" once it is written.
quick-asks =
    { $languages ->
        [none] ✅ Bu hazır yanıt çevrildi.
       *[other] ⚡ Bir meslektaş hazır yanıt öneriyor. Şu dilde yazın: { $languages }.
    }
# $language: its own name.
quick-own = ✍️ { $language }
quick-write = ✍️ Bunu şu dilde yazın: { $language }. DATUM gibi kelimeleri olduğu gibi bırakın.
quick-written = ✅ Kaydedildi. Teşekkür ederiz.
# To the coordinator, with every language below it.
quick-ready =
    { $state ->
        [missing] ⚡ <b>{ $label }</b>: henüz her dilde yok.
        [proposed] ⚡ <b>{ $label }</b>: bu hazır yanıt olsun mu?
        [approved] ✅ <b>{ $label }</b> artık hazır yanıtlar arasında.
        [refused] ✖️ <b>{ $label }</b> onaylanmadı.
       *[removed] 🗑 <b>{ $label }</b> artık hazır yanıt değil.
    }
quick-language = <b>{ $language }</b>
# In the place of the words in that language.
quick-lacking = ⏳ { $language }: henüz yazılmadı
quick-yes = ✅ Onayla
quick-no = ✖️ Onaylama
quick-gone = 🗑 Kaldır
# To who proposed it.
quick-decided =
    { $state ->
        [approved] ✅ Öneriniz ⚡ { $label } artık hazır yanıtlar arasında.
        [removed] 🗑 Hazır yanıtınız ⚡ { $label } kaldırıldı.
       *[refused] ✖️ Öneriniz ⚡ { $label } onaylanmadı.
    }
