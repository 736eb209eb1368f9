### How the bot presents itself in Telegram: name (64), description (512), short description (120), commands.

bot-name = Wijklijn { $city }
# Shown in an empty chat, before somebody presses START.
bot-description = Връзка с община { $city }. Съобщете за проблем в квартала или попитайте. Пишете, говорете или изпратете снимка: на български, Nederlands, Türkçe. Не виждаме името и номера Ви.
bot-short-description = Съобщете за проблем в квартала или попитайте община { $city }.

## Commands. Descriptions are shown beside their names.

command-melden = Съобщи проблем
command-vraag = Задай въпрос
command-meldingen = Моите съобщения
command-nieuws = Новини
command-wijkmanager = { $Role }: кой и къде
command-taal = Избери език
command-gegevens = Език, данни, изтриване
command-help = Как работи?
command-stop = Прекрати започнатото
command-werk = Какво чака
command-zoek = Търсене на преписка: /zoek Hoogstraat
command-overzicht = Кой колко има, дневник
command-dossier = Покажи случай: /dossier 48271
command-bericht = Съобщение до квартал
command-afwezig = Отсъствие
command-straten = Улици, добавени от колеги
command-cijfers = Числа за честите въпроси
command-affiche = Плакат на квартал като PDF
command-vertalen = Какво чака превод
command-uren = Работното Ви време: кога със звук
command-namens = Съобщи от името на друг
command-agenda_wijk = Месецът на квартала (pdf)
