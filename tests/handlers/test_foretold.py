"""An answer before it leaves: presses that are not of this draft, what people translated before, and what is erased."""

import pytest

from bot.domain.people import Places, Role
from playground.people import Person
from storage.database import Transaction
from storage.messages import erase_messages
from tests.handlers.following import unhindered
from tests.handlers.spoken import HOME, reads, reported
from tests.line import Line

DUTCH = "Ik kom morgen kijken."
BULGARIAN = "Идвам утре да видя."


@pytest.fixture(autouse=True)
async def _quickly(line: Line) -> None:
    unhindered(line)


@pytest.fixture
async def elena(line: Line) -> Person:
    return await reads(line, line.telegram.person(701, "Planted", language_code="bg"), "bg")


@pytest.fixture
async def koen(line: Line) -> Person:
    manager = line.telegram.person(703, "Planted", language_code="nl")
    return await line.invited(manager, Role.WIJKMANAGER, Places((HOME,)))


@pytest.fixture
async def aylin(line: Line) -> Person:
    worker = line.telegram.person(702, "Planted", language_code="nl")
    return await line.invited(worker, Role.CONTACT_WORKER, Places((HOME,)), "bg")


async def answers(line: Line, koen: Person, words: str = DUTCH) -> str:
    """Koen answers the newest case; what the preview says."""
    koen.taps_label("💬 Antwoorden")
    await line.quiet()
    koen.says(words)
    await line.quiet()
    return koen.heard()[-1]


async def sends(line: Line, koen: Person) -> None:
    koen.taps_label("✅ Verstuur")
    await line.quiet()


async def _remembered(tx: Transaction) -> int:
    return len(await tx.all("SELECT id FROM translation_memory"))


async def test_words_that_people_translated_return_translated_until_what_they_come_from_is_erased(
    line: Line, elena: Person, koen: Person, aylin: Person
) -> None:
    case = await reported(line, elena, "Няма ток.")
    assert "contactmedewerker" in await answers(line, koen)
    await sends(line, koen)
    aylin.says(BULGARIAN, reply_to=max(n for n, kept in aylin.chat.kept.items() if not kept.outgoing))
    await line.quiet()
    for _ in range(2):
        assert BULGARIAN in await answers(line, koen)
        assert "⚡ Maak snelantwoord" not in koen.buttons()
        await sends(line, koen)
        assert BULGARIAN in elena.heard()[-1]
    await answers(line, koen)
    koen.taps_label("⚡ Maak snelantwoord")
    await line.quiet()
    assert koen.heard()[-1].startswith("✅ Voorgesteld")
    await sends(line, koen)
    await answers(line, koen)
    assert "⚡ Maak snelantwoord" not in koen.buttons()[:3]
    assert await line.read(_remembered) == 1
    await line.turn(lambda turn: erase_messages(turn.tx, case.id))
    assert await line.read(_remembered) == 0


async def test_what_few_may_read_is_not_remembered_for_others(
    line: Line, elena: Person, aylin: Person
) -> None:
    await reported(line, elena, "Няма ток.", sensitive=True)
    aylin.taps_label("👁 Toon")
    await line.quiet()
    aylin.says("Er is geen stroom.")
    await line.quiet()
    assert await line.read(_remembered) == 0


async def test_a_press_that_is_not_of_this_draft_asks_the_machine_nothing(
    line: Line, elena: Person, koen: Person
) -> None:
    await reported(line, elena, "Няма ток.")
    await answers(line, koen)
    newest = max(koen.chat.kept)
    for data in ("1:foretold-back:1", "1:foretold-propose:1", "1:foretold-back:x", "1:foretold-back"):
        koen.taps(newest, data)
        await line.quiet()
        assert koen.heard()[-1].startswith("Deze knop werkt niet meer")
    elena.taps(max(elena.chat.kept), "1:foretold-back:1")
    await line.quiet()
    assert elena.heard()[-1] == "Този бутон вече не работи. Изберете пак от менюто."
