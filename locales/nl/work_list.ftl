### /werk: parts of the list. $count is a number, $number a case's number as text.

# Nothing waits in the part that was chosen.
work-none = ✅ Hier wacht niets.
# $parts: "⏰ Te laat · Waterschei-Noord · 🗑 Afval".
work-chosen = 🔎 { $parts }
# $counts: "❗ 1 dringend · ⏰ 3 te laat".
work-counts = { $counts }
# The heading above the cases that share a reason.
work-group = <b>{ $reason }</b>
work-reason-urgent = ❗ Dringend
work-reason-late = ⏰ Te laat
work-reason-reopened = 🔁 Heropend
work-reason-today = 📅 Vandaag
work-reason-new = 🆕 Nieuw
work-reason-going-on = ✋ Bezig
work-count-urgent = ❗ { $count } dringend
work-count-late = ⏰ { $count } te laat
work-count-reopened = 🔁 { $count } heropend
work-count-today = 📅 { $count } vandaag
work-count-new = 🆕 { $count } nieuw
work-no-wijk = Geen wijk
work-no-category = Geen categorie

## Buttons: 25 characters at most.

work-parts = 🔎 Kies
work-all = 📋 Alles
work-by-wijk = 🏘 Wijk
work-by-category = 🏷 Categorie
work-by-kind = 🗂 Soort
