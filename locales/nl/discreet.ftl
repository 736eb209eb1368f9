### Messages of a sensitive case, for the telephone may lie on a table: what they say comes on a press.

discreet-news = ✉️ Er is nieuws over melding { $number }.
# Opened when it is not so any more.
discreet-over = Dit is voorbij: melding { $number } is intussen verder. Kijk bij Mijn meldingen.
