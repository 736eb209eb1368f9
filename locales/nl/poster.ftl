### A poster of a wijk was scanned.

poster = 📍 { $wijk }. Wat wil je doen?
