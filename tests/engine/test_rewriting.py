"""The file of the database is written anew once a night, and never in the way of what matters more."""

import sqlite3
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.domain.city_file import read_city
from bot.engine.rewriting import AT, LOOK_SECONDS, REWRITTEN, Rewriting
from bot.services.calendar import Calendar
from storage.alarms import find_mark
from storage.sqlite import SqliteDatabase
from tests.engine.exit import stored
from tests.line import Line

pytestmark = pytest.mark.sqlite  # a server does it by itself

AFTERNOON = datetime(2026, 11, 23, 14, tzinfo=UTC)
NIGHT = datetime(2026, 11, 24, 3, 5, tzinfo=UTC)  # 04:05 in Genk
HOUR = timedelta(hours=1)
GENK = Path(__file__).parents[2] / "cities" / "genk.toml"


@dataclass
class Nights:
    database: SqliteDatabase
    now: datetime = AFTERNOON
    free: int = 1_000_000_000

    def __post_init__(self) -> None:
        next_night = partial(Calendar(read_city(GENK)).next_time, AT)
        self.rewriting = Rewriting(self.database, lambda: self.now, next_night, lambda: self.free)

    async def looks(self, now: datetime) -> None:
        self.now = now
        await self.rewriting.look()


@pytest.fixture
async def nights(tmp_path: Path) -> AsyncIterator[Nights]:
    async with stored(tmp_path / "some.db") as database:
        assert isinstance(database, SqliteDatabase)
        yield Nights(database)


async def test_it_is_written_anew_once_a_night(nights: Nights, logged: list[dict[str, Any]]) -> None:
    await nights.looks(AFTERNOON)
    await nights.looks(NIGHT - HOUR)
    assert logged == []
    for later in (0, 1, 20):
        await nights.looks(NIGHT + later * HOUR)
    assert [event["event"] for event in logged] == ["rewritten"]
    await nights.looks(NIGHT + 24 * HOUR)
    assert [event["event"] for event in logged] == ["rewritten"] * 2


async def test_after_a_night_in_which_it_was_down_it_is_done_at_the_first_look(
    nights: Nights, logged: list[dict[str, Any]]
) -> None:
    await nights.looks(AFTERNOON)
    await nights.looks(NIGHT + 5 * HOUR)
    assert [event["event"] for event in logged] == ["rewritten"]


async def test_while_another_process_writes_it_is_put_off(
    nights: Nights, logged: list[dict[str, Any]]
) -> None:
    await nights.looks(AFTERNOON)
    other = sqlite3.connect(nights.database.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    await nights.looks(NIGHT)
    other.execute("ROLLBACK")
    other.close()
    await nights.looks(NIGHT)
    assert [event["event"] for event in logged] == ["rewrite-failed", "rewritten"]


async def test_without_room_for_it_nothing_is_tried_until_the_next_night(
    nights: Nights, logged: list[dict[str, Any]]
) -> None:
    await nights.looks(AFTERNOON)
    nights.free = 100_000
    await nights.looks(NIGHT)
    nights.free = 1_000_000_000
    await nights.looks(NIGHT + HOUR)
    assert [event["event"] for event in logged] == ["rewrite-lacks-room"]
    await nights.looks(NIGHT + 24 * HOUR)
    assert [event["event"] for event in logged] == ["rewrite-lacks-room", "rewritten"]


async def test_the_running_bot_looks_for_itself(line: Line) -> None:
    (look,) = [job for seconds, job in line.running.clock._jobs if seconds == LOOK_SECONDS]  # noqa: SLF001
    await look()
    assert await line.read(lambda tx: find_mark(tx, REWRITTEN)) is not None
