### The first minute: choosing a language, who sees what, the menu.

# Shown in every language at once, so it must be short.
choose-language = 🌍 Изберете език
# After the press, in the place of the question.
language-chosen = ✅ Български
# In every text: $city is the name of the city, $role and $Role what its wijkmanager is called.
welcome = Wijklijn е на община { $city }. Съобщете за проблем или попитайте wijkmanager-а (служителя на общината за квартала).
who-sees-what = 🔒 Служителите на община { $city } четат и слушат това, което изпращате. Името, номера и профилната Ви снимка не виждат; Telegram ги знае. После можете да изтриете от „Данни“.
menu-here = Какво искате да направите? Изберете долу или пишете.

## The menu. Buttons: 25 characters at most.

menu-report = 📣 Съобщи проблем
menu-ask = ❓ Задай въпрос
menu-cases = 📋 Моите съобщения
menu-news = 📰 Новини
menu-wijkmanager = 👤 { $Role }
menu-settings = ⚙️ Език, данни

## Staff: invitations. $member is a role, $places names of wijken or stadsdelen.

staff-welcome =
    Добре дошли. Вие сте вече: { $member ->
        [administrator] администратор
        [coordinator] координатор
        [contact-worker] служител за връзка
        [team-member] член на екипа
        [partner] партньор
       *[wijkmanager] { $role }
    }. Район: { $places ->
        [everywhere] целия { $city }
       *[other] { $places }
    }.
# To the administrators, when somebody used an invitation.
staff-joined =
    👋 Покана беше използвана: { $member ->
        [administrator] администратор
        [coordinator] координатор
        [contact-worker] служител за връзка
        [team-member] член на екипа
        [partner] партньор
       *[wijkmanager] { $role }
    }, { $places ->
        [everywhere] целия { $city }
       *[other] { $places }
    }.
# To somebody whose role was taken away.
staff-released = Ролята Ви за община { $city } приключи. Можете да ползвате Wijklijn като жител.
