### Inviting a colleague in the bot. $member is a role, $places names of places, $day a day in words.

invite-role = ➕ Wat wordt je collega?
# Of a contact worker or of somebody of a partner.
invite-of = ➕ { colleague-role }: van welke organisatie?
invite-where = ➕ { colleague-role }: waar?
invite-speaks = ➕ Welke taal spreekt je collega, naast Nederlands?
# $organisation: the name of the newcomer's organisation, or "none".
invite-link =
    ➕ <b>Uitnodiging</b>: { colleague-role }{ $organisation ->
        [none] { "" }
       *[other] { " " }({ $organisation })
    }, { $places }
    Geef deze link aan je collega. Hij werkt één keer, tot { $day }.
    { $link }

## Buttons: 25 characters at most.

invite-of-city = 🏛 De stad zelf
