"""Staff who are in the middle of one thing and write about another: nothing ends up where it does not belong."""

import pytest

from bot.domain.cases import Case
from tests.cast import Actor, Cast

BUSY = (
    "Je antwoordt op een melding, maar je bent nog met iets anders bezig. "
    "Maak dat eerst af of druk op Stop. Stuur dit daarna opnieuw."
)
FOR_ONE = "Beste mevrouw, uw schuldenplan is klaar."


@pytest.fixture
async def karel(cast: Cast) -> Actor:
    return await cast.karel()


@pytest.fixture
async def elena(cast: Cast) -> Actor:
    return await cast.elena()


@pytest.fixture
async def first(cast: Cast, karel: Actor, elena: Actor) -> Case:
    case = await cast.case_of(elena, "Боклукът стои от една седмица")
    karel.reads()
    elena.reads()
    return case


@pytest.fixture
async def second(cast: Cast, karel: Actor, first: Case) -> Case:  # noqa: ARG001 - it comes after the first
    case = await cast.case_of(await cast.mehmet(), "Sokak lambası yanmıyor")
    karel.reads()
    return case


async def test_a_reply_to_a_case_is_never_the_text_of_an_announcement(karel: Actor, first: Case) -> None:
    await karel.says("/bericht")
    await karel.taps("🏘 Wijk")
    card = karel.message(first.number)["message_id"]
    assert await karel.says(FOR_ONE, reply_to=card) == [BUSY]
    await karel.says("Zaterdag ruimen we samen op.")
    await karel.taps("✍️ Zelf schrijven")
    assert await karel.says(FOR_ONE, reply_to=card) == [BUSY]


async def test_a_reply_to_one_case_is_no_note_in_another(karel: Actor, first: Case, second: Case) -> None:
    card = karel.message(first.number)["message_id"]
    await karel.taps("⋯ Meer")
    await karel.taps("📝 Notitie")
    assert await karel.says(FOR_ONE, reply_to=card) == [BUSY]
    assert (await karel.says("Gebeld"))[-1].startswith(f"📝 Notitie bewaard bij dossier {second.number}")


async def test_a_reply_to_one_case_is_no_reason_to_close_another(
    karel: Actor, first: Case, second: Case
) -> None:
    card = karel.message(first.number)["message_id"]
    for press in ("⋯ Meer", "✅ Afsluiten", "👍 Opgelost"):
        await karel.taps(press)
    assert await karel.says(FOR_ONE, reply_to=card) == [BUSY]
    await karel.says("Hersteld.")
    assert f"{second.number} is afgesloten" in (await karel.taps("✅ Sluit af"))[-1]
