### Digests for staff: one message that stands for many, and is kept up to date. Buttons: 25 characters at most.

desk-digest =
    { $count ->
        [0] ✅ От тези нови съобщения не чака нито едно.
        [one] 📥 <b>1 ново съобщение чака</b>
       *[other] 📥 <b>{ $count } нови съобщения чакат</b>
    }
# $about: a category with its pictogram, or "none"; $wijk: a name, or "none".
digest-heap =
    { $count } × { $about ->
        [none] без категория
       *[other] { $about }
    } · { $wijk ->
        [none] без квартал
       *[other] { $wijk }
    }
digest-more =
    { $count ->
        [one] и още 1
       *[other] и още { $count }
    }
digest-work = 📋 Покажи чакащите
relay-digest =
    { $count ->
        [0] ✅ Няма повече текстове за превод.
        [one] 🌐 1 текст чака превод.
       *[other] 🌐 { $count } текста чакат превод.
    }
digest-relay = 🌐 Покажи текстовете
# Stands for reminders of many cases at once; what is late and due today is counted below it.
desk-due = ⏰ <b>И по други преписки отговорът наближава или закъсня</b>
digest-not-yours = Този преглед вече не е за Вас.

## In the morning, for who set work hours: what presses, and what came while it was quiet.

desk-morning = ☀️ <b>Докато беше тихо</b>
morning-urgent =
    ❗ { $count ->
        [one] 1 спешна преписка
       *[other] { $count } спешни преписки
    }
morning-late =
    ⏰ { $count ->
        [one] 1 отговор закъснява
       *[other] { $count } отговора закъсняват
    }
morning-today =
    📅 { $count ->
        [one] 1 отговор трябва да е даден днес
       *[other] { $count } отговора трябва да са дадени днес
    }
morning-reopened =
    🔁 { $count ->
        [one] 1 преписка е отворена отново
       *[other] { $count } преписки са отворени отново
    }
# Own cases to which the resident added something.
morning-said =
    ➕ { $count ->
        [one] Към 1 от Вашите преписки има добавено
       *[other] Към { $count } от Вашите преписки има добавено
    }
morning-new =
    📥 { $count ->
        [one] 1 ново съобщение:
       *[other] { $count } нови съобщения:
    }
morning-texts =
    🌐 { $count ->
        [one] 1 текст чака превод
       *[other] { $count } текста чакат превод
    }
