### Reading along: a contact worker may read to translate, or not. Buttons: 25 characters at most.

# Said once, when a contact worker is first asked to translate.
along-told = 👥 Een contactmedewerker die jouw taal spreekt, leest mee om te vertalen. Je naam en nummer ziet die niet.
along-no = 🙅 Liever niet
along-yes = 👥 Toch meelezen
# From language and data. $may: True or False.
along =
    { $may ->
        [True] 👥 Een contactmedewerker mag meelezen om te vertalen. Je naam en nummer ziet die niet.
       *[False] 🙅 Geen contactmedewerker leest mee om te vertalen. Een antwoord kan dan langer duren of alleen in het Nederlands komen.
    }
privacy-along = 👥 Wie leest mee?
