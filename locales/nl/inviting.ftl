### Inviting a colleague in the bot. $member is a role, $places names of places, $day a day in words.

invite-role = ➕ Wat wordt je collega?
invite-where = ➕ { colleague-role }: waar?
invite-speaks = ➕ Welke taal spreekt je collega, naast Nederlands?
invite-link =
    ➕ <b>Uitnodiging</b>: { colleague-role }, { $places }
    Geef deze link aan je collega. Hij werkt één keer, tot { $day }.
    { $link }
