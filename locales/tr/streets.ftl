### Streets that staff place in a wijk. $street is a name, $wijk the name of a wijk; staff read this in Dutch.
### Buttons: 25 characters at most.

street-check =
    🛣 { $street }
    Mahalle: { $wijk }. Doğru mu? Bundan sonra bu yeri herkes için tanırız. Ad yanlışsa doğrusunu yazın.
street-yes = ✅ Doğru
street-stopped = ✖️ Vazgeçildi. Hiçbir şey kaydedilmedi.
street-learned = ✅ Kaydedildi: { $street }. Mahalle: { $wijk }.
street-undo = ↩️ Geri al
street-removed = 🗑 Silindi: { $street }. Mahalle: { $wijk }.
street-was-removed = 🗑 Bu sokak silindi.
street-list =
    { $count ->
        [0] 🛣 Meslektaşlardan henüz sokak yok. Bunlar bir dosyadaki "🛣 Sokak bu mahallede" düğmesinden gelir.
       *[other] 🛣 Meslektaşların eklediği sokaklar: { $count }. Sayfa { $page } / { $pages }. Silmek için bir sokağa basın.
    }
# /straten with a part of a name.
street-found =
    { $count ->
        [0] 🛣 Meslektaşların eklediği böyle bir sokak yok. Yalnızca /straten yazınca hepsini görürsünüz.
       *[other] 🛣 Bulunan: { $count }. Silmek için sokağa basın.
    }
street-one = { $street } · { $wijk }
street-remove-ask =
    🛣 { $street } · { $wijk }
    Bu kayıt silinsin mi?
street-remove = 🗑 Sil
