### A question, or an idea. The common questions and their answers stand in the city file. Buttons: 25 characters at most.

ask-choose = Wat wil je vragen? Kies een vraag, of schrijf ze zelf.
ask-idea = 💡 Idee voor de wijk
ask-helps = 👍 Dit helpt
ask-it = 🙋 Vraag de { $role }
# In a report, below what one can try first or who handles it.
ask-report-anyway = ➡️ Toch melden
ask-helped = 👍 Fijn. Er is niets verstuurd.
