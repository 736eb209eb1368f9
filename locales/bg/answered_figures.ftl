### How often common questions were answered. Staff. $shown, $helped, $asked and $reported are numbers as text, or "minder dan 10".
### Buttons: 25 characters at most.

# $month is a month of a year: "november 2026".
answered-figures = 📊 <b>Чести въпроси</b>, { $month }
answered-month = { date-month } { $year }
answered-line = { $question }: показано: { $shown }. Помогна: { $helped }. Пак попитаха: { $asked }. Пак съобщиха: { $reported }.
# A number below ten is never told.
answered-few = по-малко от 10
# Advice to try something first, in a report of this category.
answered-self = 💡 { $category }
answered-none = Още нищо не е преброено.
answered-foot = Броим само отговорите, никога от кого са.
answered-before = ◀️ Предишен месец
answered-after = Следващ месец ▶️
