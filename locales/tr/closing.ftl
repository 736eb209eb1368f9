### Closing a case. $outcome is how it ends. Buttons: 25 characters at most.

close-outcome =
    { $outcome ->
        [solved] 👍 Çözüldü
        [partly] 🌗 Kısmen çözüldü
        [not-possible] 🚫 Çözülemez
       *[not-for-us] 📮 Bize ait değil
    }
# $count: how many residents read it.
close-why =
    { close-outcome } · dosya { $number }. Sakin için nedenini bir iki cümleyle yazın. Veya atlayın.{ $count ->
        [0] { "" }
        [1] { "" }
       *[other] { " " }{ answer-to-twins }
    }
close-skip = ⏭ Atla ve kapat
# The reason stands just above, as it was written.
close-preview = { close-outcome }. Sakin yukarıda yazanı okuyacak. Doğru mu?
# As above, asked once more later: the reason follows.
close-again = { close-outcome } · dosya { $number }. Sakin bunu okuyacak. Dosyayı kapatıyor musunuz?
# Who does handle it, as people wrote it in every language. $words: the Dutch of it.
close-elsewhere =
    { close-outcome }. Sakin bunu kendi dilinde okur:
    <blockquote>{ $words }</blockquote>
    Doğru mu?
close-now = ✅ Kapat
# $told: whether somebody reported it; what staff saw themselves has nobody to tell.
close-done =
    ✅ { $number } numaralı dosya kapatıldı ({ close-outcome }).{ $told ->
        [True] { " " }Sakin bunu biliyor ve çözülüp çözülmediğini söyleyebilir.
       *[False] { "" }
    }
close-stopped = ✖️ Vazgeçildi. Dosya açık kalıyor.
