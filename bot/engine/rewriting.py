"""Once a night the file of the database is written anew: unused space of its pages keeps copies of erased rows."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from datetime import time as time_of_day
from functools import partial
from pathlib import Path
from shutil import disk_usage
from typing import Final

import structlog

from bot.domain.city import City
from bot.engine.clock import Clock
from bot.services.calendar import Calendar
from storage.alarms import REWRITE_TRIED, REWRITTEN, find_mark, set_mark
from storage.database import Database, StorageFailed, Transaction
from storage.sqlite import SqliteDatabase

log = structlog.get_logger()

# After the nightly retention, in the city's time.
AT: Final = time_of_day(4, 0)
LOOK_SECONDS: Final = 600.0
# After a try that failed, or that the process did not outlive.
AGAIN_AFTER: Final = timedelta(hours=1)
# The new one stands in a temporary file and then in the log as well, while the bot goes on writing.
ROOM: Final = 3


@dataclass(slots=True)
class Rewriting:
    """`next_night`: when the next night is after a moment; `free`: bytes beside the file."""

    database: SqliteDatabase
    clock: Callable[[], datetime]
    next_night: Callable[[datetime], datetime]
    free: Callable[[], int]

    async def look(self) -> None:
        """Write the file anew when a night has come since the last time; everybody's turns wait for it."""
        try:
            if not await self._is_time():
                return
            await self._note(REWRITE_TRIED)
            size = self.database.path.stat().st_size
            if self.free() < ROOM * size:
                log.warning("rewrite-lacks-room", megabytes=size // 1_000_000)
                return
            began = time.monotonic()
            await self.database.rewrite()
            await self._note(REWRITTEN)
        except (StorageFailed, OSError):
            log.warning("rewrite-failed")
            return
        log.info("rewritten", megabytes=size // 1_000_000, seconds=round(time.monotonic() - began, 1))

    async def _is_time(self) -> bool:
        """Raises StorageFailed. Marks that are still to come were left by a clock that was wrong."""
        done, tried = await self.database.read(_marks)
        if done is None:
            await self._note(REWRITTEN)  # the first look at this database
            return False
        now = self.clock()
        is_done = done <= now < self.next_night(done)
        return not is_done and not (tried is not None and tried <= now < tried + AGAIN_AFTER)

    async def _note(self, name: str) -> None:
        await self.database.turn(lambda tx: set_mark(tx, name, self.clock()))


async def _marks(tx: Transaction) -> tuple[datetime | None, datetime | None]:
    """When it was done, and when it was tried last."""
    return await find_mark(tx, REWRITTEN), await find_mark(tx, REWRITE_TRIED)


def rewritten_at_night(database: Database, clock: Clock, city: City) -> None:
    """See to it, where the database is a file of our own: a server does it by itself."""
    if isinstance(database, SqliteDatabase):
        next_night = partial(Calendar(city).next_time, AT)
        clock.every(
            LOOK_SECONDS, Rewriting(database, clock.clock, next_night, room_beside(database.path)).look
        )


def room_beside(file: Path) -> Callable[[], int]:
    """How many bytes are free on a file's disk."""
    return lambda: disk_usage(file.resolve().parent).free
