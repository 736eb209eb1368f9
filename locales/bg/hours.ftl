### /uren: when a member of staff wants to hear the bot. Hours are full ones, 0 to 23. Buttons: 25 characters at most.

hours-any = 🔔 Сега чувате съобщенията по всяко време. Изберете работното си време. Извън него всичко идва без звук, освен спешното.
# $days: "ma–vr" or "di, do–za".
hours-are = 🕒 Работното Ви време: { $days }, от { $start } до { $end } часа. Извън него всичко идва без звук, освен спешното. Когато започне работата Ви, получавате преглед.
hours-offer = 🕒 { $days }, { $start }–{ $end } ч.
hours-other = 🗓 Други дни или часове
hours-none = 🔔 По всяко време
hours-days-ask = 🗓 В кои дни работите?
# $day: "ma". A press takes the day away, or adds it.
hours-day-on = ☑️ { $day }
hours-day-off = ▫️ { $day }
hours-further = ▶️ Нататък
hours-from-ask = 🕒 От колко часа работите?
hours-to-ask = 🕒 От { $start } часа. До колко часа?
