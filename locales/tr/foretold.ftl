### An answer before it leaves, as the resident will read it. $code is a language's code, $own its name in the language itself.
### Buttons: 25 characters at most.

# Above the words in the resident's language.
foretold =
    { $state ->
        [machine] 🤖 Otomatik çeviri, { foretold-language }:
        [check] ⚠️ Otomatik çeviri, { foretold-language }, yanlış olabilir. Hollandacası da gider:
       *[person] ✍️ Bir meslektaşınızın önceki çevirisi, { foretold-language }:
    }
foretold-language =
    { $code ->
        [tr] Türkçe
        [bg] Bulgarca
       *[other] { $own }
    }
# While the machine is at it.
foretold-asked = 🌍 Çeviri hazırlanıyor: { foretold-language }. Şimdi gönderirseniz önce Hollandacası gider.
foretold-failed = 🌍 Otomatik çeviri şu an olmuyor: { foretold-language }. Hollandacası hemen gider, çevirisi sonra gelir.
foretold-ask-back = 🔁 Geri çevir
foretold-back-asked = 🔁 Geri çevriliyor …
foretold-back = 🔁 Hollandacaya geri çeviri:
# The same words were translated by people several times: to propose them as a quick answer.
foretold-propose = ⚡ Hızlı yanıt yap
