### The first minute: choosing a language, who sees what, the menu.

# Shown in every language at once, so it must be short.
choose-language = 🌍 Kies je taal
# After the press, in the place of the question.
language-chosen = ✅ Nederlands
# In every text: $city is the name of the city, $role and $Role what its wijkmanager is called.
welcome = Wijklijn is van stad { $city }. Hier meld je een probleem of stel je een vraag aan de { $role }.
who-sees-what = 🔒 De medewerkers van stad { $city } lezen en horen wat je stuurt. Je naam, nummer en profielfoto zien ze niet; Telegram kent die wel. Wissen kan later via "Gegevens".
menu-here = Wat wil je doen? Kies hieronder, of schrijf gewoon.

## The menu. Buttons: 25 characters at most.

menu-report = 📣 Probleem melden
menu-ask = ❓ Vraag stellen
menu-cases = 📋 Mijn meldingen
menu-news = 📰 Wijknieuws
menu-wijkmanager = 👤 { $Role }
menu-settings = ⚙️ Taal, gegevens

## Staff: invitations. $member is a role, $places names of wijken or stadsdelen.

staff-welcome =
    Welkom. Je bent nu { $member ->
        [administrator] beheerder
        [coordinator] coördinator
        [contact-worker] contactmedewerker
        [team-member] teamlid
        [partner] partner
       *[wijkmanager] { $role }
    } voor { $places ->
        [everywhere] heel { $city }
       *[other] { $places }
    }.
# To the administrators, when somebody used an invitation.
staff-joined =
    👋 Een uitnodiging is gebruikt: { $member ->
        [administrator] beheerder
        [coordinator] coördinator
        [contact-worker] contactmedewerker
        [team-member] teamlid
        [partner] partner
       *[wijkmanager] { $role }
    } voor { $places ->
        [everywhere] heel { $city }
       *[other] { $places }
    }.
# To somebody whose role was taken away.
staff-released = Je rol voor stad { $city } is beëindigd. Je kan Wijklijn blijven gebruiken als bewoner.
