### What a colleague wrote goes back with a word. Staff only, read in Dutch.

refuse-why =
    { $about ->
        [quick] ✖️ Bu hazır yanıtta uygun olmayan nedir? Kısaca yazın. Öneren kişi bunu okur.
       *[announcement] ✖️ Ne değişmeli? Kısaca yazın. Duyuruyu yazan kişi bunu okur.
    }
refuse-stopped = ✖️ Durduruldu. Hiçbir şey geri gönderilmedi.
refuse-sent = ✖️ Yazdığınızla birlikte geri gönderildi.
# A colleague decided, or it left, before the word came.
refuse-late = 👀 Bir meslektaş zaten karar verdi. Yukarıda görebilirsiniz.
