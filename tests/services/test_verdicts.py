"""Is it solved? Who says nothing is asked once more after a week, told after two, and can still say it."""

from datetime import timedelta

import pytest

from bot.domain.cases import Case, Closing, Solved, Status
from bot.domain.people import ChatId
from bot.services.cases import Cases
from bot.services.people import People
from bot.services.turn import Turn
from bot.services.verdicts import ASK_AGAIN, SETTLE, Verdicts
from storage.database import Transaction
from tests.cast import Actor, Cast
from tests.handlers.test_desk_answer import come_due
from tests.line import Line


@pytest.fixture
async def karel(cast: Cast) -> Actor:
    return await cast.karel()


@pytest.fixture
async def jan(cast: Cast) -> Actor:
    return await cast.jan()


@pytest.fixture
async def case(cast: Cast, karel: Actor, jan: Actor) -> Case:
    """A case that Karel has closed; Jan has read it."""
    case = await cast.case_of(jan, "Er ligt afval")
    await karel.crafts(f"1:desk-close:{case.id}:solved")
    await karel.taps("⏭ Sla over, sluit af")
    jan.reads()
    karel.reads()
    return case


async def waits(line: Line) -> list[str]:
    async def found(tx: Transaction) -> list[str]:
        rows = await tx.all("SELECT kind FROM due WHERE kind LIKE 'solved-%' ORDER BY due_at")
        return [row["kind"] for row in rows]

    kinds: list[str] = await line.read(found)
    return kinds


async def test_after_a_week_it_is_asked_once_more_as_a_reply_to_the_receipt(
    line: Line, jan: Actor, case: Case
) -> None:
    assert await waits(line) == [ASK_AGAIN, SETTLE]
    await come_due(line, ASK_AGAIN)
    (asked,) = jan.reads()
    assert asked.startswith(
        f"🏁 Melding {case.number} is afgesloten, maar je zei nog niet of het opgelost is. Laatste dag: "
    )
    assert asked.endswith("\n\nIs het opgelost?")
    assert jan.buttons_of("Laatste dag") == ["👍 Ja", "🌗 Een beetje", "👎 Nee"]
    assert (
        jan.message("Laatste dag")["reply_to_message"]["message_id"] == jan.message("Ontvangen")["message_id"]
    )


async def test_who_could_not_be_asked_in_time_is_not_asked_with_a_day_that_is_past(
    line: Line, jan: Actor, case: Case
) -> None:
    async def ask_too_late(turn: Turn) -> None:
        last_day = (turn.now - timedelta(days=2)).date()
        await Verdicts(turn).ask_again(case.id, last_day.isoformat())

    await line.turn(ask_too_late)
    assert await jan.hears() == []
    await come_due(line, SETTLE)
    assert jan.reads()[0].startswith("📁 We hoorden niets van je.")


async def test_of_an_idea_it_is_never_asked_whether_it_is_solved(
    line: Line, cast: Cast, karel: Actor, jan: Actor
) -> None:
    idea = await cast.case_of(jan, "Een bank in het park")
    await line.turn(lambda turn: turn.tx.run("UPDATE cases SET kind = 'idea' WHERE id = :id", id=idea.id))
    await karel.crafts(f"1:desk-close:{idea.id}:solved")
    await karel.taps("⏭ Sla over, sluit af")
    listed = await jan.says("/meldingen")
    await come_due(line, ASK_AGAIN)
    jan.reads()
    thanked = await jan.taps_of("Laatste dag", "👍 Ja")
    listed += await jan.says("/meldingen")
    heard = [text for text in jan.phone.heard() if idea.number in text and "Ontvangen" not in text]
    assert not [text for text in (*listed, *thanked, *heard) if "opgelost" in text.lower()]
    assert thanked == [f"🙏 Dank je. Goed dat je tevreden bent over idee {idea.number}."]


async def test_after_two_weeks_it_is_closed_and_both_sides_read_so(
    line: Line, karel: Actor, jan: Actor, case: Case
) -> None:
    await come_due(line, SETTLE)
    assert jan.reads()[0].startswith(f"📁 We hoorden niets van je. Melding {case.number} is nu gesloten")
    assert "📁 De bewoner zei niets in 14 dagen" in karel.message(f"Melding {case.number}")["text"]
    assert "📁 Gesloten." in (await jan.says("/meldingen"))[0]


async def test_a_late_answer_still_reopens(
    line: Line, cast: Cast, karel: Actor, jan: Actor, case: Case
) -> None:
    await come_due(line, SETTLE)
    await jan.taps("👎 Nee")
    assert (await cast.state_of(case)).status is Status.REOPENED
    assert "👎" not in karel.message(f"Melding {case.number}")["text"]
    await karel.crafts(f"1:desk-close:{case.id}:{Closing.PARTLY}")
    await karel.taps("⏭ Sla over, sluit af")
    assert "⏳ Wacht op de bewoner" in karel.message(f"Melding {case.number}")["text"]
    assert await waits(line) == [ASK_AGAIN, SETTLE]


@pytest.mark.parametrize("press", ["👍 Ja", "👎 Nee"])
async def test_who_has_said_it_is_asked_no_more(line: Line, jan: Actor, case: Case, press: str) -> None:
    await jan.taps(press)
    assert await waits(line) == []
    assert case.number in jan.phone.heard()[-1]


async def test_what_the_resident_says_stands_on_the_card(karel: Actor, jan: Actor, case: Case) -> None:
    assert "⏳ Wacht op de bewoner" in karel.message(f"Melding {case.number}")["text"]
    await jan.taps("👍 Ja")
    assert "👍 De bewoner zegt: opgelost" in karel.message(f"Melding {case.number}")["text"]


async def test_it_is_asked_also_after_a_restart(line: Line, jan: Actor, case: Case) -> None:
    await line.restart()
    await come_due(line, SETTLE)
    assert case.number in jan.reads()[0]


async def test_who_erased_everything_is_asked_nothing(line: Line, jan: Actor, case: Case) -> None:
    await jan.crafts("1:erase-yes:nl")
    assert await waits(line) == []
    assert case.number


async def test_words_that_are_missing_are_kept_when_it_was_reopened_another_way(
    line: Line, cast: Cast, karel: Actor, jan: Actor, case: Case
) -> None:
    await jan.taps("🌗 Een beetje")

    async def reopened(turn: Turn) -> None:
        await People(turn).meet(ChatId(jan.phone.chat.id))
        await Cases(turn).say_solved(await Cases(turn).own(case.id), Solved.NO)

    await line.turn(reopened)
    karel.reads()
    assert await jan.says("De zetel ligt er nog") == [f"➕ Toegevoegd aan melding {case.number}."]
    assert [text for text in karel.reads() if "De zetel ligt er nog" in text]
    assert (await cast.state_of(case)).reopened == 1


async def test_no_after_partly_awaits_no_words(jan: Actor, case: Case) -> None:
    await jan.taps("🌗 Een beetje")
    await jan.taps_of("afgesloten", "👎 Nee")
    assert await jan.says("Iets heel anders") == ["Bij welke melding hoort dit?"]
    assert case.number


async def test_who_adds_words_to_a_closed_case_has_two_weeks_anew(line: Line, jan: Actor, case: Case) -> None:
    await line.turn(
        lambda turn: turn.tx.run(
            "UPDATE due SET due_at = 1 + due_at, detail = '{}' WHERE kind LIKE 'solved-%'"
        )
    )
    await jan.says("Het is weer vuil", reply_to=jan.message("Ontvangen")["message_id"])

    async def details(tx: Transaction) -> list[str]:
        return [row["detail"] for row in await tx.all("SELECT detail FROM due WHERE kind LIKE 'solved-%'")]

    assert all("until" in detail for detail in await line.read(details))
    assert case.number
