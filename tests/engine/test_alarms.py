"""An alarm reaches an operator once within its time, whatever happens in between; and whoever raises it goes on."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.domain.alarms import Alarm
from bot.engine.alarms import Alarms
from storage.alarms import list_alarms
from storage.database import Database, StorageFailed, Transaction
from tests.engine.exit import stored

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


@dataclass
class Watch:
    """Alarms, the time, and what was heard of them."""

    database: Database
    now: datetime = NOON
    warned: list[tuple[str, datetime, dict[str, int]]] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    broken: Exception | None = None
    alarms: Alarms = field(init=False)

    def __post_init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """Forget everything but the database."""
        self.alarms = Alarms(database=self.database, clock=lambda: self.now, warn=self.warn)

    async def warn(self, tx: Transaction, alarm: Alarm, at: datetime, facts: Mapping[str, int]) -> None:
        await tx.one("SELECT 1")
        if self.broken:
            raise self.broken
        self.warned.append((alarm.value, at, dict(facts)))

    async def keep(self) -> bool:
        with capture_logs() as logged:
            kept = await self.alarms.keep()
        self.heard += [entry["event"] for entry in logged if entry["log_level"] == "error"]
        return kept

    async def raised(self, *names: str) -> None:
        for name in names:
            self.alarms.raise_(name)
        await self.keep()


@pytest.fixture
async def watch(tmp_path: Path) -> AsyncIterator[Watch]:
    async with stored(tmp_path / "alarms.db") as database:
        yield Watch(database)


async def test_an_alarm_is_logged_by_its_name_and_told_with_its_figures(watch: Watch) -> None:
    watch.alarms.raise_("disk-low", percent=7)
    await watch.keep()
    assert watch.heard == ["disk-low"]
    assert watch.warned == [("disk-low", NOON, {"percent": 7})]


async def test_none_is_told_twice_within_an_hour(watch: Watch) -> None:
    await watch.raised("second-poller", "second-poller")
    watch.now = NOON + HOUR - MINUTE
    await watch.raised("second-poller")
    assert watch.heard == ["second-poller"]
    watch.now = NOON + HOUR
    await watch.raised("second-poller")
    assert watch.heard == ["second-poller", "second-poller"]
    assert len(watch.warned) == 2


async def test_a_restart_does_not_repeat_it(watch: Watch) -> None:
    await watch.raised("token-revoked")
    watch.restart()
    watch.now = NOON + 30 * MINUTE
    await watch.raised("token-revoked")
    assert (watch.heard, len(watch.warned)) == (["token-revoked"], 1)


async def test_what_lasts_for_days_is_told_daily(watch: Watch) -> None:
    await watch.raised("disk-low")
    watch.now = NOON + 23 * HOUR
    await watch.raised("disk-low")
    assert watch.heard == ["disk-low"]
    watch.now = NOON + 24 * HOUR
    await watch.raised("disk-low")
    assert watch.heard == ["disk-low", "disk-low"]


async def test_one_alarm_does_not_silence_another(watch: Watch) -> None:
    await watch.raised("second-poller")
    await watch.raised("row-set-aside", "message-broken")
    assert watch.heard == ["second-poller", "row-set-aside", "message-broken"]


async def test_a_clock_that_went_back_does_not_silence_it_for_long(watch: Watch) -> None:
    await watch.raised("row-set-aside")
    watch.restart()
    watch.now = NOON - 5 * HOUR
    await watch.raised("row-set-aside")
    assert watch.heard == ["row-set-aside", "row-set-aside"]


async def test_how_often_it_was_raised_is_kept(watch: Watch) -> None:
    await watch.raised("row-set-aside", "row-set-aside")
    watch.now = NOON + MINUTE
    await watch.raised("row-set-aside")
    rows = await watch.database.read(lambda tx: list_alarms(tx, NOON - HOUR))
    assert [(row.name, row.told_at, row.raised_at, row.times) for row in rows] == [
        ("row-set-aside", NOON, NOON + MINUTE, 3)
    ]


async def test_an_unknown_name_fails_nobody(watch: Watch) -> None:
    with capture_logs() as logged:
        watch.alarms.raise_("no-such-alarm")
    assert logged[0]["event"] == "alarm-unknown"
    assert await watch.keep()


async def test_while_the_database_takes_nothing_the_log_is_told_and_the_administrators_later(
    watch: Watch,
) -> None:
    watch.broken = StorageFailed("full")
    watch.alarms.raise_("second-poller")
    assert not await watch.keep()
    assert not await watch.keep()
    assert watch.heard == ["second-poller", "database-unwritable"]
    watch.broken, watch.now = None, NOON + 10 * MINUTE
    assert await watch.keep()
    assert watch.heard == ["second-poller", "database-unwritable"]
    assert [(name, at) for name, at, _ in watch.warned] == [
        ("second-poller", NOON),
        ("database-unwritable", NOON),
    ]


async def test_what_is_raised_while_it_could_not_be_kept_is_counted_on(watch: Watch) -> None:
    watch.broken = StorageFailed("full")
    await watch.raised("row-set-aside")
    await watch.raised("row-set-aside")
    watch.broken = None
    await watch.keep()
    rows = await watch.database.read(lambda tx: list_alarms(tx, NOON - HOUR))
    assert {row.name: row.times for row in rows} == {"row-set-aside": 2, "database-unwritable": 1}


async def test_a_mistake_in_telling_the_administrators_leaves_the_log(watch: Watch) -> None:
    watch.broken = LookupError("no such text")
    await watch.raised("message-broken")
    assert watch.heard == ["alarm-not-kept", "message-broken"]


async def test_a_broken_warning_raises_no_alarm_of_its_own(watch: Watch) -> None:
    watch.alarms.message_broken("alarm-disk-low")
    await watch.keep()
    assert watch.heard == []
    watch.alarms.message_broken("receipt")
    await watch.keep()
    assert watch.heard == ["message-broken"]


async def test_what_was_raised_just_before_the_stop_is_kept(watch: Watch) -> None:
    stopping = asyncio.Event()
    running = asyncio.ensure_future(watch.alarms.run(stopping))
    await asyncio.sleep(0)
    watch.alarms.raise_("row-set-aside")
    stopping.set()
    async with asyncio.timeout(3):
        await running
    assert [name for name, _, _ in watch.warned] == ["row-set-aside"]


async def test_a_stop_does_not_wait_for_a_database_that_takes_nothing(watch: Watch) -> None:
    watch.broken = StorageFailed("full")
    stopping = asyncio.Event()
    running = asyncio.ensure_future(watch.alarms.run(stopping))
    watch.alarms.raise_("row-set-aside")
    await asyncio.sleep(0.1)
    stopping.set()
    async with asyncio.timeout(2):
        await running
