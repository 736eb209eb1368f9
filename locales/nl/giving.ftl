### A coordinator gives one case to a colleague. $number is a case's number as text. Buttons: 25 characters at most.

desk-give = 👥 Aan collega
give-which =
    { $count ->
        [0] 👥 Niemand anders kan dossier { $number } krijgen.
       *[other] 👥 Wie krijgt dossier { $number }?
    }
give-done = 👥 Gedaan. Dossier { $number } is nu van je collega.
give-left = Niets doorgegeven.
