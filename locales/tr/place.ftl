### The second question: where is it? $place and $wijk are names, or the person's own words. Buttons: 25 characters at most.

place-ask = Nerede? Aşağıdan seçin, sokak veya mahalle adı yazın.
# The same, of a question or an idea.
place-ask-wijk = Hangi mahalle için? Aşağıdan seçin, sokak veya mahalle adı yazın.
place-outside = Bu yer { $city } sınırları dışında. Kendi belediyenize sorun; tehlike varsa 112'yi arayın. Yer { $city } içindeyse seçin veya yazın.
# $municipality lies beside the city; $number is its own, or that of the government, which knows whom to ask.
place-outside-at =
    { $whose ->
        [own] Bu yer { $city } sınırları dışında, { $municipality } belediyesinde görünüyor. Oraya sorun: { $number }; tehlike varsa 112'yi arayın.
       *[general] Bu yer { $city } sınırları dışında, { $municipality } belediyesinde görünüyor. Kime soracağınızı öğrenmek için: { $number }; tehlike varsa 112'yi arayın.
    } Yer { $city } içindeyse seçin veya yazın.
place-here = 📍 Şu an oradayım
# $button: the button that sends the location, below the text field.
place-here-how = Aşağıda "{ $button }" düğmesine basın. Veya bir sokak yazın.
place-choose = 🗺 Mahalleyi seç
# The place that the person's own words name; the wijk used last.
place-guess = 📍 { $place }
place-last = 🏘 { $wijk }
place-part-of = { $place }: hangi bölüm?
place-street =
    📍 { $place }
    Bu hangi mahallede?
place-near = Hangi mahallede? Bu yere en yakın olanlar bunlar.
place-meant = Bunu mu demek istediniz?
place-unknown = "{ $place }" adını henüz bilmiyoruz. Yer bu mu?
place-unknown-yes = 📍 Evet, böyle kaydet
place-as-typed = 📍 Böyle kaydet
place-story = ➕ Hayır, metnime ekle
place-list = Mahalleyi seçin. Sayfa { $page } / { $pages }.
place-previous = ⬆️ Önceki mahalleler
place-next = ⬇️ Diğer mahalleler
