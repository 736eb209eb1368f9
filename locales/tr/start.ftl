### The first minute: choosing a language, who sees what, the menu.

# Shown in every language at once, so it must be short.
choose-language = 🌍 Dilinizi seçin
# After the press, in the place of the question.
language-chosen = ✅ Türkçe
# In every text: $city is the name of the city, $role and $Role what its wijkmanager is called.
welcome = Wijklijn, { $city } Belediyesi'nin hattıdır. Sorun bildirebilir veya wijkmanager'e (mahalle sorumlusu) soru sorabilirsiniz.
who-sees-what = 🔒 { $city } Belediyesi çalışanları gönderdiğinizi okur ve dinler. Adınızı, numaranızı, profil fotoğrafınızı görmez; Telegram bunları bilir. Sonra "Verilerim" bölümünden silebilirsiniz.
menu-here = Ne yapmak istersiniz? Aşağıdan seçin veya yazın.

## The menu. Buttons: 25 characters at most.

menu-report = 📣 Sorun bildir
menu-ask = ❓ Soru sor
menu-cases = 📋 Mesajlarım
menu-news = 📰 Haberler
menu-wijkmanager = 👤 { $Role }
menu-settings = ⚙️ Dil, verilerim

## Staff: invitations. $member is a role, $places names of wijken or stadsdelen.

staff-welcome =
    Hoş geldiniz. Göreviniz: { $member ->
        [administrator] yönetici
        [coordinator] koordinatör
        [contact-worker] irtibat görevlisi
        [team-member] ekip üyesi
        [partner] ortak kuruluş
       *[wijkmanager] { $role }
    }. Bölge: { $places ->
        [everywhere] tüm { $city }
       *[other] { $places }
    }.
# To the administrators, when somebody used an invitation.
staff-joined =
    👋 Bir davet kullanıldı: { $member ->
        [administrator] yönetici
        [coordinator] koordinatör
        [contact-worker] irtibat görevlisi
        [team-member] ekip üyesi
        [partner] ortak kuruluş
       *[wijkmanager] { $role }
    }, { $places ->
        [everywhere] tüm { $city }
       *[other] { $places }
    }.
# To somebody whose role was taken away.
staff-released = { $city } Belediyesi'ndeki göreviniz sona erdi. Wijklijn'i mahalle sakini olarak kullanabilirsiniz.
