### For people of a partner: a case that was passed on to them. $number is the case's number as text.
### Buttons: 25 characters at most.

partner-answer = 💬 Yanıtla
partner-done = ✅ Bitti
partner-stop = ✖️ Vazgeç
partner-without = ⏭ Metin yazmadan
partner-asked = 📨 <b>Dosya { $number }: { $city } Belediyesi yardımınızı istiyor.</b>
partner-over = 📁 Dosya { $number }: artık gerekmiyor. Teşekkürler.
partner-is-done = ✅ Dosya { $number }: bitti. Teşekkürler.
partner-write = Dosya { $number }: yanıtınızı yazın. Yalnızca belediye okur.
partner-write-done = Dosya { $number }: ne yaptınız? Kısaca yazın.
partner-kept =
    ✅ Yanıtınız dosya { $number } için kaydedildi. { $done ->
        [True] Sizin için bitti.
       *[False] Sonra yine yanıtlayabilirsiniz.
    }
partner-stopped = Hiçbir şey gönderilmedi.
# The list of what waits.
partner-list =
    { $count ->
        [0] Sizi bekleyen dosya yok.
        [one] Sizi 1 dosya bekliyor. Yanıtlamak için ona basın.
       *[other] Sizi { $count } dosya bekliyor. Yanıtlamak için birine basın.
    }
