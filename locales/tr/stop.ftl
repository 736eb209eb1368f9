### /stop.

stop-left = ✖️ Bırakıldı. Göndermedikleriniz silindi.
# What was interrupted goes on: a half-made report, which follows.
stop-beneath = ✖️ Bırakıldı. Daha önce başladığınız sizi bekliyor.
stop-news = Şu an yarım kalan bir şey yok. Haber gelmesin mi?
stop-nothing = Şu an yarım kalan bir şey yok. Ne yapmak istersiniz?
# "No more news", typed.
stop-news-typed = Haber gelmesin mi? Bildirimlerinizle ilgili mesajlar yine gelir.
