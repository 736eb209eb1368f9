### Inviting a colleague in the bot. $member is a role, $places names of places, $day a day in words.

invite-role = ➕ Meslektaşınızın görevi ne olacak?
invite-where = ➕ { colleague-role }: nerede?
invite-speaks = ➕ Meslektaşınız Hollandaca dışında hangi dili konuşuyor?
invite-link =
    ➕ <b>Davet</b>: { colleague-role }, { $places }
    Bu bağlantıyı meslektaşınıza verin. Bir kez çalışır, son gün: { $day }.
    { $link }
