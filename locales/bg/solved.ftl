### What the resident says of a handled case. The question and its buttons stand in answered.ftl.
### Buttons: 25 characters at most.

solved-thanks = 🙏 Благодарим. Радваме се, че проблемът от съобщение № { $number } е решен.
# Asked after "partly"; the answer goes to who has the case.
solved-missing = Какво още не е наред? Напишете, изпратете гласово съобщение или снимка.
solved-no-words = ⏭ Без обяснение
solved-stopped = Съобщение № { $number } остава приключено.
# $said: partly or no. $due: "vrijdag 27 november".
solved-reopened =
    🔄 Съобщение № { $number } е отново отворено. { $said ->
        [partly] Ще видим какво още не е наред.
       *[no] Ще го разгледаме с предимство.
    } Най-късно: { $due }.
# After the second time.
solved-talk = 🔄 Съобщение № { $number } е отново отворено. Вижда го и координаторът. Отговор най-късно: { $due }. Искате ли да поговорим за това?

## Nobody is pressed to answer: asked once more after a week, closed after two. The question follows.

# $day: the last day on which an answer is awaited.
solved-ask-again = 🏁 Съобщение № { $number } е приключено. Още не сте казали дали е решено. Последен ден: { $day }.
solved-settle = 📁 Не получихме отговор от Вас. Съобщение № { $number } вече е затворено, но винаги можете да го отворите пак.

## Of an idea; the question follows the first one.

idea-ask-again = 💡 Разгледахме идея № { $number }. Още не сте казали дали сте доволни. Последен ден: { $day }.
idea-thanks = 🙏 Благодарим. Радваме се, че сте доволни от отговора за идея № { $number }.
