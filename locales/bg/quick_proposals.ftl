### ➕: a quick answer that staff write themselves. DATUM, PLAATS, DIENST and NUMMER stay Dutch in every language. Buttons: 25 characters at most.

quick-new = ➕ Ново предложение
propose-ask = ⚡ Напишете отговора на нидерландски. Където после се избира нещо, напишете DATUM, PLAATS, DIENST или NUMMER.
propose-label-ask = 🏷 Как да се казва бутонът? Кратко, например „Container vol“.
# $label: the words on the button.
propose-preview = 👀 <b>⚡ { $label }</b>
propose-sent = ✅ Предложено: ⚡ { $label }. Колегите го превеждат. После го вижда координаторът.
propose-stopped = ✖️ Спряно. Нищо не е предложено.
# To contact workers. $languages: "Türkçe" or "Türkçe en Български"; "none" once it is written.
quick-asks =
    { $languages ->
        [none] ✅ Този бърз отговор е преведен.
       *[other] ⚡ Колега предлага бърз отговор. Напишете го на: { $languages }.
    }
# $language: its own name.
quick-own = ✍️ { $language }
quick-write = ✍️ Напишете това на: { $language }. Оставете думи като DATUM, както са.
quick-written = ✅ Запазено. Благодарим.
# To the coordinator, with every language below it.
quick-ready =
    { $state ->
        [missing] ⚡ <b>{ $label }</b>: още не е на всички езици.
        [proposed] ⚡ <b>{ $label }</b>: да бъде ли бърз отговор?
        [approved] ✅ <b>{ $label }</b> вече е при бързите отговори.
        [refused] ✖️ <b>{ $label }</b> не е одобрен.
       *[removed] 🗑 <b>{ $label }</b> вече не е бърз отговор.
    }
quick-language = <b>{ $language }</b>
# In the place of the words in that language.
quick-lacking = ⏳ { $language }: още не е написан
quick-yes = ✅ Одобри
quick-no = ✖️ Не одобрявам
quick-gone = 🗑 Премахни
# To who proposed it.
quick-decided =
    { $state ->
        [approved] ✅ Предложението Ви ⚡ { $label } вече е при бързите отговори.
        [removed] 🗑 Бързият Ви отговор ⚡ { $label } е премахнат.
       *[refused] ✖️ Предложението Ви ⚡ { $label } не е одобрено.
    }
