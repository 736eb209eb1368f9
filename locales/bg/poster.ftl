### A poster of a wijk was scanned.

poster = 📍 { $wijk }. Какво искате да направите?
