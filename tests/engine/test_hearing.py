"""Voice messages: the sound at once, then what a machine heard and its translation, marked; people listen where it fails."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.people import Places, Role
from bot.services.turn import Turn
from playground.api import Server
from playground.people import Person
from playground.telegram import Telegram
from storage.standing import read_standing
from tests.engine.test_interpreter import hears, until
from tests.handlers.following import unhindered
from tests.handlers.spoken import HOME, reads
from tests.line import Line, open_line
from tests.translation.faults import Fault
from tests.translation.libre import LibreTranslate
from tests.translation.whisper import Whisper

SPOKEN = "Боклукът стои от една седмица."
DUTCH = "Het afval staat er al een week."


@pytest.fixture
async def whisper() -> AsyncIterator[Whisper]:
    async with Whisper(SPOKEN) as running:
        yield running


@pytest.fixture
async def libre() -> AsyncIterator[LibreTranslate]:
    async with LibreTranslate() as running:
        yield running


@pytest.fixture
async def line(
    tmp_path: Path, telegram: Telegram, server: Server, whisper: Whisper, libre: LibreTranslate
) -> AsyncIterator[Line]:
    environ = libre.environ | {
        "WIJKLIJN_TRANSCRIBER": whisper.url,
        "WIJKLIJN_TRANSCRIBER_KEY": "key-of-the-city",
    }
    async with open_line(tmp_path, telegram, server, **environ) as line:
        for machine in (line.running.interpreter, line.running.hearing):
            assert machine is not None
            machine.pauses = (0.01,)
        yield unhindered(line)


@pytest.fixture
async def koen(line: Line) -> Person:
    manager = line.telegram.person(703, "Planted", language_code="nl")
    return await line.invited(manager, Role.WIJKMANAGER, Places((HOME,)))


@pytest.fixture
async def aylin(line: Line) -> Person:
    worker = line.telegram.person(702, "Planted", language_code="nl")
    return await line.invited(worker, Role.CONTACT_WORKER, Places((HOME,)), "bg")


@pytest.fixture
async def elena(line: Line) -> Person:
    return await reads(line, line.telegram.person(701, "Planted", language_code="bg"), "bg")


async def reports_by_voice(line: Line, elena: Person) -> None:
    elena.sends_voice()
    await line.quiet()
    elena.taps_label("🤷 Не знам")
    await line.quiet()
    elena.taps_label("Waterschei")
    await line.quiet()
    elena.taps_label("Waterschei-Noord")
    await line.quiet()
    elena.taps_label("✅ Изпрати")
    await line.quiet()


async def test_what_was_spoken_is_read_in_both_languages_and_marked_to_be_listened_to(
    line: Line, elena: Person, koen: Person, aylin: Person, whisper: Whisper
) -> None:
    await reports_by_voice(line, elena)
    assert any("voice" in kept.wire for kept in koen.chat.kept.values())
    await until(hears(koen, DUTCH))
    await line.quiet()
    card = next(text for text in koen.heard() if text.startswith("Melding"))
    assert card.splitlines()[-4:-1] == [
        "🎤 Automatisch uitgeschreven. Luister om zeker te zijn.",
        "🤖 Automatisch vertaald uit het Bulgaars:",
        DUTCH,
    ]
    koen.taps_label("⋯ Meer")
    await line.quiet()
    koen.taps_label("🔤 Toon origineel")
    await line.quiet()
    assert koen.heard()[-1].endswith(f"In het Bulgaars:\n{SPOKEN}")
    assert not any("Luister en schrijf" in text for text in aylin.heard())
    assert whisper.sounds[0].key == "Bearer key-of-the-city"
    await _answers_by_voice(line, elena, koen, whisper)


async def _answers_by_voice(line: Line, elena: Person, koen: Person, whisper: Whisper) -> None:
    """The desk may speak as well: the resident hears it at once, and reads it when it is written down."""
    whisper.says, whisper.language = "We komen morgen kijken.", "dutch"
    koen.taps_label("💬 Antwoorden")
    await line.quiet()
    koen.sends_voice()
    await line.quiet()
    koen.taps_label("✅ Verstuur")
    await line.quiet()
    assert any("voice" in kept.wire for kept in elena.chat.kept.values() if not kept.outgoing)
    await until(hears(elena, "Ще дойдем да видим утре."))
    await line.quiet()
    assert "🎤 Гласово съобщение, записано автоматично." in elena.heard()[-1]


async def test_where_the_machine_hears_nothing_a_contact_worker_listens(
    line: Line, elena: Person, koen: Person, aylin: Person, whisper: Whisper
) -> None:
    whisper.faults.always(Fault.EMPTY)
    await reports_by_voice(line, elena)
    await until(hears(aylin, "Luister en schrijf"))
    await line.quiet()
    assert any("voice" in kept.wire for kept in aylin.chat.kept.values())
    aylin.says(
        DUTCH,
        reply_to=next(
            number
            for number, kept in aylin.chat.kept.items()
            if "Luister en schrijf" in str(kept.wire.get("text"))
        ),
    )
    await line.quiet()
    assert any(DUTCH in text for text in koen.heard())


async def test_dutch_that_was_spoken_needs_no_translation_and_a_passing_fault_is_tried_again(
    line: Line, koen: Person, whisper: Whisper, libre: LibreTranslate
) -> None:
    whisper.says, whisper.language = DUTCH, "dutch"
    whisper.faults.once(Fault.PAGE)
    resident = await reads(line, line.telegram.person(701, "Planted", language_code="bg"), "bg")
    await reports_by_voice(line, resident)
    await until(hears(koen, DUTCH))
    await line.quiet()
    assert any(text.startswith("🎤 Uitgeschreven bij") for text in koen.heard())
    assert (len(whisper.sounds), libre.translations) == (2, [])
    shown = line.running.health.metrics.text().decode()
    assert 'wijklijn_transcriber_calls_total{end="done"} 1.0' in shown
    assert "wijklijn_transcriber_seconds_count 2.0" in shown
    assert "wijklijn_translator_seconds_count 0.0" in shown
    assert await line.turn(_waiting_sounds) == (1, True)


async def _waiting_sounds(turn: Turn) -> tuple[int, bool]:
    """How many wait, and whether the oldest is known, while one does."""
    await turn.tx.run("UPDATE transcripts SET state = 'machine'")
    sounds = (await read_standing(turn.tx, turn.now)).sounds
    await turn.tx.run("UPDATE transcripts SET state = 'done'")
    return sounds.rows, sounds.oldest is not None


async def test_danger_that_was_spoken_shows_the_numbers_as_soon_as_it_is_written_down(
    line: Line, elena: Person, koen: Person, whisper: Whisper
) -> None:
    whisper.says, whisper.language = "Het huis brandt, ik zie vlammen.", "dutch"
    await reports_by_voice(line, elena)
    await until(hears(elena, "112"))
    await line.quiet()
    assert any(text.startswith("🆘 Някой в опасност ли е сега?") for text in elena.heard())
    elena.taps_label("⏱ Сега ли става? Да")
    await line.quiet()
    assert any("ringend" in text for text in koen.heard())
    elena.sends_voice()
    await line.quiet()
    elena.taps_label(next(label for label in elena.buttons() if label[:5].isdigit()))
    await line.quiet()
    await until(lambda: len(whisper.sounds) == 2)
    await line.quiet()
    assert sum("112" in text for text in elena.heard()) == 1
