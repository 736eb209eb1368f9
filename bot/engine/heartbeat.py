"""The heartbeat: every minute a mark that the bot lives, and a look at what goes wrong slowly."""

import asyncio
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final

import structlog

from bot.domain.alarms import BACKUP_OLD_AFTER, DOWN_LONG_AFTER, LEAST_FREE, TELEGRAM_KEEPS, Alarm
from bot.engine.alarms import Alarms
from bot.engine.lease import steady
from storage.alarms import ALIVE, find_backup_made, find_mark, set_mark
from storage.database import Database, StorageFailed, Transaction

log = structlog.get_logger("heartbeat")

BEAT_SECONDS: Final = 60.0


def free_share(folder: Path) -> float | None:
    """The part of the disk under `folder` that is free, 0 to 1; None when nobody can tell."""
    try:
        usage = shutil.disk_usage(folder)
    except OSError:
        return None
    return usage.free / usage.total if usage.total else None


def free_beside(file: Path | None) -> Callable[[], float | None]:
    """How much of a database's disk is free; a server's is its own operator's to watch."""
    return partial(free_share, file.resolve().parent) if file else lambda: None


@dataclass(slots=True, kw_only=True)
class Heartbeat:
    """`free` tells how much of the database's disk is free; None when that is on another machine.

    Its mark is on disk, so a bot that comes back knows how long it was away.
    """

    database: Database
    clock: Callable[[], datetime]
    alarms: Alarms
    free: Callable[[], float | None] = lambda: None
    seconds: float = BEAT_SECONDS
    monotonic: Callable[[], float] = steady
    _beaten_at: float | None = None

    async def run(self, stopping: asyncio.Event) -> None:
        """Beat at once and every minute until told to stop."""
        while not stopping.is_set():
            try:
                await self.beat()
            except Exception:
                # Whoever only looks on must not end what it looks at.
                log.exception("beat-failed")
            try:
                async with asyncio.timeout(self.seconds):
                    await stopping.wait()
            except TimeoutError:
                continue

    async def beat(self) -> None:
        """Leave the mark, and raise an alarm for what is wrong."""
        self._look_at_disk()
        try:
            last, backup = await self.database.turn(self._mark)
        except StorageFailed:
            self.alarms.raise_(Alarm.DATABASE_UNWRITABLE)
            return
        self._judge_gap(last)
        if backup is not None and (age := self.clock() - backup) > BACKUP_OLD_AFTER:
            self.alarms.raise_(Alarm.BACKUP_OLD, hours=age // timedelta(hours=1))

    async def _mark(self, tx: Transaction) -> tuple[datetime | None, datetime | None]:
        """(when the mark was left before this, when the last backup was made)."""
        last = await find_mark(tx, ALIVE)
        await set_mark(tx, ALIVE, self.clock())
        return last, await find_backup_made(tx)

    def _judge_gap(self, last: datetime | None) -> None:
        gap = self._gap(last)
        if gap <= DOWN_LONG_AFTER:
            return
        hours, rest = divmod(gap, timedelta(hours=1))
        lost = int(gap > TELEGRAM_KEEPS)
        self.alarms.raise_(Alarm.DOWN_LONG, hours=hours, minutes=rest // timedelta(minutes=1), lost=lost)

    def _gap(self, last: datetime | None) -> timedelta:
        """How long nothing beat. A wall clock that was set anew while the bot ran is no gap; a suspended machine is."""
        now, before = self.monotonic(), self._beaten_at
        self._beaten_at = now
        gap = self.clock() - last if last else timedelta()
        return gap if before is None else min(gap, timedelta(seconds=now - before))

    def _look_at_disk(self) -> None:
        free = self.free()
        if free is not None and free < LEAST_FREE:
            self.alarms.raise_(Alarm.DISK_LOW, percent=int(free * 100))
