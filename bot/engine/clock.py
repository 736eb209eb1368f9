"""What has come due becomes an inbox row: a look every second, by seconds that never go back.

APScheduler wakes the housekeeping beside it. Its jobs wait for the wall clock, so after that was set back they are
armed anew; what residents wait for does not depend on it (`docs/decisions/0012-who-wakes-the-clock.md`).
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

import orjson
import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from storage.database import Database, StorageFailed, Transaction
from storage.due import DueRow, bring_forward, erase_due_row, find_next_due, list_due
from storage.inbox import forget_done, insert_inbox, insert_unreadable
from storage.outbox import forget_said
from storage.people import forget_languages

log = structlog.get_logger("clock")

LOOK_SECONDS: Final = 1.0
TIDY_SECONDS: Final = 3600.0
MOST: Final = 500
# More than any wall clock is put right by while it runs.
JUMP: Final = timedelta(seconds=5)
# What is to happen within this time is meant as a wait, and not as an hour of the day.
SOON: Final = timedelta(minutes=2)
KEEP_SAID: Final = timedelta(days=2)
# Of these operators may still want to know.
KEEP_DOUBTS: Final = timedelta(days=30)
Job = Callable[[], Awaitable[object]]


@dataclass(slots=True)
class Clock:
    """Looks for due rows every second, without waiting for turns; takes a turn only when something is due."""

    database: Database
    clock: Callable[[], datetime]
    after: Callable[[], None]
    monotonic: Callable[[], float] = time.monotonic
    # Whether this process is the one that minds the time, where several share a database.
    leads: Callable[[], bool] = lambda: True
    _jobs: list[tuple[float, Job]] = field(default_factory=list)
    _looking: "asyncio.Task[None] | None" = None
    _scheduler: AsyncIOScheduler | None = None
    _seen: tuple[datetime, float] | None = None

    def every(self, seconds: float, job: Job) -> None:
        """Let something small happen again and again while the clock runs."""
        self._jobs.append((seconds, job))

    def start(self) -> None:
        self._looking = asyncio.create_task(_again(LOOK_SECONDS, self.look))  # noqa: TID251 - ended in stop()
        self._scheduler = AsyncIOScheduler(
            timezone="UTC", job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
        )
        for seconds, job in ((TIDY_SECONDS, self.tidy), *self._jobs):
            self._scheduler.add_job(_housekeeping, IntervalTrigger(seconds=seconds), args=[job])
        self._scheduler.start()

    def stop(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=False)
        self._looking = self._scheduler = None

    async def look(self) -> int:
        """Move what is due into the inbox; how many rows."""
        try:
            await self._heed_jumps()
            if not self.leads():
                return 0
            due_next = await self.database.read(find_next_due)
            if due_next is None or due_next > self.clock():
                return 0
            moved = await self.database.turn(self._move)
        except StorageFailed:
            log.warning("due-unreadable")
            return 0
        self.after()
        return moved

    async def _heed_jumps(self) -> None:
        """Who waits for a moment waits no longer because the wall clock was set back. Raises StorageFailed."""
        wall, steady = self.clock(), self.monotonic()
        was, was_steady = self._seen or (wall, steady)
        back = timedelta(seconds=steady - was_steady) - (wall - was)
        if back > JUMP:
            log.warning("clock-set-back", seconds=round(back.total_seconds()))
            if self.leads():
                await self.database.turn(
                    lambda tx: bring_forward(tx, back, after=wall + SOON, until=was + SOON)
                )
            self._arm_anew()
        self._seen = (wall, steady)

    def _arm_anew(self) -> None:
        for job in self._scheduler.get_jobs() if self._scheduler else ():
            job.reschedule(IntervalTrigger(seconds=job.trigger.interval_length))

    async def _move(self, tx: Transaction) -> int:
        now = self.clock()
        rows = await list_due(tx, now, MOST)
        for row in rows:
            await _into_inbox(tx, row, now)
        return len(rows)

    async def tidy(self) -> None:
        """Forget the keys and messages that nobody can need any more."""
        if not self.leads():
            return
        try:
            await self.database.turn(self._forget)
        except StorageFailed:
            log.warning("tidying-failed")

    async def _forget(self, tx: Transaction) -> None:
        now = self.clock()
        await forget_done(tx, now)
        await forget_said(tx, now - KEEP_SAID, now - KEEP_DOUBTS)
        await forget_languages(tx, now)


async def _again(seconds: float, job: Job) -> None:
    """Once every so many seconds; what goes wrong in it is told, and the next time is a new one."""
    while True:
        await asyncio.sleep(seconds)
        await _survived(job)


async def _housekeeping(job: Job) -> None:
    """As APScheduler runs it: it would log what a stop cuts short as an error."""
    with suppress(asyncio.CancelledError):
        await _survived(job)


async def _survived(job: Job) -> None:
    try:
        await job()
    except Exception:
        log.exception("job-failed")


async def _into_inbox(tx: Transaction, row: DueRow, now: datetime) -> None:
    """Once: the due row goes and the inbox row comes in one transaction. What is too late says so."""
    try:
        detail: dict[str, Any] = orjson.loads(row.detail)
    except orjson.JSONDecodeError:
        # One row that somebody damaged must not stop all that comes after it.
        log.exception("due-row-set-aside", due=row.id, kind=row.kind)
        await erase_due_row(tx, row.id)
        await insert_unreadable(tx, f"due:{row.id}:{row.key}", row.detail.encode(), now)
        return
    too_late = row.valid_until is not None and now > row.valid_until
    payload = orjson.dumps({**detail, "due_at": row.due_at.isoformat(), "missed": too_late})
    await erase_due_row(tx, row.id)
    await insert_inbox(tx, f"due:{row.id}:{row.key}", row.lane, row.kind, payload, now)
