### Help.

help-residents =
    📣 <b>Sorun bildir</b>: yazın, konuşun veya fotoğraf gönderin
    ❓ <b>Soru sor</b>: fikir de olabilir
    📋 <b>Mesajlarım</b>: ne durumda olduğu
    📰 <b>Haberler</b>: almak veya durdurmak
    👤 <b>{ $Role }</b>: kim ve nerede
    ⚙️ <b>Dil, verilerim</b>: seçmek, görmek, silmek
# Staff. $member is a role.
help-cards =
    { $member ->
        [contact-worker] 👋 Çevrilecek metinler buraya gelir: o mesaja çeviriyle yanıt verin. /namens ile başkası adına bildirirsiniz.
        [team-member] 👋 Nereye bakılması gerektiği burada yazar. /werk, mahallenizde açık olanları gösterir.
        [partner] 👋 Belediyenin size ilettikleri buraya gelir. Bir düğmeyle veya mesaja yanıt vererek cevaplayın.
       *[other] 👋 Yeni mesajlar buraya gelir. Bir düğmeyle veya dosyadaki bir mesaja yanıt vererek cevaplayın.
    }
