### Wijknieuws as somebody wants it: topics, quiet hours, a pause; the offer after a first report. Buttons: 25 characters at most.

# What an announcement is about. Also stands above it, and on the buttons of staff who write one.
topic-name =
    { $topic ->
        [overlast] 🚯 Problemen
        [works] 🚧 Werken
        [urgent] 🚨 Dringend
       *[activities] 🎉 Activiteiten
    }
# A button: no more news about it.
topic-off =
    { $topic ->
        [overlast] 🔕 Niet over problemen
        [works] 🔕 Niet over werken
        [urgent] 🔕 Niets dringends
       *[activities] 🔕 Niet over activiteiten
    }
# A button: news about it again.
topic-on =
    { $topic ->
        [overlast] 🔔 Ook over problemen
        [works] 🔔 Ook over werken
        [urgent] 🔔 Ook dringend nieuws
       *[activities] 🔔 Ook over activiteiten
    }

## Buttons below the list of wijken.

news-choose-topics = ☑️ Onderwerpen
news-quiet = 🌙 Stille uren
news-pause = ⏸ Pauze
news-resume = ▶️ Nieuws weer aan

## What stands below the list of wijken. Hours are full ones, 0 to 23. $urgent is "left" for who wants no urgent news either.

# $topics is a list, with commas.
news-without = 🔕 Je krijgt dit niet: { $topics }
news-quiet-is =
    🌙 Stil van { $start } tot { $end } uur.{ $urgent ->
        [left] {""}
       *[comes] { " " }Alleen dringend nieuws komt dan.
    }
# $day is the first day with news again: "maandag 30 november".
news-paused =
    ⏸ Pauze. Nieuws komt weer vanaf { $day }.{ $urgent ->
        [left] {""}
       *[comes] { " " }Alleen dringend nieuws komt nu.
    }
news-paused-open =
    ⏸ Pauze tot jij nieuws weer aanzet.{ $urgent ->
        [left] {""}
       *[comes] { " " }Alleen dringend nieuws komt nu.
    }

## Topics.

# $topics is a list, one on each line.
news-topics =
    ☑️ Hierover krijg je nieuws:
    { $topics }
news-no-topics = ☑️ Je krijgt nu over niets nieuws. Kies waarover je iets wilt horen.
# After the button below an announcement.
news-topic-left =
    { $topic ->
        [overlast] 🔕 Je krijgt geen nieuws meer over problemen.
        [works] 🔕 Je krijgt geen nieuws meer over werken.
        [urgent] 🔕 Je krijgt geen dringend nieuws meer.
       *[activities] 🔕 Je krijgt geen nieuws meer over activiteiten.
    } Ander nieuws komt nog wel.

## Quiet hours.

quiet-ask = 🌙 Wanneer wil je geen nieuws? Het wacht dan tot het weer mag. Dringend nieuws wacht niet.
# A button: "from 22 to 7 o'clock".
quiet-hours = 🌙 Van { $start } tot { $end } uur
quiet-own = 🕒 Andere uren
quiet-none = 🔔 Nieuws op elk uur
quiet-from-ask = 🌙 Vanaf welk uur moet het stil zijn?
quiet-to-ask = 🌙 Stil vanaf { $start } uur. Tot welk uur?

## A pause.

pause-ask = ⏸ Hoe lang wil je geen nieuws? Antwoord op je meldingen krijg je wel.
pause-week = 🗓 1 week
pause-days = 🗓 Kies een dag
pause-open = ⏸ Tot ik het zeg
pause-days-ask = 🗓 Vanaf welke dag wil je weer nieuws?

## After the first report, once.

news-offer = 📰 Wil je ook nieuws van { $wijk } krijgen? Stoppen kan altijd.
news-declined = 🔕 Goed, geen nieuws. Later kan het nog via "Wijknieuws".
