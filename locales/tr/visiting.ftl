### Visits: on which day somebody goes there. Buttons: 25 characters at most.

visit-ask = 🏠 { $number } numaralı dosya için ziyaret: hangi gün?
visit-planned = 🏠 { $number } numaralı dosya için ziyaret: { $day }. O sabah size hatırlatılır.
# The morning of that day has come already.
visit-planned-soon = 🏠 { $number } numaralı dosya için ziyaret: { $day }.
visit-plan = 🏠 Ziyaret planla
visit-move = 📅 Başka gün
visit-done = ✅ Oradaydım
visit-drop = ✖️ Ziyaret gerekmiyor
visited = ✅ { $number } numaralı dosya için ziyaret yapıldı. Gördüğünüzü not etmek ister misiniz?
visit-dropped = ✖️ { $number } numaralı dosya için artık ziyaret yok.
# On the morning; where it is stands below it.
visit-today = 🏠 <b>Bugün ziyaret</b>: dosya { $number } · { $about }
