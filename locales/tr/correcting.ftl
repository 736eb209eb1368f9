### ✏️: putting right an answer that has left. $number is a case's number as text, $until a time such as "14.20".
### Buttons: 25 characters at most.

correct-bare = 🗑 Yalnızca metin
# $what: an answer, why a case was closed, or an answer of which nothing is left.
correct-write =
    ✏️ { $what ->
        [reason] Dosya { $number } neden kapatıldı, baştan sona yeniden yazın. Son saat: { $until }. Sakin şunu okudu:
        [empty] Dosya { $number } için yanıtınızdan bir şey kalmıyor. Sakinin yerine ne okuyacağını yazın. Son saat: { $until }.
       *[answer] Dosya { $number } için yanıtınızı baştan sona yeniden yazın veya doğru fotoğrafı gönderin. Son saat: { $until }. Sakine giden:
    }
correct-preview =
    👀 <b>Sakin { $alias } bunu okuyacak</b> (dosya { $number }), { $what ->
        [reason] önceki açıklamanın yerine
       *[answer] ilk yanıtınızın yerine
    }
correct-sent = ✏️ Dosya { $number }: düzeltildi. Sakin, yanıtın düzeltildiğini görür.
correct-stopped = ✖️ Durduruldu. Dosya { $number } için yanıtınız olduğu gibi kalıyor.
# The quarter of an hour is over.
correct-over =
    ⚠️ Dosya { $number }: düzeltmeniz gönderilmedi, 15 dakika doldu.{ $is_open ->
        [True] { " " }Yeni bir yanıt yazın.
       *[False] { "" }
    }
