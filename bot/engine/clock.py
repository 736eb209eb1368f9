"""What has come due becomes an inbox row; a look every second, by seconds that never go back."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

import orjson
import structlog

from storage.database import Database, StorageFailed, Transaction
from storage.due import DueRow, bring_forward, erase_due_row, find_next_due, list_due
from storage.inbox import forget_done, insert_inbox, insert_unreadable
from storage.outbox import forget_prompts

log = structlog.get_logger("clock")

LOOK_SECONDS: Final = 1.0
TIDY_SECONDS: Final = 3600.0
MOST: Final = 500
# More than any wall clock is put right by while it runs.
JUMP: Final = timedelta(seconds=5)
# What is to happen within this time is meant as a wait, and not as an hour of the day.
SOON: Final = timedelta(minutes=2)
KEEP_PROMPTS: Final = timedelta(days=2)
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
    _running: list["asyncio.Task[None]"] = field(default_factory=list)
    _seen: tuple[datetime, float] | None = None

    def every(self, seconds: float, job: Job) -> None:
        """Let something small happen again and again while the clock runs."""
        self._jobs.append((seconds, job))

    def start(self) -> None:
        jobs: list[tuple[float, Job]] = [(LOOK_SECONDS, self.look), (TIDY_SECONDS, self.tidy), *self._jobs]
        self._running = [asyncio.create_task(_again(*job)) for job in jobs]  # noqa: TID251 - ended in stop()

    def stop(self) -> None:
        while self._running:
            self._running.pop().cancel()

    async def look(self) -> int:
        """Move what is due into the inbox; how many rows."""
        if not self.leads():
            self._seen = None
            return 0
        try:
            await self._heed_jumps()
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
            await self.database.turn(lambda tx: bring_forward(tx, back, after=wall + SOON, until=was + SOON))
        self._seen = (wall, steady)

    async def _move(self, tx: Transaction) -> int:
        now = self.clock()
        rows = await list_due(tx, now, MOST)
        for row in rows:
            await _into_inbox(tx, row, now)
        return len(rows)

    async def tidy(self) -> None:
        """Forget the keys and prompts that nobody can need any more."""
        if not self.leads():
            return
        try:
            await self.database.turn(self._forget)
        except StorageFailed:
            log.warning("tidying-failed")

    async def _forget(self, tx: Transaction) -> None:
        now = self.clock()
        await forget_done(tx, now)
        await forget_prompts(tx, now - KEEP_PROMPTS)


async def _again(seconds: float, job: Job) -> None:
    """Once every so many seconds; what goes wrong in it is told, and the next time is a new one."""
    while True:
        await asyncio.sleep(seconds)
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
