### Somebody wrote in another language than the one of the chat. Said in that language, so it speaks of itself.

other-language = 🌍 Искате ли да продължим на български?
