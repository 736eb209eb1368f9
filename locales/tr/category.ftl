### The first question of a report. The categories themselves stand in the city file. Buttons: 25 characters at most.

category-ask = Konu nedir?
category-more = 🏷 Diğer …
