"""Once a night the file of the database is written anew: unused space of its pages keeps copies of erased rows."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from datetime import time as time_of_day
from pathlib import Path
from shutil import disk_usage
from typing import Final

import structlog

from storage.alarms import find_mark, set_mark
from storage.database import StorageFailed, Transaction
from storage.sqlite import SqliteDatabase

log = structlog.get_logger()

# After the nightly retention, in the city's time.
AT: Final = time_of_day(4, 0)
LOOK_SECONDS: Final = 600.0
REWRITTEN: Final = "rewritten"
# The new one stands in a temporary file and then in the log, while the old one is still there.
ROOM: Final = 3


@dataclass(slots=True)
class Rewriting:
    """`next_night`: when the next night is after a moment; `free`: bytes beside the file."""

    database: SqliteDatabase
    clock: Callable[[], datetime]
    next_night: Callable[[datetime], datetime]
    free: Callable[[], int]

    async def look(self) -> None:
        """Write the file anew when a night has come since the last time; everybody's turns wait for it.

        Once a night, whatever becomes of it: on a disk that is too small each try would be in the way of reports.
        """
        try:
            last = await self.database.read(lambda tx: find_mark(tx, REWRITTEN))
            if last is not None and self.next_night(last) > self.clock():
                return
            await self.database.turn(self._note)
            if last is None:  # the first look at this database
                return
            size = self.database.path.stat().st_size
            if self.free() < ROOM * size:
                log.warning("rewrite-lacks-room", megabytes=size // 1_000_000)
                return
            began = time.monotonic()
            await self.database.rewrite()
        except (StorageFailed, OSError):
            log.warning("rewrite-failed")
            return
        log.info("rewritten", megabytes=size // 1_000_000, seconds=round(time.monotonic() - began, 1))

    async def _note(self, tx: Transaction) -> None:
        await set_mark(tx, REWRITTEN, self.clock())


def room_beside(file: Path) -> Callable[[], int]:
    """How many bytes are free on a file's disk."""
    return lambda: disk_usage(file.absolute().parent).free
