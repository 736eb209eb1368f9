### The name that the city's own system gives a case. Staff only. Buttons: 25 characters at most.

reference-ask = 🔖 { $number } numaralı dosyanın belediye sistemindeki referansı nedir? Tek satır, en fazla 40 karakter.
reference-kept = 🔖 { $number } numaralı dosyanın referansı kaydedildi: { $reference }
reference-gone = 🔖 { $number } numaralı dosyanın artık referansı yok.
reference-stopped = ✖️ Vazgeçildi. Hiçbir şey değişmedi.
reference-clear = 🗑 Referans yok
reference-stop = ✖️ Vazgeç
