### An answer before it leaves, as the resident will read it. $code is a language's code, $own its name in the language itself.
### Buttons: 25 characters at most.

# Above the words in the resident's language.
foretold =
    { $state ->
        [machine] 🤖 Автоматичен превод на { foretold-language }:
        [check] ⚠️ Автоматичен превод на { foretold-language }, може да е грешен. Заминава и нидерландският текст:
       *[person] ✍️ Така колега вече го преведе на { foretold-language }:
    }
foretold-language =
    { $code ->
        [tr] турски
        [bg] български
       *[other] { $own }
    }
# While the machine is at it.
foretold-asked = 🌍 Преводът на { foretold-language } се прави. Ако изпратите сега, нидерландският текст заминава пръв.
foretold-failed = 🌍 Автоматичният превод на { foretold-language } сега не става. Нидерландският заминава веднага, преводът идва след това.
foretold-ask-back = 🔁 Преведи обратно
foretold-back-asked = 🔁 Превежда се обратно …
foretold-back = 🔁 Обратен превод на нидерландски:
# The same words were translated by people several times: to propose them as a quick answer.
foretold-propose = ⚡ Направи бърз отговор
