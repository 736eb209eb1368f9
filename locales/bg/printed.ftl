### What is printed on paper. Read from two metres: as few words as possible.

# $wijk is the name of a wijk.
poster-title = Wijklijn { $wijk }
poster-line = Wijklijn
poster-city = община { $city }
poster-heading = Проблем? Въпрос?
poster-about = Wijklijn е на община { $city }. Пишете на { $role } (служителя за квартала).
poster-scan = Сканирайте кода с телефона.
# START is the button that the phone shows then.
poster-start = Отваря се приложението Telegram: натиснете START.
poster-send = Напишете, изпратете гласово съобщение или снимка.
poster-unseen = Не виждаме името и номера Ви.
poster-danger = Опасност? Веднага се обадете на 112.
# Above every text that is a translation; Dutch counts. Not shown in Dutch.
poster-mark = Vertaling / Превод
