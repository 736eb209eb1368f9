### A poster of a wijk was scanned.

poster = 📍 { $wijk }. Ne yapmak istersiniz?
