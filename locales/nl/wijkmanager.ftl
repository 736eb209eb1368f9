### Who the wijkmanager is and how to reach one. Buttons: 25 characters at most.

# $days: working days.
wijkmanager = 👤 De { $role } werkt voor je wijk. Schrijf gewoon hier. Je krijgt antwoord binnen { $days } werkdagen.
wijkmanager-office = 🏢 { $name }
# $sure: True when the city has confirmed the address.
wijkmanager-address =
    { $sure ->
        [True] 📍 { $address }
       *[False] 📍 { $address } (bel eerst)
    }
# $weekday: 1 is Monday.
wijkmanager-hours =
    🕒 { $weekday ->
        [1] maandag
        [2] dinsdag
        [3] woensdag
        [4] donderdag
        [5] vrijdag
        [6] zaterdag
       *[7] zondag
    } { $opens }–{ $closes }
wijkmanager-phone = 📞 { $phone }
wijkmanager-email = ✉️ { $email }
wijkmanager-wijken = 🗺 Ook in { $stadsdeel }: { $wijken }
# $who answers in this wijk now; $absent: somebody stands in for the wijkmanager.
wijkmanager-here =
    🏘 { $wijk }. { $absent ->
        [True] Er is hier nu geen { $role }. Wie vervangt: { $who }.
       *[False] Hier antwoordt { $who }.
    }
wijkmanager-also = 🗺 Ook voor: { $wijken }
wijkmanager-other = 🗺 Andere wijk
wijkmanager-choose = Van welke wijk?
wijkmanager-talk = 🙋 Ik wil iemand spreken
# Said in the resident's name, as the words of the new case.
wijkmanager-wish = Ik wil graag met iemand praten.
wijkmanager-asked = 🙋 We vroegen een gesprek voor je aan. Wil je bellen of afspreken? Schrijf hier wanneer je kunt.
