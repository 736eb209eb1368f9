### /werk: parts of the list. $count is a number, $number a case's number as text.

# Nothing waits in the part that was chosen.
work-none = ✅ Тук нищо не чака.
# $parts: "⏰ Закъснели · Waterschei-Noord · 🗑 Боклук".
work-chosen = 🔎 { $parts }
# $counts: "❗ 1 спешно · ⏰ 3 закъснели".
work-counts = { $counts }
# The heading above the cases that share a reason.
work-group = <b>{ $reason }</b>
work-reason-urgent = ❗ Спешни
work-reason-late = ⏰ Закъснели
work-reason-reopened = 🔁 Отворени отново
work-reason-today = 📅 Днес
work-reason-new = 🆕 Нови
work-reason-going-on = ✋ В работа
work-count-urgent = ❗ { $count } спешни
work-count-late = ⏰ { $count } закъснели
work-count-reopened = 🔁 { $count } отворени отново
work-count-today = 📅 { $count } за днес
work-count-new = 🆕 { $count } нови
work-no-wijk = Без квартал
work-no-category = Без тема

## Buttons: 25 characters at most.

work-parts = 🔎 Избери
work-all = 📋 Всички
work-by-wijk = 🏘 Квартал
work-by-category = 🏷 Тема
work-by-kind = 🗂 Вид
