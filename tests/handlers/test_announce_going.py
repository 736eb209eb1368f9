"""An announcement on its way: the bar, pause, stop, a restart, and people who cannot be reached."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.engine.pacer import Pacer
from playground.api import Server
from playground.people import Person
from playground.telegram import Telegram
from tests.handlers.following import DUTCH, follower, hears, manager, presses, unhindered, until, writes
from tests.handlers.spoken import HOME
from tests.line import Line, hurry, open_line


@pytest.fixture
async def line(tmp_path: Path, telegram: Telegram, server: Server) -> AsyncIterator[Line]:
    """A bot whose announcements leave without a hold."""
    async with open_line(tmp_path, telegram, server, WIJKLIJN_HOLD_SECONDS="0") as line:
        yield unhindered(line)


async def sent(line: Line, person: Person) -> None:
    """Dutch alone to the own wijk."""
    await writes(line, person, "/bericht")
    await presses(line, person, "🏘 Wijk", "🎉 Activiteiten")
    await writes(line, person, DUTCH)
    await presses(line, person, "⏭ Zonder deze taal", "⏭ Zonder deze taal")
    person.taps_label("✅ Verstuur nu")


def got(people: list[Person]) -> list[int]:
    """How often each of them got it."""
    return [sum(DUTCH in text for text in person.heard()) for person in people]


async def _followers(line: Line, count: int) -> list[Person]:
    return [await follower(line, 5_500_000_700 + number, "nl", HOME) for number in range(count)]


async def test_a_pause_holds_what_has_not_left_and_going_on_reaches_each_person_once(line: Line) -> None:
    people = await _followers(line, 12)
    koen = await manager(line)
    line.running.sender.pacer = Pacer(3)
    await sent(line, koen)
    await until(lambda: sum(got(people)) >= 3)
    await presses_now(koen, "⏸ Pauze")
    await until(hears(koen, "⏸ Het bericht wacht."))
    await asyncio.sleep(1.0)
    after_pause = sum(got(people))
    await asyncio.sleep(1.0)
    assert sum(got(people)) == after_pause < 12
    hurry(line.running)
    await presses_now(koen, "▶️ Verder")
    await until(hears(koen, "✅ Klaar. Aangekomen: 12"))
    assert got(people) == [1] * 12


async def test_a_stop_is_final_and_says_how_many_were_left_out(line: Line) -> None:
    people = await _followers(line, 10)
    koen = await manager(line)
    line.running.sender.pacer = Pacer(3)
    await sent(line, koen)
    await until(lambda: sum(got(people)) >= 2)
    await presses_now(koen, "⏹ Stop nu")
    hurry(line.running)
    await until(hears(koen, "⏹ Gestopt."))
    await asyncio.sleep(1.0)
    figures = koen.heard()[-1]
    assert sum(got(people)) < 10
    assert f"Niet verstuurd: {10 - sum(got(people))}" in figures
    koen.taps(1, "1:announcement-resume:1")
    await line.quiet()
    assert koen.heard()[-1] == "Dat kan nu niet meer met dit bericht."


async def test_who_blocked_the_bot_meanwhile_is_counted_as_unreachable(line: Line) -> None:
    people = await _followers(line, 3)
    koen = await manager(line)
    people[1].chat.standing = "blocked"
    await sent(line, koen)
    await until(hears(koen, "✅ Klaar."))
    assert "Niet bereikbaar: 1" in koen.heard()[-1]
    assert got(people) == [1, 0, 1]


async def test_a_restart_in_the_middle_loses_nobody_and_doubles_nobody(line: Line) -> None:
    people = await _followers(line, 10)
    koen = await manager(line)
    line.running.sender.pacer = Pacer(3)
    await sent(line, koen)
    await until(lambda: sum(got(people)) >= 2)
    await line.restart()
    await until(hears(koen, "✅ Klaar. Aangekomen: 10"))
    assert got(people) == [1] * 10


async def presses_now(person: Person, label: str) -> None:
    """Press without waiting: messages are on their way."""
    async with asyncio.timeout(10):
        while label not in person.buttons():
            await asyncio.sleep(0.02)
    person.taps_label(label)
