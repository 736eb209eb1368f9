"""/afwezig: who says it, who has the work meanwhile, and that it comes back."""

from datetime import timedelta
from typing import Final

from bot.domain.absences import Absence
from bot.domain.people import ChatId, Role
from bot.services.absences import BEGINS, ENDS
from bot.services.people import People
from bot.services.staff import Invitation, Staff
from bot.services.turn import Turn
from storage.absences import set_absence
from storage.cases import list_history
from storage.staff import find_staff, insert_staff, list_staff
from storage.times import told
from tests.cast import NOORD, Actor, Cast, places
from tests.handlers.test_desk_answer import come_due
from tests.line import Line

EXPIRED: Final = "Deze knop werkt niet meer. Kies opnieuw in het menu."
PIET: Final = "wijkmanager · Boxbergheide"
KAREL: Final = "wijkmanager · Waterschei-Noord"


async def leaves(actor: Actor, first: str, substitute: str) -> list[str]:
    """Away from that day, the last day being the first that is offered."""
    await actor.says("/afwezig")
    await actor.taps("🏖 Ik ben afwezig")
    await actor.taps(first)
    await actor.taps(actor.buttons_of("Wat is de laatste dag?")[0])
    await actor.taps(substitute)
    return await actor.taps("✅ Ja, zo klopt het")


async def test_the_substitute_has_what_was_in_hand_and_what_comes_and_it_goes_back(
    line: Line, cast: Cast
) -> None:
    karel, piet, greet = await cast.karel(), await cast.piet(), await cast.greet()
    mine = await cast.case_of(await cast.jan(), "Er ligt afval")
    await karel.taps("✋ Ik neem dit")
    piet.reads()
    home = await leaves(karel, "Vandaag", PIET)
    assert home[-1].startswith("🏖 Afwezig\nJij: tot en met ")
    assert home[-1].endswith(f"Vervanging: {PIET}.")
    assert (await cast.state_of(mine)).owner == (await piet.member()).id
    told = piet.reads()
    assert f"🏖 Je vervangt een collega ({KAREL})" in told[-1]
    assert "1 open dossier is nu van jou." in told[-1]
    assert any(text.startswith(f"Melding {mine.number}") and "✋ Jij hebt dit" in text for text in told)
    karel.reads()
    new = await cast.case_of(await cast.jan(), "Nog meer afval")
    assert [text for text in piet.reads() if new.number in text]
    assert not [text for actor in (karel, greet) for text in actor.reads() if new.number in text]
    assert "✋ Jij hebt dit" in (await piet.taps("✋ Ik neem dit"))[0]
    assert (await greet.says("/afwezig"))[-1].startswith(f"🏖 Afwezig\n{KAREL}: tot en met ")
    await karel.says("/afwezig")
    back = await karel.taps("👋 Ik ben er weer")
    assert "👋 Welkom terug. 2 dossiers zijn weer van jou. Met /werk zie je wat wacht." in back
    for case in (mine, new):
        assert (await cast.state_of(case)).owner == (await karel.member()).id
    assert f"👋 Je collega ({KAREL}) is er weer. 2 dossiers gingen terug." in piet.reads()
    assert piet.message(mine.number)["text"] == f"Dossier {mine.number} hoort niet meer bij jou."
    acts = [act for act, *_ in await line.read(lambda tx: list_history(tx, mine.id))]
    assert acts[-2:] == ["away", "back"]
    assert await piet.crafts(f"1:desk-take:{new.id}") == ["Dit hoort niet bij jouw wijken."]


async def test_without_a_substitute_the_team_is_asked_and_without_a_team_the_coordinator(cast: Cast) -> None:
    karel, greet = await cast.karel(), await cast.greet()
    case = await cast.case_of(await cast.jan(), "Er ligt afval")
    await karel.taps("✋ Ik neem dit")
    assert not [text for text in greet.reads() if case.number in text]
    await leaves(karel, "Vandaag", "👥 Het team")
    assert (await cast.state_of(case)).owner is None
    assert f"⏳ Dossier {case.number} heeft niemand meer. Neem jij het?" in greet.reads()
    await greet.taps_of(f"Melding {case.number}", "✋ Ik neem dit")
    karel.reads()
    await karel.says("/afwezig")
    back = await karel.taps("👋 Ik ben er weer")
    assert "👋 Welkom terug. Er kwam geen dossier terug. Met /werk zie je wat wacht." in back
    assert (await cast.state_of(case)).owner == (await greet.member()).id
    assert await karel.crafts(f"1:desk-take:{case.id}") == ["De coördinator heeft dit al genomen."]


async def test_what_is_reopened_meanwhile_waits_for_others_and_comes_back(cast: Cast) -> None:
    karel, greet, jan = await cast.karel(), await cast.greet(), await cast.jan()
    case = await cast.case_of(jan, "Er ligt afval")
    await karel.taps("✋ Ik neem dit")
    for press in ("⋯ Meer", "✅ Afsluiten", "👍 Opgelost", "⏭ Sla over, sluit af"):
        await karel.taps(press)
    await leaves(karel, "Vandaag", "👥 Het team")
    await jan.taps("👎 Nee")
    assert case.number in (await greet.says("/werk"))[-1]
    await karel.says("/afwezig")
    await karel.taps("👋 Ik ben er weer")
    assert (await cast.state_of(case)).owner == (await karel.member()).id


async def test_what_is_planned_begins_and_ends_by_itself_and_can_be_called_off(
    line: Line, cast: Cast
) -> None:
    karel, lies = await cast.karel(), await cast.lies()
    planned = await leaves(karel, "Morgen", "wijkmanager · Waterschei-Noord, Waterschei-Zuid, Oud-Waterschei")
    assert "van " in planned[-1]
    assert lies.reads() == []
    assert not (await karel.member()).away
    assert (await karel.taps("🗑 Toch niet afwezig"))[-1] == "✅ Er is niemand afwezig."
    await leaves(karel, "Morgen", "👥 Het team")
    await come_due(line, BEGINS)
    assert (await karel.member()).away
    await come_due(line, ENDS)
    assert not (await karel.member()).away
    assert karel.reads()[-1].startswith("👋 Welkom terug.")


async def test_who_stands_in_is_told_in_the_morning_and_without_a_sound_on_a_free_day(
    line: Line, cast: Cast
) -> None:
    karel, piet = await cast.karel(), await cast.piet()
    await leaves(karel, "Morgen", PIET)
    zone = line.running.city.time_zone
    (begins,) = await line.read(lambda tx: tx.all("SELECT due_at FROM due WHERE kind = :kind", kind=BEGINS))
    assert told(begins["due_at"]).astimezone(zone).hour == 7
    tomorrow = (line.clock().astimezone(zone).isoweekday() % 7) + 1
    await piet.crafts(f"1:hours-set:{tomorrow}:8:9")
    await come_due(line, BEGINS)
    (said,) = [call for call in line.telegram.log if "Je vervangt" in str(call.params.get("text"))]
    assert said.params["disable_notification"]


async def test_a_coordinator_says_it_for_who_is_ill_and_nobody_else_does(line: Line, cast: Cast) -> None:
    karel, piet, greet = await cast.karel(), await cast.piet(), await cast.greet()
    ill = await karel.member()
    await greet.says("/afwezig")
    await greet.taps("👥 Een collega is afwezig")
    assert (await greet.taps(KAREL))[-1].startswith(f"🏖 {KAREL}: wat is de eerste dag afwezig?")
    await greet.taps("Vandaag")
    (unclear,) = await greet.says("gisteren")
    assert unclear.startswith("Die dag begrijp ik niet. Schrijf bijvoorbeeld 24/12")
    soon = line.clock() + timedelta(days=20)
    asked = await greet.says(f"{soon:%-d/%-m}")
    assert asked[-1].endswith("Wie vervangt?")
    await greet.taps("◀️ Terug")
    await greet.says(f"{soon:%-d/%-m/%Y}")
    await greet.taps(PIET)
    await greet.taps("✅ Ja, zo klopt het")
    assert (await line.read(lambda tx: find_staff(tx, ill.id))).away
    assert greet.buttons_of("Afwezig")[1:3] == [f"👋 Er weer: {KAREL}", f"📅 Andere dag: {KAREL}"]
    for actor in (piet, await cast.tine(), await cast.jan()):
        await actor.hears()
        assert await actor.crafts(f"1:away-over:{ill.id}") == [EXPIRED]
        assert await actor.crafts(f"1:away-new:{ill.id}") == [EXPIRED]
        assert await actor.crafts("1:away-other") == [EXPIRED]
    assert (await line.read(lambda tx: find_staff(tx, ill.id))).away
    await greet.taps(f"👋 Er weer: {KAREL}")
    assert karel.reads()[-1].startswith("👋 Welkom terug.")


async def test_old_buttons_and_crafted_days_change_nothing(cast: Cast) -> None:
    karel = await cast.karel()
    await karel.says("/afwezig")
    await karel.taps("🏖 Ik ben afwezig")
    version = karel.message("eerste dag")["reply_markup"]["inline_keyboard"][0][0]["callback_data"].split(
        ":"
    )[2]
    await karel.taps("Morgen")
    assert await karel.crafts(f"1:away-day:{version}:2020-01-01") != []
    assert await karel.crafts(f"1:away-day:{version}:nonsense") == [EXPIRED]
    assert await karel.crafts(f"1:away-day:1:{2030}-01-01") == [EXPIRED]
    assert await karel.crafts(f"1:away-by:{version}:1") == [EXPIRED]
    assert await karel.crafts(f"1:away-yes:{version}") == [EXPIRED]
    assert (await karel.taps("✖️ Stop"))[-1] == "✅ Er is niemand afwezig."
    assert await karel.crafts(f"1:away-stop:{version}") == [EXPIRED]


async def test_a_substitute_of_a_substitute_has_it_and_a_release_leaves_no_trace(
    line: Line, cast: Cast
) -> None:
    karel, piet, greet = await cast.karel(), await cast.piet(), await cast.greet()
    await leaves(karel, "Vandaag", PIET)
    await leaves(piet, "Vandaag", "coördinator")
    assert {one.staff for one in (await greet.member()).stands_in} == {
        (await karel.member()).id,
        (await piet.member()).id,
    }
    case = await cast.case_of(await cast.jan(), "Er ligt afval")
    assert [text for text in greet.reads() if case.number in text]

    gone = await greet.member()
    await line.turn(lambda turn: Staff(turn).release(gone.id))
    await line.quiet()
    assert not (await line.read(lambda tx: find_staff(tx, gone.id))).stands_in
    # All are away and nobody stands in: it waits for them rather than for nobody.
    assert [text for text in karel.reads() if case.number in text]


async def test_a_contact_worker_who_is_away_is_not_asked_to_translate(cast: Cast) -> None:
    selin = await cast.selin()
    ayse = await cast.staff("ayse", 5_500_000_811, Role.CONTACT_WORKER, places("boxbergheide"), "tr", "bg")
    await leaves(selin, "Vandaag", "contactmedewerker · Boxbergheide")
    await cast.case_of(await cast.elena(), "Боклукът стои от една седмица")
    assert [text for text in ayse.reads() if "Vertaling gevraagd" in text]
    assert not [text for text in selin.reads() if "Vertaling gevraagd" in text]


async def test_who_stands_in_for_the_coordinator_reads_what_is_late_with_others_and_gives_it_on(
    line: Line, cast: Cast
) -> None:
    karel, piet, greet = await cast.karel(), await cast.piet(), await cast.greet()
    late = await cast.case_of(await cast.jan(), "Er ligt afval")
    await karel.crafts(f"1:desk-take:{late.id}")
    await line.turn(
        lambda turn: turn.tx.run("UPDATE cases SET due_on = '2020-01-02' WHERE id = :id", id=late.id)
    )
    assert late.number not in "".join(await piet.says("/werk"))
    assert await piet.says("/overzicht") == [EXPIRED]
    await leaves(greet, "Vandaag", PIET)
    piet.reads()
    assert late.number in "".join(await piet.says("/werk"))
    await piet.says("/overzicht")
    assert late.number in "".join(await piet.taps("⏰ 1 te laat"))
    await piet.crafts(f"1:give-to:{late.id}:{(await piet.member()).id}")
    assert (await cast.state_of(late)).owner == (await piet.member()).id
    await greet.says("/afwezig")
    await greet.taps("👋 Ik ben er weer")
    assert "👋 Je collega (coördinator) is er weer. 1 dossier ging terug." in piet.reads()
    assert await piet.crafts("1:lead:0") == [EXPIRED]


async def test_many_colleagues_and_many_absences_stand_on_pages(line: Line, cast: Cast) -> None:
    greet = await cast.greet()
    until = line.clock().date() + timedelta(days=9)

    async def many(turn: Turn) -> None:
        for number in range(12):
            person = await People(turn).meet(ChatId(8_000 + number))
            new = Invitation(Role.WIJKMANAGER, NOORD, (), None)
            await insert_staff(turn.tx, person.id, new, turn.now)

    async def all_away(turn: Turn) -> None:
        for one in await list_staff(turn.tx, Role.WIJKMANAGER):
            await set_absence(turn.tx, Absence(one.id, until, until), turn.now)

    await line.turn(many)
    await greet.says("/afwezig")
    await greet.taps("👥 Een collega is afwezig")
    first = greet.buttons_of("Welke collega")
    await greet.taps("➡️ Volgende")
    second = greet.buttons_of("Welke collega")
    assert len({one for one in (*first, *second) if KAREL in one}) == 12
    await greet.taps(second[0])
    assert greet.message("eerste dag")
    await line.turn(all_away)
    home = (await greet.says("/afwezig"))[-1]
    assert home.count(KAREL) == 8
    assert (await greet.taps("➡️ Volgende"))[-1].count(KAREL) == 4
