### Answering: the desk's side. $number is a case's number as text. Buttons: 25 characters at most.

# $language: of a conversation that is not in Dutch, else "none".
answer-write =
    💬 { $number } numaralı dosya için yanıtınızı yazın. { $language ->
        [none] { "" }
       *[other] Mesajın dilinde yazın: { $language }. { "" }
    }Fotoğraf, sesli mesaj veya konum da olur.
answer-preview-title = 👀 <b>Sakin { $alias } bunu alacak</b> (dosya { $number })
answer-spot = bir konum
# $media: "2 fotoğraf".
answer-attached = 📎 { $media }
answer-by-people = 🌍 Sakin bunu kendi dilinde okur. Çeviriyi insanlar yaptı.
answer-translation =
    🌍 Sakin Hollandacasını hemen alır. { $by ->
        [machine] Otomatik çeviri sonra gelir.
       *[person] Bir irtibat görevlisinin çevirisi sonra gelir.
    }
# A contact worker writes in a conversation as the resident does.
answer-as-written = 🌍 Sakin bunu yazdığınız gibi okur. Dil: { $language }.
answer-send = ✅ Gönder
answer-as-note = 📝 Not olarak
# Of cases that go together: the answer is for who reported this one.
answer-only-this = 👤 Yalnız bu kişi
answer-stop = ✖️ Vazgeç
answer-sent = ✅ Gönderildi, dosya { $number }.
# $until: "14.20".
answer-may-correct = Düzeltmek için son saat: { $until }.
answer-correct = ✏️ Düzelt
answer-stopped = ✖️ Vazgeçildi. { $number } numaralı dosyada hiçbir şey gönderilmedi.
# After ten minutes without a decision; what was written follows. $what: what it was to become.
answer-waits =
    ⏳ { $what ->
        [loose-waits] Yazdıklarınız henüz hiçbir dosyaya ait değil. Hiçbir şey gönderilmedi.
        [close-waits] { $number } numaralı dosya henüz kapatılmadı. Ne yapmak istersiniz?
        [errand-unsent] { $number } numaralı dosyada gördükleriniz henüz gönderilmedi. Ne yapmak istersiniz?
        [pass-waits] { $number } numaralı dosya henüz iletilmedi. Ne yapmak istersiniz?
        [heard-waits] Kurumun { $number } numaralı dosya için söyledikleri henüz saklanmadı. Ne yapmak istersiniz?
       *[answer-waits] { $number } numaralı dosyadaki bu yanıt henüz gönderilmedi. Ne yapmak istersiniz?
    }
answer-gone =
    ⚠️ { $what ->
        [loose-waits] Yazdıklarınız gönderilmedi ve saklanmadı. Yeniden yazın.
        [close-waits] { $number } numaralı dosya kapatılmadı, yazdığınız neden saklanmadı. Yeniden başlayın.
        [errand-unsent] { $number } numaralı dosyada gördükleriniz gönderilmedi ve saklanmadı. Yeniden gönderin.
        [pass-waits] { $number } numaralı dosya iletilmedi, metniniz saklanmadı. Yeniden başlayın.
        [heard-waits] Kurumun { $number } numaralı dosya için söyledikleri saklanmadı. Yeniden yazın.
       *[answer-waits] { $number } numaralı dosyadaki yanıtınız gönderilmedi ve saklanmadı. Yeniden yazın.
    }

## Words of staff that belong to no case yet.

loose-which = Bu hangi dosyayla ilgili?
loose-none = Sizi bekleyen dosya yok, bu yüzden bu bir yanıt olarak saklanmadı. Bekleyenler için: /werk
loose-dropped = ✖️ Vazgeçildi. Hiçbir şey gönderilmedi.
