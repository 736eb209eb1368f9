### A report, question or idea: what happened, the summary, sending, changing, leaving it. Buttons: 25 characters at most.

# $kind: signal or idea (a question has a screen of its own).
draft-ask =
    { $kind ->
        [idea] Mahalle için fikriniz nedir?
       *[signal] Ne oldu?
    } Yazın, sesli mesaj veya fotoğraf gönderin.
draft-ask-more = Bir şey daha gönderin veya devam edin.
draft-rewrite = Yeniden gönderin. Daha önce gönderdiğiniz silinir.
draft-kept = Bu 24 saat bekler. İstediğiniz zaman yazmaya devam edin.
draft-stopped = ✖️ Vazgeçildi. Hiçbir şey gönderilmedi.
