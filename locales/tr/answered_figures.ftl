### How often common questions were answered. Staff. $shown, $helped, $asked and $reported are numbers as text, or "minder dan 10".
### Buttons: 25 characters at most.

# $month is a month of a year: "november 2026".
answered-figures = 📊 <b>Sık sorulan sorular</b>, { $month }
answered-month = { date-month } { $year }
answered-line = { $question }: gösterildi: { $shown }. Yardımcı oldu: { $helped }. Yine de soruldu: { $asked }. Yine de bildirildi: { $reported }.
# A number below ten is never told.
answered-few = 10'dan az
# Advice to try something first, in a report of this category.
answered-self = 💡 { $category }
answered-none = Henüz sayılan bir şey yok.
answered-foot = Yalnızca yanıtları sayarız, kimin sorduğunu asla.
answered-before = ◀️ Önceki ay
answered-after = Sonraki ay ▶️
