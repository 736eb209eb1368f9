### /werk: parts of the list. $count is a number, $number a case's number as text.

# Nothing waits in the part that was chosen.
work-none = ✅ Burada bekleyen yok.
# $parts: "⏰ Gecikmiş · Waterschei-Noord · 🗑 Çöp".
work-chosen = 🔎 { $parts }
# $counts: "❗ 1 acil · ⏰ 3 gecikmiş".
work-counts = { $counts }
# The heading above the cases that share a reason.
work-group = <b>{ $reason }</b>
work-reason-urgent = ❗ Acil
work-reason-late = ⏰ Gecikmiş
work-reason-reopened = 🔁 Yeniden açıldı
work-reason-today = 📅 Bugün
work-reason-new = 🆕 Yeni
work-reason-going-on = ✋ Sürüyor
work-count-urgent = ❗ { $count } acil
work-count-late = ⏰ { $count } gecikmiş
work-count-reopened = 🔁 { $count } yeniden açıldı
work-count-today = 📅 { $count } bugün
work-count-new = 🆕 { $count } yeni
work-no-wijk = Mahalle yok
work-no-category = Konu yok

## Buttons: 25 characters at most.

work-parts = 🔎 Seç
work-all = 📋 Tümü
work-by-wijk = 🏘 Mahalle
work-by-category = 🏷 Konu
work-by-kind = 🗂 Tür
