### Wijknieuws: following announcements of a wijk. Buttons: 25 characters at most.

# $wijken is a list, one on each line.
news =
    📰 Haber aldığınız mahalleler:
    { $wijken }
news-none = 📰 Henüz haber almıyorsunuz. Mahallenizde olanları bilmek ister misiniz?
news-on = 🔔 Haber gelsin
news-off = 🔕 Haber gelmesin
# No more news of this wijk.
news-one-off = 🔕 { $wijk }
news-more = ➕ Başka mahalle
news-choose = 🗺 Hangi mahalleden haber istersiniz?
# A name that several wijken share.
news-part = 🗺 { $name }: hangi kısım?
# All wijken of that name.
news-whole = 🗺 { $name }, hepsi
# After the button below an announcement.
news-left = 🔕 Artık haber gelmeyecek: { $wijk }.
news-stopped = 🔕 Artık haber gelmeyecek. Mesajlarınızın yanıtları yine gelir.
