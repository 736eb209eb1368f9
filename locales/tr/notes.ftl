### Notes: only staff see them.

# $readers: the organisation whose people alone read it; "none" for the city.
note-write =
    📝 { $number } numaralı dosya için notunuzu yazın. { $readers ->
        [none] Sakin bunu görmez.
       *[other] Yalnızca { $readers } okur.
    }
note-kept =
    📝 Not saklandı, dosya { $number }. { $readers ->
        [none] Sakin bunu görmez.
       *[other] Yalnızca { $readers } okur.
    }
note-stopped = ✖️ Vazgeçildi. Not saklanmadı.
