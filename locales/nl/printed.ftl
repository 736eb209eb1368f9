### What is printed on paper. Read from two metres: as few words as possible.

# $wijk is the name of a wijk.
poster-title = Wijklijn { $wijk }
poster-line = Wijklijn
poster-city = stad { $city }
poster-heading = Probleem? Vraag?
poster-about = Wijklijn is van stad { $city }. Je schrijft naar de { $role }.
poster-scan = Scan de code met je telefoon.
# START is the button that the phone shows then.
poster-start = De app Telegram gaat open: druk op START.
poster-send = Schrijf, spreek in of stuur een foto.
poster-unseen = Je naam en nummer zien we niet.
poster-danger = Gevaar? Bel meteen 112.
# Above every text that is a translation; Dutch counts. Not shown in Dutch.
poster-mark = Vertaling
