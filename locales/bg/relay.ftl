### Translations by people: the contact worker's side. Staff read Dutch. $source and $into are names of languages.
### Buttons: 25 characters at most.

# To a contact worker who speaks the language. $author tells who speaks: a resident or the city.
translation-request =
    🌐 <b>Нужен е превод</b> · { $number }
    { $source } → { $into } · { $author ->
        [staff] отговор от { $role }
       *[resident] съобщение от жител
    }

    <blockquote>{ $words }</blockquote>
    Отговорете на това съобщение с превода. Той заминава веднага.
# The words of a sensitive case come only when asked for.
translation-request-sensitive =
    🌐 <b>Нужен е превод</b> · { $number }
    { $source } → { $into } · { $author ->
        [staff] отговор от { $role }
       *[resident] съобщение от жител
    }

    🔒 Поверително. Отворете го само когато никой не гледа.
# In the place of the request, once it is done.
translation-request-done =
    ✅ <b>Преведено</b> · { $number } · { $mine ->
        [True] от Вас
       *[False] от колега
    }
    { $source } → { $into }
translation-shown =
    🌐 <b>{ $number }</b> · { $source } → { $into }

    <blockquote>{ $words }</blockquote>
    Сега напишете превода. Той заминава веднага.
# In the place of the words when there is only sound.
translation-spoken = 🎤 Гласово съобщение. Чуйте го и напишете какво се казва.
# What a machine wrote down of it. $words: that.
translation-heard = 🎤 Записано автоматично, чуйте го и сами: { $words }
# To coordinators, when nobody who speaks the language can be asked.
translation-nobody = ⚠️ { $number }: чака превод ({ $language }). Сега няма кой да го направи.
relay-write = ✍️ Преведи
relay-show = 👁 Покажи
relay-stop = ✖️ Откажи
# /vertalen. $count is how many wait; the buttons below show the first ten.
relay-waiting =
    { $count ->
        [0] ✅ Няма преводи, които Ви чакат.
        [one] 🌐 Чака един превод.
       *[other] 🌐 Чакат { $count } превода.
    }
relay-done = ✅ Преводът е изпратен. № { $number }. Благодарим.
relay-stopped = Добре. Преводът остава да чака.
# A contact worker replied to something that asks for no translation.
relay-which = Тук не се иска превод. Отговорете на молба за превод или изберете с /vertalen.
# To a contact worker who joins while translations wait.
relay-welcome =
    { $count ->
        [one] 🌐 Чака един превод. Вижте го с /vertalen.
       *[other] 🌐 Чакат { $count } превода. Вижте ги с /vertalen.
    }

## What a machine translated, and somebody should look at.

# $words is what was said, $made what the machine made of it.
translation-check =
    🔎 <b>Проверете превода</b> · { $number }
    { $source } → { $into } · { $author ->
        [staff] отговор от { $role }
       *[resident] съобщение от жител
    }

    <blockquote>{ $words }</blockquote>
    🤖 Автоматичен превод, може да е грешен:
    <blockquote>{ $made }</blockquote>
    Верен ли е? Ако не е, отговорете на това съобщение с верния превод.
translation-check-sensitive =
    🔎 <b>Проверете превода</b> · { $number }
    { $source } → { $into } · { $author ->
        [staff] отговор от { $role }
       *[resident] съобщение от жител
    }

    🔒 Поверително. Отворете го само там, където никой не гледа.
translation-check-done =
    ✅ <b>Проверено</b> { $mine ->
        [True] от Вас
       *[False] от колега
    } · { $number }
    { $source } → { $into }
translation-shown-check =
    🔎 <b>{ $number }</b> · { $source } → { $into }

    <blockquote>{ $words }</blockquote>
    🤖 Автоматичен превод, може да е грешен:
    <blockquote>{ $made }</blockquote>
    Верен ли е? Ако не е, напишете сега верния превод.
relay-right = ✅ Верен е
relay-better = ✏️ Поправи
relay-corrected = ✏️ Поправихме превода и там, където вече беше прочетен. № { $number }. Благодарим.
relay-confirmed = ✅ Отбелязахме превода като проверен. № { $number }. Благодарим.
