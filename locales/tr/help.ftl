### Help.

help-residents =
    📣 <b>Sorun bildir</b>: yazın, konuşun veya fotoğraf gönderin
    ❓ <b>Soru sor</b>: fikir de olabilir
    📋 <b>Mesajlarım</b>: ne durumda olduğu
    📰 <b>Haberler</b>: almak veya durdurmak
    👤 <b>{ $Role }</b>: kim ve nerede
    ⚙️ <b>Dil, verilerim</b>: seçmek, görmek, silmek
# Staff.
help-cards = 👋 Yeni mesajlar buraya gelir. Bir düğmeyle veya dosyadaki bir mesaja yanıt vererek cevaplayın.
