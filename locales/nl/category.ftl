### The first question of a report. The categories themselves stand in the city file.

category-ask = Waar gaat het over?
category-more = 🏷 Andere …
