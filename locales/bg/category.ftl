### The first question of a report. The categories themselves stand in the city file.

category-ask = За какво става дума?
category-more = 🏷 Други …
