### ✏️: putting right an answer that has left. $number is a case's number as text, $until a time such as "14.20".

correct-write = ✏️ Dosya { $number } için yanıtınızı baştan sona yeniden yazın. Son saat: { $until }. Sakin şunu okudu:
correct-preview = 👀 <b>Sakin { $alias } bunu okuyacak</b> (dosya { $number }), ilk yanıtınızın yerine
correct-sent = ✏️ Dosya { $number }: düzeltildi. Sakin, yanıtın düzeltildiğini görür.
correct-stopped = ✖️ Durduruldu. Dosya { $number } için yanıtınız olduğu gibi kalıyor.
# The quarter of an hour is over.
correct-over = ⚠️ Dosya { $number }: düzeltmeniz gönderilmedi, 15 dakika doldu. Yeni bir yanıt yazın.
