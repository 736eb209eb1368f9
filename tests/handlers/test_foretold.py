"""An answer before it leaves: presses that are not of this draft, what people translated before, and what is erased."""

from collections.abc import Awaitable, Callable

import pytest

from bot.domain.cases import Media, MediaKind, Words
from bot.domain.city import WijkId
from bot.domain.people import Places, Role
from bot.services.turn import Turn
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
    return await reads(line, line.telegram.person(5_500_000_701, "Planted", language_code="bg"), "bg")


@pytest.fixture
async def koen(line: Line) -> Person:
    manager = line.telegram.person(5_500_000_703, "Planted", language_code="nl")
    return await line.invited(manager, Role.WIJKMANAGER, Places((HOME,)))


@pytest.fixture
async def aylin(line: Line) -> Person:
    worker = line.telegram.person(5_500_000_702, "Planted", language_code="nl")
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


def _by_machine(text: str) -> Callable[[Turn], Awaitable[None]]:
    """As if a machine had translated everything, without a doubt."""

    async def run(turn: Turn) -> None:
        await turn.tx.run(
            "UPDATE translations SET state = 'done', text = :text, engine = 'libre 1'", text=text
        )

    return run


async def test_who_doubts_a_machine_lets_it_be_looked_at_and_nobody_else_can(
    line: Line, elena: Person, koen: Person, aylin: Person
) -> None:
    elsewhere = line.telegram.person(5_500_000_704, "Planted", language_code="nl")
    await line.invited(elsewhere, Role.WIJKMANAGER, Places((WijkId("boxbergheide"),)))
    await reported(line, elena, "Няма ток.")
    await line.turn(_by_machine("Er is stroom."))
    for label in ("⋯ Meer", "🔤 Toon origineel", "🔍 Laat nakijken"):
        koen.taps_label(label)
        await line.quiet()
    assert koen.heard()[-1].startswith("🔍 Gevraagd")
    assert any("⚠️ Automatisch vertaald" in text and "Няма ток." in text for text in koen.heard())
    assert "Er is stroom." in aylin.heard()[-1]
    data = next(
        one["callback_data"] for one in _keys(koen) if one.get("callback_data", "").startswith("1:desk-check")
    )
    for person, refusal in (
        (elsewhere, "Dit hoort niet bij jouw wijken."),
        (elena, "Този бутон вече не работи."),
    ):
        person.taps(max(person.chat.kept), data)
        await line.quiet()
        assert person.heard()[-1].startswith(refusal)
    aylin.taps_label("✅ Klopt")
    await line.quiet()
    assert aylin.heard()[-1].startswith("✅ De vertaling bij")
    assert not any("⚠️ Automatisch vertaald" in text for text in koen.heard())


def _keys(person: Person) -> list[dict[str, str]]:
    rows = [
        kept.wire.get("reply_markup", {}).get("inline_keyboard", []) for kept in person.chat.kept.values()
    ]
    return [key for keyboard in rows for row in keyboard for key in row]


async def test_words_that_name_somebody_or_a_case_are_offered_to_nobody_else(
    line: Line, elena: Person, koen: Person, aylin: Person
) -> None:
    await reported(line, elena, "Няма ток.")
    for named in ("Dag Elena, ik kom morgen kijken.", "Ik kom morgen kijken voor 48271.", "Dat is 482711."):
        await answers(line, koen, named)
        await sends(line, koen)
        aylin.says(BULGARIAN, reply_to=max(n for n, kept in aylin.chat.kept.items() if not kept.outgoing))
        await line.quiet()
        for _ in range(4):
            assert BULGARIAN in await answers(line, koen, named)
            assert "⚡ Maak snelantwoord" not in koen.buttons()[:3]
            await sends(line, koen)


async def test_what_a_chat_is_set_to_is_told_to_nobody_at_the_desk(
    line: Line, elena: Person, koen: Person
) -> None:
    greet = line.telegram.person(5_500_000_705, "Planted", language_code="nl")
    await line.invited(greet, Role.COORDINATOR, Places())
    await reported(line, elena, Words(media=(Media(MediaKind.PHOTO, "photo-of-nobody"),)))
    preview = await answers(line, koen)
    assert DUTCH in preview
    assert not any(word in preview for word in ("ulgaars", "Български", "ertaling", "contactmedewerker"))
    await sends(line, koen)
    assert not any("Български" in text for text in [*koen.heard(), *greet.heard()])
    await reported(line, elena, "Stalenstraat 12")
    assert any("Vertaling" in text and "Stalenstraat 12" in text for text in koen.heard())
    assert not any("ulgaars" in text for text in koen.heard())
    await reported(line, elena, "Няма ток.")
    assert any("In het Bulgaars" in text for text in koen.heard())
    assert any("Български" in text for text in greet.heard())
