### /stop.

stop-left = ✖️ Gestopt. Wat je nog niet had verstuurd, is weg.
# What was interrupted goes on: a half-made report, which follows.
stop-beneath = ✖️ Gestopt. Wat je daarvoor begon, wacht nog op je.
stop-news = Je bent nergens mee bezig. Wil je geen nieuws meer?
stop-nothing = Je bent nergens mee bezig. Wat wil je doen?
# "No more news", typed.
stop-news-typed = Wil je geen nieuws meer? Berichten over je meldingen komen wel.
