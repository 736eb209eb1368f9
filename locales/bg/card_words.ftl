### What a resident wrote, as staff read it. $code is a language's code, $own its name in the language itself. Buttons: 25 characters at most.

words-language =
    { $code ->
        [tr] турски
        [bg] български
        [nl] нидерландски
       *[other] { $own }
    }
words-mark =
    { $state ->
        [machine] 🤖 Автоматичен превод от { words-language }:
        [check] ⚠️ Автоматичен превод от { words-language }, проверете:
        [person] Превод от { words-language }:
        [original] На { words-language }:
        [failed] На { words-language }. Автоматичният превод не стана, помолен е служител за връзка:
       *[waiting] На { words-language }, преводът ще дойде:
    }
# The same where the words are too few to tell the language: what a chat is set to is said to nobody.
words-mark-unsure =
    { $state ->
        [machine] 🤖 Автоматичен превод:
        [check] ⚠️ Автоматичен превод, проверете:
        [person] Превод:
        [original] Както е написано:
        [failed] Автоматичният превод не стана, помолен е служител за връзка:
       *[waiting] Преводът ще дойде:
    }
# Above what a machine wrote down of a voice message.
words-heard = 🎤 Записано автоматично. Чуйте го, за да сте сигурни.
words-written-down = 🎤 Записано по { $number }:
# In the place of the words of a sensitive case.
words-sensitive = 🔒 Ново по { $number }. Показвайте само когато никой не гледа.
words-in-full = 📄 Целият текст по { $number }:
words-more = ➕ Жител { $alias } добавя по { $number }:
words-translated = 🔤 Превод по { $number }:
words-shown =
    { $sensitive ->
        [True] 🔒 Преписка { $number }. Това изчезва след 10 минути.
       *[False] 📄 Преписка { $number }:
    }
# The place of a sensitive case as it was typed: with the words, on a press.
case-place = 📍 { $place }
words-original =
    { $sensitive ->
        [True] 🔒 Преписка { $number }. Това изчезва след 10 минути.
       *[False] 🔤 Оригиналът по { $number }:
    }
# Staff pressed to see something that holds no text, picture or place.
words-nothing = Преписка { $number }. Няма какво да се покаже.
# Below the original, where a machine translated it.
words-check = 🔍 Поискай проверка
words-check-asked = 🔍 Поискано е служител за връзка да провери превода. № { $number }.
