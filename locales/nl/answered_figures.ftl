### How often common questions were answered. Staff. $shown, $helped, $asked and $reported are numbers as text, or "minder dan 10".
### Buttons: 25 characters at most.

# $month is a month of a year: "november 2026".
answered-figures = 📊 <b>Veelgestelde vragen</b>, { $month }
answered-month = { date-month } { $year }
answered-line = { $question }: { $shown } keer getoond. Het hielp: { $helped }. Toch gevraagd: { $asked }. Toch gemeld: { $reported }.
# A number below ten is never told.
answered-few = minder dan 10
# Advice to try something first, in a report of this category.
answered-self = 💡 { $category }
answered-none = Nog niets geteld.
answered-foot = We tellen alleen antwoorden, nooit van wie.
answered-before = ◀️ Vorige maand
answered-after = Volgende maand ▶️
