"""The heartbeat tells how long the bot was away, and what goes wrong slowly."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.alarms import Alarm
from bot.engine.alarms import Alarms
from bot.engine.heartbeat import Heartbeat, free_share
from storage.alarms import ALIVE, find_mark, set_backup_made
from storage.database import Database
from tests.engine.exit import stored
from tests.engine.shared import Steady

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
MINUTES, HOURS = timedelta(minutes=1), timedelta(hours=1)


@dataclass
class Listening(Alarms):
    """Hears alarms and keeps none."""

    heard: list[tuple[str, dict[str, int]]] = field(default_factory=list)

    def raise_(self, name: str, **facts: int) -> None:
        self.heard.append((str(name), facts))


@dataclass
class Ward:
    database: Database
    now: datetime = NOON
    free: float | None = 0.5
    alarms: Listening = field(init=False)
    heart: Heartbeat = field(init=False)

    def __post_init__(self) -> None:
        self.alarms = Listening(database=self.database, clock=lambda: self.now)
        self.restart()

    def restart(self) -> None:
        self.heart = Heartbeat(
            database=self.database, clock=lambda: self.now, alarms=self.alarms, free=lambda: self.free
        )


@pytest.fixture
async def ward(tmp_path: Path) -> AsyncIterator[Ward]:
    async with stored(tmp_path / "heart.db") as database:
        yield Ward(database)


async def away(ward: Ward, time: timedelta) -> list[tuple[str, dict[str, int]]]:
    """What is heard when it is back after so long."""
    await ward.heart.beat()
    ward.now += time
    ward.restart()
    await ward.heart.beat()
    return ward.alarms.heard


async def test_a_first_start_is_no_return(ward: Ward) -> None:
    await ward.heart.beat()
    assert ward.alarms.heard == []
    assert await ward.database.read(lambda tx: find_mark(tx, ALIVE)) == NOON


async def test_a_quarter_of_an_hour_away_is_no_alarm(ward: Ward) -> None:
    assert await away(ward, 15 * MINUTES) == []


async def test_over_a_quarter_of_an_hour_away_is_told_on_return(ward: Ward) -> None:
    assert await away(ward, 3 * HOURS + 20 * MINUTES) == [
        ("down-long", {"hours": 3, "minutes": 20, "lost": 0})
    ]


async def test_over_a_day_away_says_that_telegram_threw_messages_away(ward: Ward) -> None:
    assert await away(ward, 24 * HOURS + MINUTES) == [("down-long", {"hours": 24, "minutes": 1, "lost": 1})]


async def test_it_is_told_once(ward: Ward) -> None:
    heard = await away(ward, 2 * HOURS)
    await ward.heart.beat()
    assert len(heard) == 1


async def test_a_clock_that_was_set_forward_is_no_absence(ward: Ward) -> None:
    await ward.heart.beat()
    ward.now += 5 * HOURS
    await ward.heart.beat()
    assert ward.alarms.heard == []


async def test_a_machine_that_was_suspended_was_away(ward: Ward) -> None:
    passed = ward.heart.monotonic = Steady()
    await ward.heart.beat()
    ward.now += 2 * HOURS
    passed.now += 2 * HOURS.total_seconds()
    await ward.heart.beat()
    assert ward.alarms.heard == [("down-long", {"hours": 2, "minutes": 0, "lost": 0})]


async def test_a_disk_below_a_tenth_is_told(ward: Ward) -> None:
    ward.free = 0.10
    await ward.heart.beat()
    assert ward.alarms.heard == []
    ward.free = 0.0999
    await ward.heart.beat()
    assert ward.alarms.heard == [("disk-low", {"percent": 9})]


async def test_a_disk_that_nobody_can_ask_is_no_alarm(ward: Ward, tmp_path: Path) -> None:
    assert free_share(tmp_path / "gone") is None
    assert 0 <= (free_share(tmp_path) or 0) <= 1
    ward.free = None
    await ward.heart.beat()
    assert ward.alarms.heard == []


async def test_a_database_that_takes_no_mark_is_told(ward: Ward) -> None:
    await ward.database.close()
    await ward.heart.beat()
    assert ward.alarms.heard == [("database-unwritable", {})]


async def test_a_backup_that_is_too_old_is_told_and_none_at_all_is_not(ward: Ward) -> None:
    await ward.heart.beat()
    assert ward.alarms.heard == []
    await ward.database.turn(lambda tx: set_backup_made(tx, NOON - 26 * HOURS))
    await ward.heart.beat()
    assert ward.alarms.heard == []
    ward.now += MINUTES
    await ward.heart.beat()
    assert ward.alarms.heard == [(Alarm.BACKUP_OLD.value, {"hours": 26})]


async def test_a_beat_that_breaks_ends_nothing(ward: Ward) -> None:
    seen, stopping = iter([0]), asyncio.Event()
    ward.heart.free, ward.heart.seconds = lambda: 1 / next(seen, 1), 0.01
    running = asyncio.ensure_future(ward.heart.run(stopping))
    async with asyncio.timeout(2):
        while await ward.database.read(lambda tx: find_mark(tx, ALIVE)) is None:
            await asyncio.sleep(0.01)
        stopping.set()
        await running


async def test_it_beats_at_once_and_stops_at_once(ward: Ward) -> None:
    stopping = asyncio.Event()
    running = asyncio.ensure_future(ward.heart.run(stopping))
    async with asyncio.timeout(2):
        while await ward.database.read(lambda tx: find_mark(tx, ALIVE)) is None:
            await asyncio.sleep(0.01)
        stopping.set()
        await running
