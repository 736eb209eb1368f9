### A question, or an idea. The common questions and their answers stand in the city file.

ask-choose = Wat wil je vragen? Kies een vraag, of schrijf ze zelf.
ask-idea = 💡 Idee voor de wijk
ask-helps = 👍 Dit helpt
ask-it = 🙋 Vraag de { $role }
ask-helped = 👍 Fijn. Er is niets verstuurd.
