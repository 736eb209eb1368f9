### Wijknieuws: following announcements of a wijk. Buttons: 25 characters at most.

# $wijken is a list, one on each line.
news =
    📰 Je krijgt nieuws van:
    { $wijken }
news-none = 📰 Je krijgt nog geen nieuws. Wil je weten wat er in je wijk gebeurt?
news-on = 🔔 Nieuws krijgen
news-off = 🔕 Geen nieuws
# No more news of this wijk.
news-one-off = 🔕 { $wijk }
news-more = ➕ Nog een wijk
news-choose = 🗺 Van welke wijk wil je nieuws?
# A name that several wijken share.
news-part = 🗺 { $name }: welk deel?
# All wijken of that name.
news-whole = 🗺 { $name }, alles
# After the button below an announcement.
news-left = 🔕 Je krijgt geen nieuws meer van { $wijk }.
news-stopped = 🔕 Je krijgt geen nieuws meer. Antwoord op je meldingen krijg je wel.
