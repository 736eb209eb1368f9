"""The machine beside everything else: LibreTranslate's protocol on loopback, with its faults."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.domain.people import Places, Role
from bot.translation.absent import NoTranslator
from bot.translation.translator import Translated, Translator
from playground.api import Server
from playground.people import Person
from playground.telegram import Telegram
from storage.database import Transaction
from storage.interpreting import Work
from storage.messages import erase_messages
from tests.handlers.following import unhindered
from tests.handlers.spoken import HOME, answered, reads, reported
from tests.line import Line, open_line
from tests.translation.libre import Fault, LibreTranslate

DUTCH = "We komen morgen kijken."
BULGARIAN = "Ще дойдем да видим утре."
REPORT = "Боклукът стои от една седмица."
OTHER = "Лампата не свети от вчера."
PATIENCE = 10.0


@pytest.fixture
async def libre() -> AsyncIterator[LibreTranslate]:
    async with LibreTranslate() as libre:
        yield libre


@pytest.fixture
async def line(
    tmp_path: Path, telegram: Telegram, server: Server, libre: LibreTranslate
) -> AsyncIterator[Line]:
    async with open_line(
        tmp_path,
        telegram,
        server,
        WIJKLIJN_TRANSLATOR="libretranslate",
        WIJKLIJN_TRANSLATOR_URL=libre.url,
    ) as line:
        line.running.interpreter.pauses = (0.01, 0.01, 0.01, 0.01)
        yield unhindered(line)


@pytest.fixture
async def elena(line: Line) -> Person:
    return await reads(line, line.telegram.person(701, "Planted", language_code="bg"), "bg")


@pytest.fixture
async def aylin(line: Line) -> Person:
    worker = line.telegram.person(702, "Planted", language_code="nl")
    return await line.invited(worker, Role.CONTACT_WORKER, Places((HOME,)), "bg")


async def until(happened: Callable[[], Awaitable[bool]] | Callable[[], bool]) -> None:
    """Wait for it. Raises TimeoutError."""
    async with asyncio.timeout(PATIENCE):
        while True:
            now = happened()
            if await now if isinstance(now, Awaitable) else now:
                return
            await asyncio.sleep(0.02)


def hears(person: Person, words: str) -> Callable[[], bool]:
    return lambda: any(words in text for text in person.heard())


async def _states(line: Line) -> list[tuple[str, int, str]]:
    """(state, attempts, text) of every translation."""

    async def look(tx: Transaction) -> list[tuple[str, int, str]]:
        rows = await tx.all("SELECT state, attempts, text FROM translations ORDER BY id")
        return [tuple(row) for row in rows]

    states: list[tuple[str, int, str]] = await line.read(look)
    return states


async def test_an_answer_follows_in_the_language_of_the_resident_marked_as_the_machine_s(
    line: Line, elena: Person, libre: LibreTranslate
) -> None:
    case = await reported(line, elena, REPORT)
    await answered(line, case, DUTCH)
    await until(hears(elena, BULGARIAN))
    assert elena.heard()[-1].splitlines()[-1] == (
        "🤖 Автоматичен превод, може да има грешки. Важи нидерландският текст."
    )
    assert [state for state, _, _ in await _states(line)] == ["done", "done"]
    assert len(libre.translations) == 2


async def test_what_is_personal_never_reaches_the_machine(
    line: Line, elena: Person, libre: LibreTranslate
) -> None:
    await reported(line, elena, "Обадете се на 0470 12 34 56, има боклук.")
    await until(lambda: bool(libre.translations))
    await line.quiet()
    assert "0470" not in libre.translations[0].text
    await until(lambda: _is_done(line))
    ((_, _, text),) = await _states(line)
    assert "0470 12 34 56" in text


async def test_figures_that_changed_are_pointed_out(line: Line, elena: Person, libre: LibreTranslate) -> None:
    libre.phrases["Ik kom om 10 uur.", "bg"] = "Идвам в 20 часа."
    case = await reported(line, elena, REPORT)
    await answered(line, case, "Ik kom om 10 uur.")
    await until(hears(elena, "Идвам в 20 часа."))
    assert "Прочетете и нидерландския текст" in elena.heard()[-1]
    assert "Ik kom om 10 uur." in elena.heard()[-1]


async def test_a_frozen_machine_makes_nothing_else_slower(
    line: Line, elena: Person, libre: LibreTranslate
) -> None:
    libre.faults.always(Fault.SLOW)
    case = await reported(line, elena, REPORT)
    await answered(line, case, DUTCH)
    await until(lambda: len(libre.translations) == 2)
    began = time.monotonic()
    newcomer = line.telegram.person(710, "Planted", language_code="tr")
    newcomer.starts()
    elena.says("/taal")
    await line.quiet()
    assert newcomer.heard()
    assert "🌍" in elena.heard()[-1]
    assert time.monotonic() - began < 1.0
    stopped = time.monotonic()
    await line.stop()
    assert time.monotonic() - stopped < 3.0


async def test_what_waited_for_a_frozen_machine_is_translated_once_after_a_restart(
    line: Line, elena: Person, libre: LibreTranslate
) -> None:
    libre.faults.always(Fault.SLOW)
    case = await reported(line, elena, REPORT)
    await answered(line, case, DUTCH)
    await until(lambda: len(libre.translations) == 2)
    await line.stop()
    libre.faults.clear()
    await line.start()
    await until(hears(elena, BULGARIAN))
    await asyncio.sleep(1.2)
    assert len([text for text in elena.heard() if BULGARIAN in text]) == 1
    assert [attempts for _, attempts, _ in await _states(line)] == [2, 2]


async def test_a_machine_that_refuses_for_good_leaves_it_to_a_person(
    line: Line, elena: Person, aylin: Person, libre: LibreTranslate
) -> None:
    libre.faults.always(Fault.FORBIDDEN)
    case = await reported(line, elena, REPORT)
    await until(hears(aylin, REPORT))
    assert len(libre.translations) == 1
    asked = max(number for number, kept in aylin.chat.kept.items() if not kept.outgoing)
    aylin.says("Er ligt afval.", reply_to=asked)
    await line.quiet()
    assert aylin.heard()[-1] == f"✅ De vertaling bij {case.number} is verstuurd. Dank je."


async def test_a_machine_that_keeps_failing_leaves_it_to_a_person_after_five_attempts(
    line: Line, elena: Person, aylin: Person, libre: LibreTranslate
) -> None:
    libre.faults.always(Fault.PAGE)
    await reported(line, elena, REPORT)
    await until(hears(aylin, REPORT))
    assert [(state, attempts) for state, attempts, _ in await _states(line)] == [("human", 5)]


async def test_a_failure_that_passes_is_tried_again(
    line: Line, elena: Person, aylin: Person, libre: LibreTranslate
) -> None:
    libre.faults.once(Fault.PAGE, Fault.PAGE)
    await reported(line, elena, REPORT)
    await until(lambda: _is_done(line))
    assert not hears(aylin, REPORT)()


@dataclass(frozen=True, slots=True)
class Held(NoTranslator):
    """A machine that answers when it is let go."""

    asked: asyncio.Event = field(default_factory=asyncio.Event)
    let_go: asyncio.Event = field(default_factory=asyncio.Event)

    async def translate(self, text: str, *, source: str, target: str) -> Translated:
        self.asked.set()
        await self.let_go.wait()
        return Translated(text.upper(), source, target, "held")


class Broken(NoTranslator):
    """A machine whose code has a bug."""

    async def translate(self, text: str, *, source: str, target: str) -> Translated:
        raise ZeroDivisionError(text, source, target)


async def given(line: Line, translator: Translator) -> None:
    """Put another machine in the place of LibreTranslate."""
    await line.running.interpreter.translator.close()
    line.running.interpreter.translator = translator


async def test_nothing_comes_back_of_what_was_erased_meanwhile(line: Line, elena: Person) -> None:
    held = Held()
    await given(line, held)
    case = await reported(line, elena, REPORT)
    await held.asked.wait()
    await line.turn(lambda turn: erase_messages(turn.tx, case.id))
    held.let_go.set()
    await until(lambda: not line.running.interpreter.at_work)
    rows = await line.read(lambda tx: tx.all("SELECT kind FROM inbox WHERE kind = 'translated'"))
    assert rows == []


class Garbling(NoTranslator):
    """A machine that says half a letter, which nobody can keep."""

    async def translate(self, text: str, *, source: str, target: str) -> Translated:
        return Translated(f"{text[:9]}\ud83d", source, target, "garbling")


async def test_a_bug_in_a_translator_leaves_it_to_a_person(line: Line, elena: Person, aylin: Person) -> None:
    await given(line, Broken())
    await reported(line, elena, REPORT)
    await until(hears(aylin, REPORT))
    await given(line, Garbling())
    await reported(line, elena, OTHER)
    await until(hears(aylin, OTHER))


async def test_a_bug_beside_the_machine_ends_nothing(line: Line, elena: Person, aylin: Person) -> None:
    interpreter = line.running.interpreter
    listing, breaks = interpreter.listing, [ZeroDivisionError(), ZeroDivisionError()]

    async def listed(tx: Transaction, most: int) -> list[Work]:
        if len(breaks) > 1:
            raise breaks.pop()
        return await listing(tx, most)

    def after() -> None:
        if breaks:
            raise breaks.pop()

    interpreter.listing, interpreter.after = listed, after
    await given(line, Broken())
    await reported(line, elena, REPORT)
    await until(hears(aylin, REPORT))
    await until(lambda: not breaks)


async def _is_done(line: Line) -> bool:
    return all(state == "done" for state, _, _ in await _states(line))
