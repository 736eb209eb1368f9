### Inviting a colleague in the bot. $member is a role, $places names of places, $day a day in words.

invite-role = ➕ Какъв ще е Вашият колега?
# Of a contact worker or of somebody of a partner.
invite-of = ➕ { colleague-role }: от коя организация?
invite-where = ➕ { colleague-role }: къде?
invite-speaks = ➕ Какъв език говори колегата Ви освен нидерландски?
# $organisation: the name of the newcomer's organisation, or "none".
invite-link =
    ➕ <b>Покана</b>: { colleague-role }{ $organisation ->
        [none] { "" }
       *[other] { " " }({ $organisation })
    }, { $places }
    Дайте този линк на колегата си. Работи веднъж, последен ден: { $day }.
    { $link }

## Buttons: 25 characters at most.

invite-of-city = 🏛 Самата община
