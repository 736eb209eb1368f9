### Who the wijkmanager is and how to reach one. Buttons: 25 characters at most.

# $days: working days.
wijkmanager = 👤 { $Role } (mahalle sorumlusu) mahalleniz için çalışır. Buraya yazmanız yeterli. Yanıt süresi: { $days } iş günü.
wijkmanager-office = 🏢 { $name }
# $sure: True when the city has confirmed the address.
wijkmanager-address =
    { $sure ->
        [True] 📍 { $address }
       *[False] 📍 { $address } (önce arayın)
    }
# $weekday: 1 is Monday.
wijkmanager-hours =
    🕒 { $weekday ->
        [1] Pazartesi
        [2] Salı
        [3] Çarşamba
        [4] Perşembe
        [5] Cuma
        [6] Cumartesi
       *[7] Pazar
    } { $opens }–{ $closes }
wijkmanager-phone = 📞 { $phone }
wijkmanager-email = ✉️ { $email }
wijkmanager-wijken = 🗺 { $stadsdeel } bölgesinde ayrıca: { $wijken }
# $who answers in this wijk now; $absent: somebody stands in for the wijkmanager.
wijkmanager-here =
    🏘 { $wijk }. { $absent ->
        [True] Burada şu an { $role } yok. Yerine bakan: { $who }.
       *[False] Burada yanıtlayan: { $who }.
    }
wijkmanager-also = 🗺 Baktığı diğer mahalleler: { $wijken }
wijkmanager-other = 🗺 Başka mahalle
wijkmanager-choose = Hangi mahalle?
wijkmanager-talk = 🙋 Biriyle konuşmak istiyorum
# Said in the resident's name, as the words of the new case.
wijkmanager-wish = Biriyle konuşmak istiyorum.
wijkmanager-asked = 🙋 Sizin için bir görüşme istedik. Telefonla mı, yüz yüze mi? Ne zaman uygun olduğunuzu buraya yazın.
