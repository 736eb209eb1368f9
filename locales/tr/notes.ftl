### Notes: only staff see them.

note-write = 📝 { $number } numaralı dosya için notunuzu yazın. Sakin bunu görmez.
note-kept = 📝 Not saklandı, dosya { $number }. Sakin bunu görmez.
note-stopped = ✖️ Vazgeçildi. Not saklanmadı.
