### What is printed on paper. Read from two metres: as few words as possible.

# $wijk is the name of a wijk.
poster-title = Wijklijn { $wijk }
poster-line = Wijklijn
poster-city = { $city } Belediyesi
poster-heading = Sorun mu? Soru mu?
poster-about = Wijklijn, { $city } Belediyesi'nin hattıdır. { $Role } (mahalle sorumlusu) ile yazışırsınız.
poster-scan = Kodu telefonunuzla okutun.
# START is the button that the phone shows then.
poster-start = Telegram uygulaması açılır: BAŞLAT (START) düğmesine basın.
poster-send = Yazın, sesli mesaj veya fotoğraf gönderin.
poster-unseen = Adınızı ve numaranızı görmeyiz.
poster-danger = Tehlike mi var? Hemen 112'yi arayın.
# Above every text that is a translation; Dutch counts. Not shown in Dutch.
poster-mark = Vertaling / Çeviri
