"""Who leads sees who has how much, gives one case or all of somebody's to another, and reads who did what."""

from datetime import date

import pytest

from bot.domain.people import Role
from storage.staff import set_away
from tests.cast import NOORD, Actor, Cast
from tests.line import Line

EXPIRED = "Deze knop werkt niet meer. Kies opnieuw in het menu."


@pytest.fixture
async def karel(cast: Cast) -> Actor:
    return await cast.karel()


async def test_a_coordinator_sees_who_has_how_much_and_gives_all_of_it_to_another(
    line: Line, cast: Cast, karel: Actor
) -> None:
    piet, greet, jan = await cast.piet(), await cast.greet(), await cast.jan()
    cases = [await cast.case_of(jan, "Er ligt afval"), await cast.case_of(jan, "Vocht", category="housing")]
    await cast.case_of(jan, "Ergens", wijk=None)
    for case in cases:
        await karel.crafts(f"1:desk-take:{case.id}")
    await line.turn(
        lambda turn: turn.tx.run("UPDATE cases SET due_on = '2020-01-02' WHERE id = :id", id=cases[0].id)
    )
    me, other = (await karel.member()).id, (await piet.member()).id
    greet.reads()
    (overview,) = await greet.says("/overzicht")
    assert overview.splitlines()[:3] == [
        "👥 Overzicht",
        "3 open · ⏰ 1 te laat · 1 van niemand · 1 zonder wijk",
        f"👤 wijkmanager {me} · Waterschei-Noord: 2 open, ⏰ 1 te laat",
    ]
    (late,) = await greet.taps("⏰ 1 te laat")
    assert cases[0].number in late
    assert cases[1].number not in late
    await greet.says("/overzicht")
    await greet.taps(f"wijkmanager {me}")
    (listed,) = await greet.taps("📁 Dossiers")
    assert [case.number in listed for case in cases] == [True, True]
    await greet.taps("◀️ Terug")
    await greet.taps("➡️ Alles doorgeven")
    (sure,) = await greet.taps(f"wijkmanager {other} · Boxbergheide")
    assert sure == f"Geef je de 2 open dossiers van wijkmanager {me} aan wijkmanager {other} · Boxbergheide?"
    piet.reads()
    assert await greet.taps("➡️ Ja, geef alles") == ["👥 Gedaan: 2 dossiers doorgegeven."]
    assert piet.reads() == ["👥 De coördinator gaf je 2 dossiers van een collega. Met /werk zie je ze."]
    assert "👥 De coördinator gaf 2 dossiers van jou aan een collega." in karel.reads()
    assert [(await cast.state_of(case)).owner for case in cases] == [other, other]


async def test_a_coordinator_gives_one_case_to_a_colleague_and_both_read_it(cast: Cast, karel: Actor) -> None:
    piet, greet, jan = await cast.piet(), await cast.greet(), await cast.jan()
    case = await cast.case_of(jan, "Er ligt afval")
    await karel.taps("✋ Ik neem dit")
    other = (await piet.member()).id
    await greet.says(f"/dossier {case.number}")
    await greet.taps("⋯ Meer")
    (asked,) = await greet.taps("👥 Aan collega")
    assert asked == f"👥 Wie krijgt dossier {case.number}?"
    piet.reads(), karel.reads(), jan.reads()
    heard = await greet.taps(f"wijkmanager {other} · Boxbergheide")
    assert heard[-1] == f"👥 Gedaan. Dossier {case.number} is nu van je collega."
    card, told = piet.reads()
    assert "✋ Jij hebt dit" in card
    assert told == f"👥 Dossier {case.number} is nu van jou: de coördinator gaf het je."
    assert f"👥 Dossier {case.number} is nu van een collega. De coördinator gaf het door." in karel.reads()
    assert jan.reads() == []
    await greet.crafts(f"1:give-to:{case.id}:{other}")
    assert piet.reads() == []
    assert await greet.crafts(f"1:give-to:{case.id}:999") == [EXPIRED]
    (trail,) = await greet.crafts("1:trail:0")
    assert f"aan een collega gegeven: wijkmanager {other} · {case.number}" in trail.splitlines()[1]


async def test_what_is_sensitive_stays_with_who_may_read_it(line: Line, cast: Cast, karel: Actor) -> None:
    greet, tine = await cast.greet(), await cast.tine()
    await cast.case_of(await cast.jan(), "Vocht", category="housing")
    await karel.taps("✋ Ik neem dit")
    (case,) = await line.read(lambda tx: tx.all("SELECT id FROM cases"))
    refused = await greet.crafts(f"1:give-to:{case['id']}:{(await tine.member()).id}")
    assert refused == ["Dat kan nu niet meer met deze melding."]


async def test_a_role_is_taken_away_in_the_bot_and_by_nobody_else(cast: Cast, karel: Actor) -> None:
    piet, greet, bram = await cast.piet(), await cast.greet(), await cast.bram()
    me, boss = (await karel.member()).id, (await bram.member()).id
    for actor, whom in ((piet, me), (greet, boss), (bram, boss)):
        for verb in ("colleague-end", "colleague-end-yes"):
            assert await actor.crafts(f"1:{verb}:{whom}") == [EXPIRED]
    await greet.says("/overzicht")
    await greet.taps(f"wijkmanager {me}")
    (asked,) = await greet.taps("🚪 Rol wegnemen")
    assert asked.startswith(f"🚪 Neem je de rol weg van wijkmanager {me} · Waterschei-Noord?")
    assert (await greet.taps("🚪 Ja, neem weg"))[-1] == "🚪 De rol is weg. Wat open was, ging naar anderen."
    assert karel.reads() == [
        "Je rol voor stad Genk is beëindigd. Je kan Wijklijn blijven gebruiken als bewoner."
    ]
    assert await greet.crafts(f"1:colleague:{me}") == [EXPIRED]


@pytest.mark.parametrize("role", [Role.WIJKMANAGER, Role.TEAM_MEMBER, Role.COORDINATOR])
async def test_who_does_not_lead_the_whole_city_sees_no_overview_and_no_trail(
    cast: Cast, role: Role, karel: Actor
) -> None:
    actor = await cast.staff("actor", 901, role, NOORD)
    me = (await karel.member()).id
    before = await actor.says("/overzicht")
    assert before == [EXPIRED]
    for data in ("lead:0", "trail:0", "trail-page:0", f"colleague:{me}", f"colleague-cases:{me}:0"):
        assert await actor.crafts(f"1:{data}") == [EXPIRED]
    for data in (f"colleague-all:{me}:0", f"colleague-sure:{me}:{me}", f"colleague-all-yes:{me}:{me}"):
        assert await actor.crafts(f"1:{data}") == [EXPIRED]


async def test_who_leads_invites_a_colleague_with_a_link_that_is_kept_nowhere(
    line: Line, cast: Cast, karel: Actor
) -> None:
    greet = await cast.greet()
    await greet.says("/overzicht")
    await greet.taps("➕ Uitnodigen")
    assert greet.buttons_of("Wat wordt je collega?") == [
        *("partner", "teamlid", "contactmedewerker", "wijkmanager", "◀️ Terug")
    ]
    assert await greet.taps("contactmedewerker") == ["➕ contactmedewerker: van welke organisatie?"]
    assert greet.buttons_of("van welke organisatie?")[0] == "🏛 De stad zelf"
    (where,) = await greet.taps("Dienst Wonen")
    assert where == "➕ contactmedewerker: waar?"
    await greet.taps("hele stad")
    (shown,) = await greet.taps("Türkçe + Български")
    assert shown.splitlines()[0] == "➕ Uitnodiging: contactmedewerker (Dienst Wonen), hele stad"
    payload = shown.split("?start=")[1]
    rows = await line.read(lambda tx: tx.all("SELECT vals FROM outbox"))
    assert not any(payload.removeprefix("inv-") in row["vals"] for row in rows)
    newcomer = Actor(line, line.telegram.person(905, "Planted", language_code="nl"))
    heard = await newcomer.starts(payload)
    assert any(text.startswith("Welkom. Je bent nu contactmedewerker") for text in heard)
    assert (await newcomer.member()).languages == ("tr", "bg")
    assert (await newcomer.member()).organisation == "Dienst Wonen"
    again = Actor(line, line.telegram.person(906, "Planted", language_code="nl"))
    assert "Deze uitnodiging is niet meer geldig." in await again.starts(payload)
    for data in (
        *("invite-role:administrator:0", "invite-at:coordinator:all", "invite-role:team-member:x"),
        *("invite-at:partner:all", "invite-role:partner.-:0", "invite-role:wijkmanager.-:0"),
        *("invite-at:contact-worker:all", "invite-speaks::all:tr", "invite-speaks:0000:all:tr"),
    ):
        assert await greet.crafts(f"1:{data}") == [EXPIRED]
    for data in ("invite", "invite-role:wijkmanager:0", "invite-at:wijkmanager:all"):
        assert await karel.crafts(f"1:{data}") == [EXPIRED]


async def test_a_coordinator_invites_somebody_of_a_partner_who_reads_what_is_passed_on(
    line: Line, cast: Cast, karel: Actor
) -> None:
    greet = await cast.greet()
    case = await cast.case_of(await cast.jan(), "Er ligt afval")
    await greet.crafts("1:invite")
    await greet.taps("partner")
    await greet.taps("➡️ Volgende")
    assert await greet.taps("Limburg.net") == ["➕ partner: waar?"]
    (shown,) = await greet.taps("hele stad")
    assert shown.splitlines()[0] == "➕ Uitnodiging: partner (Limburg.net), hele stad"
    els = Actor(line, line.telegram.person(907, "Planted", language_code="nl"))
    await els.starts(shown.split("?start=")[1])
    assert (await els.member()).organisation == "limburg-net"
    els.reads()
    await karel.crafts(f"1:desk-pass:{case.id}:limburg-net")
    await karel.taps("✅ Verstuur")
    assert "Er ligt afval" in "".join(els.reads())
    assert f"partner {(await els.member()).id} · Limburg.net, hele stad: niets open" in "".join(
        await greet.says("/overzicht")
    )


async def test_who_is_away_is_said_and_offered_last(line: Line, cast: Cast, karel: Actor) -> None:
    piet, greet, lies = await cast.piet(), await cast.greet(), await cast.lies()
    case = await cast.case_of(await cast.jan(), "Er ligt afval")
    await karel.crafts(f"1:desk-take:{case.id}")
    away = (await piet.member()).id
    await line.turn(lambda turn: set_away(turn.tx, away, date(2026, 12, 24)))
    (overview,) = (await greet.says("/overzicht"))[-1:]
    assert f"wijkmanager {away} · Boxbergheide: niets open · 🏖 afwezig tot en met 24/12" in overview
    assert "🆕 1 nieuw" not in greet.buttons_of("👥 Overzicht")
    me, there = (await karel.member()).id, (await lies.member()).id
    await greet.taps(f"wijkmanager {me}")
    await greet.taps("➡️ Alles doorgeven")
    offered = greet.buttons_of("👥 Wie krijgt")
    assert offered[0].startswith(f"coördinator {(await greet.member()).id}")
    assert offered[1].startswith(f"wijkmanager {there}")
    assert offered[2:] == [f"wijkmanager {away} · Boxbergheide · afwezig", "◀️ Terug"]
    await greet.taps("◀️ Terug")
    await greet.taps("🧾 Logboek")
    (back,) = await greet.taps("◀️ Terug")
    assert back.startswith(f"👤 wijkmanager {me} · Waterschei-Noord: 1 open")
    await cast.case_of(await cast.jan(), "Nog meer afval")
    await greet.says("/overzicht")
    (new,) = await greet.taps("🆕 1 nieuw")
    assert new.startswith("📋 1 dossier wacht")
