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
digest-not-yours = Този преглед вече не е за Вас.
