### Inviting a colleague in the bot. $member is a role, $places names of places, $day a day in words.

invite-role = ➕ Meslektaşınızın görevi ne olacak?
# Of a contact worker or of somebody of a partner.
invite-of = ➕ { colleague-role }: hangi kurumdan?
invite-where = ➕ { colleague-role }: nerede?
invite-speaks = ➕ Meslektaşınız Hollandaca dışında hangi dili konuşuyor?
# $organisation: the name of the newcomer's organisation, or "none".
invite-link =
    ➕ <b>Davet</b>: { colleague-role }{ $organisation ->
        [none] { "" }
       *[other] { " " }({ $organisation })
    }, { $places }
    Bu bağlantıyı meslektaşınıza verin. Bir kez çalışır, son gün: { $day }.
    { $link }

## Buttons: 25 characters at most.

invite-of-city = 🏛 Belediyenin kendisi
