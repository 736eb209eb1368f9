### /stop.

stop-left = ✖️ Bırakıldı. Göndermedikleriniz silindi.
stop-news = Şu an yarım kalan bir şey yok. Haber gelmesin mi?
stop-nothing = Şu an yarım kalan bir şey yok. Ne yapmak istersiniz?
# "No more news", typed.
stop-news-typed = Haber gelmesin mi? Bildirimlerinizle ilgili mesajlar yine gelir.
