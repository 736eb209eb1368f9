### A case is taken over from a contact worker.

# To the person, who has just opened the link.
over-yours = 🙋 Съобщение № { $number } вече е Ваше. Отговорите идват тук, а не при контактния служител. Името и номера Ви никой не вижда.
