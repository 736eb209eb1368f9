### Who the wijkmanager is and how to reach one. Buttons: 25 characters at most.

# $days: working days.
wijkmanager = 👤 { $Role } (служител на общината за квартала) работи за Вашия квартал. Просто пишете тук. Отговор: до { $days } работни дни.
wijkmanager-office = 🏢 { $name }
# $sure: True when the city has confirmed the address.
wijkmanager-address =
    { $sure ->
        [True] 📍 { $address }
       *[False] 📍 { $address } (първо се обадете)
    }
# $weekday: 1 is Monday.
wijkmanager-hours =
    🕒 { $weekday ->
        [1] понеделник
        [2] вторник
        [3] сряда
        [4] четвъртък
        [5] петък
        [6] събота
       *[7] неделя
    } { $opens }–{ $closes }
wijkmanager-phone = 📞 { $phone }
wijkmanager-email = ✉️ { $email }
wijkmanager-wijken = 🗺 И в район { $stadsdeel }: { $wijken }
# $who answers in this wijk now; $absent: somebody stands in for the wijkmanager.
wijkmanager-here =
    🏘 { $wijk }. { $absent ->
        [True] Сега тук няма { $role }. Замества: { $who }.
       *[False] Тук отговаря: { $who }.
    }
wijkmanager-also = 🗺 И за: { $wijken }
wijkmanager-other = 🗺 Друг квартал
wijkmanager-choose = За кой квартал?
wijkmanager-talk = 🙋 Искам да говоря с човек
# Said in the resident's name, as the words of the new case.
wijkmanager-wish = Искам да говоря с човек.
wijkmanager-asked = 🙋 Поискахме разговор за Вас. По телефона или на място? Напишете тук кога можете.
