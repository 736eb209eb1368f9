### /uren: when a member of staff wants to hear the bot. Hours are full ones, 0 to 23. Buttons: 25 characters at most.

hours-any = 🔔 Je hoort elk bericht nu op elk uur. Kies je werkuren. Daarbuiten komt alles zonder geluid, behalve wat dringend is.
# $days: "ma–vr" or "di, do–za".
hours-are = 🕒 Je werkuren: { $days }, van { $start } tot { $end } uur. Daarbuiten komt alles zonder geluid, behalve wat dringend is. Als je werk begint, krijg je een overzicht.
hours-offer = 🕒 { $days }, { $start } tot { $end } uur
hours-other = 🗓 Andere dagen of uren
hours-none = 🔔 Op elk uur
hours-days-ask = 🗓 Op welke dagen werk je?
# $day: "ma". A press takes the day away, or adds it.
hours-day-on = ☑️ { $day }
hours-day-off = ▫️ { $day }
hours-further = ▶️ Verder
hours-from-ask = 🕒 Vanaf welk uur werk je?
hours-to-ask = 🕒 Vanaf { $start } uur. Tot welk uur?
