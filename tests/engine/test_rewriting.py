"""The file of the database is written anew once a night, and never in the way of what matters more."""

import sqlite3
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.domain.city_file import read_city
from bot.engine.rewriting import AT, LOOK_SECONDS, Rewriting
from bot.opening import now
from bot.services.calendar import Calendar
from storage.alarms import REWRITE_TRIED, REWRITTEN, set_mark
from storage.sqlite import SqliteDatabase
from tests.engine.exit import stored
from tests.line import Line

pytestmark = pytest.mark.sqlite  # a server does it by itself

AFTERNOON = datetime(2026, 11, 23, 14, tzinfo=UTC)
NIGHT = datetime(2026, 11, 24, 3, 5, tzinfo=UTC)  # 04:05 in Genk
HOUR = timedelta(hours=1)
PLENTY = 1_000_000_000
GENK = Path(__file__).parents[2] / "cities" / "genk.toml"


@dataclass
class Nights:
    database: SqliteDatabase
    now: datetime = AFTERNOON
    free: Callable[[], int] = lambda: PLENTY

    def __post_init__(self) -> None:
        next_night = partial(Calendar(read_city(GENK)).next_time, AT)
        self.rewriting = Rewriting(self.database, lambda: self.now, next_night, self._free)

    def _free(self) -> int:
        return self.free()

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
    assert events(logged) == ["rewritten"]
    await nights.looks(NIGHT + 24 * HOUR)
    assert events(logged) == ["rewritten"] * 2


async def test_after_a_night_in_which_it_was_down_it_is_done_at_the_first_look(
    nights: Nights, logged: list[dict[str, Any]]
) -> None:
    await nights.looks(AFTERNOON)
    await nights.looks(NIGHT + 5 * HOUR)
    assert events(logged) == ["rewritten"]


async def test_while_another_process_writes_it_is_put_off_for_an_hour(
    nights: Nights, logged: list[dict[str, Any]]
) -> None:
    await nights.looks(AFTERNOON)
    other = sqlite3.connect(nights.database.path, isolation_level=None)

    def begun() -> int:
        """The other process begins once this one looks for room, so just before it begins."""
        other.execute("BEGIN IMMEDIATE")
        return PLENTY

    nights.free = begun
    await nights.looks(NIGHT)
    other.execute("ROLLBACK")
    other.close()
    nights.free = lambda: PLENTY
    await nights.looks(NIGHT + HOUR / 2)
    assert events(logged) == ["rewrite-failed"]
    await nights.looks(NIGHT + HOUR)
    await nights.looks(NIGHT + 2 * HOUR)
    assert events(logged) == ["rewrite-failed", "rewritten"]


async def test_without_room_for_it_nothing_is_tried_until_there_is(
    nights: Nights, logged: list[dict[str, Any]]
) -> None:
    await nights.looks(AFTERNOON)
    nights.free = lambda: 100_000
    await nights.looks(NIGHT)
    nights.free = lambda: PLENTY
    await nights.looks(NIGHT + HOUR / 2)
    assert events(logged) == ["rewrite-lacks-room"]
    await nights.looks(NIGHT + HOUR)
    assert events(logged) == ["rewrite-lacks-room", "rewritten"]


async def test_a_process_that_died_meanwhile_is_followed_by_another_try(
    nights: Nights, logged: list[dict[str, Any]]
) -> None:
    await nights.looks(AFTERNOON)
    await nights.database.turn(lambda tx: set_mark(tx, REWRITE_TRIED, NIGHT))
    await nights.looks(NIGHT + HOUR)
    assert events(logged) == ["rewritten"]


async def test_a_clock_that_was_years_ahead_stops_it_for_no_year(
    nights: Nights, logged: list[dict[str, Any]]
) -> None:
    await nights.looks(AFTERNOON + 20_000 * HOUR)
    await nights.looks(NIGHT)
    await nights.looks(NIGHT + HOUR)
    assert events(logged) == ["rewritten"]


async def test_the_running_bot_does_it_at_night(line: Line, logged: list[dict[str, Any]]) -> None:
    (look,) = [job for seconds, job in line.running.clock._jobs if seconds == LOOK_SECONDS]  # noqa: SLF001
    await line.running.database.turn(lambda tx: set_mark(tx, REWRITTEN, now() - 25 * HOUR))
    await look()
    assert events(logged)[-1] == "rewritten"


def events(logged: list[dict[str, Any]]) -> list[str]:
    return [event["event"] for event in logged]
