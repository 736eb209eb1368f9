"""What has come due becomes an inbox row; APScheduler only wakes the one who looks."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

import orjson
import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from storage.database import Database, StorageFailed, Transaction
from storage.due import DueRow, erase_due_row, find_next_due, list_due
from storage.inbox import forget_done, insert_inbox, insert_unreadable
from storage.outbox import forget_prompts

log = structlog.get_logger("clock")

LOOK_SECONDS: Final = 1
MOST: Final = 500
KEEP_PROMPTS: Final = timedelta(days=2)


@dataclass(slots=True)
class Clock:
    """Looks for due rows every second, without waiting for turns; takes a turn only when something is due."""

    database: Database
    clock: Callable[[], datetime]
    after: Callable[[], None]
    _scheduler: AsyncIOScheduler | None = None
    _jobs: list[tuple[int, Callable[[], Awaitable[None]]]] = field(default_factory=list)

    def every(self, seconds: int, job: Callable[[], Awaitable[None]]) -> None:
        """Let something small happen again and again while the clock runs."""
        self._jobs.append((seconds, job))

    def start(self) -> None:
        # Late or missed wake-ups do no harm here: whoever looks finds all that is due.
        self._scheduler = AsyncIOScheduler(
            timezone="UTC", job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
        )
        self._scheduler.add_job(self.look, IntervalTrigger(seconds=LOOK_SECONDS), id="look")
        self._scheduler.add_job(self.tidy, IntervalTrigger(hours=1), id="tidy")
        for seconds, job in self._jobs:
            self._scheduler.add_job(job, IntervalTrigger(seconds=seconds))
        self._scheduler.start()

    def stop(self) -> None:
        if self._scheduler:
            self._scheduler.shutdown(wait=False)

    async def look(self) -> int:
        """Move what is due into the inbox; how many rows."""
        try:
            due_next = await self.database.read(find_next_due)
            if due_next is None or due_next > self.clock():
                return 0
            moved = await self.database.turn(self._move)
        except StorageFailed:
            log.warning("due-unreadable")
            return 0
        self.after()
        return moved

    async def _move(self, tx: Transaction) -> int:
        now = self.clock()
        rows = await list_due(tx, now, MOST)
        for row in rows:
            await _into_inbox(tx, row, now)
        return len(rows)

    async def tidy(self) -> None:
        """Forget the keys and prompts that nobody can need any more."""
        try:
            await self.database.turn(self._forget)
        except StorageFailed:
            log.warning("tidying-failed")

    async def _forget(self, tx: Transaction) -> None:
        now = self.clock()
        await forget_done(tx, now)
        await forget_prompts(tx, now - KEEP_PROMPTS)


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
