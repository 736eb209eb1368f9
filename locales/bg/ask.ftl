### A question, or an idea. The common questions and their answers stand in the city file. Buttons: 25 characters at most.

ask-choose = Какво искате да попитате? Изберете въпрос или го напишете.
ask-idea = 💡 Идея за квартала
ask-helps = 👍 Това ми помага
ask-it = 🙋 Попитай служителя
# In a report, below what one can try first or who handles it.
ask-report-anyway = ➡️ Все пак съобщи
ask-helped = 👍 Радваме се. Нищо не е изпратено.
