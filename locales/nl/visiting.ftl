### Visits: on which day somebody goes there. Buttons: 25 characters at most.

visit-ask = 🏠 Bezoek bij dossier { $number }: op welke dag?
# $day: "vrijdag 27 november".
visit-planned = 🏠 Bezoek bij dossier { $number }: { $day }. Die ochtend krijg je een herinnering.
# The morning of that day has come already.
visit-planned-soon = 🏠 Bezoek bij dossier { $number }: { $day }.
visit-plan = 🏠 Bezoek plannen
visit-move = 📅 Andere dag
visit-done = ✅ Ik was er
visit-drop = ✖️ Geen bezoek meer
visited = ✅ Bezoek gedaan bij dossier { $number }. Wil je noteren wat je zag?
visit-dropped = ✖️ Er is geen bezoek meer bij dossier { $number }.
# On the morning; where it is stands below it.
visit-today = 🏠 <b>Vandaag op bezoek</b>: dossier { $number } · { $about }
