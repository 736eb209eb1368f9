### Inviting a colleague in the bot. $member is a role, $places names of places, $day a day in words.

invite-role = ➕ Какъв ще е Вашият колега?
invite-where = ➕ { colleague-role }: къде?
invite-speaks = ➕ Какъв език говори колегата Ви освен нидерландски?
invite-link =
    ➕ <b>Покана</b>: { colleague-role }, { $places }
    Дайте този линк на колегата си. Работи веднъж, последен ден: { $day }.
    { $link }
