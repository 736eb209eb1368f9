### The name that the city's own system gives a case. Staff only. Buttons: 25 characters at most.

reference-ask = 🔖 Каква е референцията на преписка { $number } в системата на общината? Един ред, най-много 40 знака.
reference-kept = 🔖 Референцията на преписка { $number } е записана: { $reference }
reference-gone = 🔖 Преписка { $number } вече няма референция.
reference-stopped = ✖️ Спряно. Нищо не е променено.
reference-clear = 🗑 Без референция
reference-stop = ✖️ Откажи
