### The first question of a report. The categories themselves stand in the city file.

category-ask = Konu nedir?
category-more = 🏷 Diğer …
