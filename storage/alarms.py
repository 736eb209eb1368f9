"""Which alarms were told and when, and marks of when something was last so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from storage.database import Row, Transaction
from storage.schema import find_meta, set_meta
from storage.times import kept, told

ALIVE: Final = "alive"
# When the file of the database was written anew, and when that was tried.
REWRITTEN: Final = "rewritten"
REWRITE_TRIED: Final = "rewrite-tried"
_BACKUP: Final = "last-backup"

# One that seems to have been told in the future was told before the clock went back.
_TELL = """
INSERT INTO alarms (name, told_at, raised_at, times) VALUES (:name, :now, :now, :times)
ON CONFLICT (name) DO UPDATE
SET told_at = excluded.told_at, raised_at = excluded.raised_at, times = excluded.times
WHERE alarms.told_at <= :before OR alarms.told_at > :now
"""
_COUNT = "UPDATE alarms SET raised_at = :now, times = times + :times WHERE name = :name"
_LIST = "SELECT name, told_at, raised_at, times FROM alarms WHERE raised_at > :since ORDER BY raised_at DESC, name"
_FIND_MARK = "SELECT at FROM marks WHERE name = :name"
_SET_MARK = (
    "INSERT INTO marks (name, at) VALUES (:name, :at) ON CONFLICT (name) DO UPDATE SET at = excluded.at"
)


@dataclass(frozen=True, slots=True)
class AlarmRow:
    name: str
    told_at: datetime
    raised_at: datetime
    times: int


def _alarm(row: Row) -> AlarmRow:
    return AlarmRow(row["name"], told(row["told_at"]), told(row["raised_at"]), row["times"])


async def raise_alarm(tx: Transaction, name: str, *, times: int, quiet: timedelta, now: datetime) -> bool:
    """Note that it was raised so many times; True when it is to be told, as it was not within the quiet time."""
    if await tx.run(_TELL, name=name, now=kept(now), before=kept(now - quiet), times=times):
        return True
    await tx.run(_COUNT, name=name, now=kept(now), times=times)
    return False


async def list_alarms(tx: Transaction, since: datetime) -> Sequence[AlarmRow]:
    """Those raised since that time, the latest first."""
    return [_alarm(row) for row in await tx.all(_LIST, since=kept(since))]


async def find_mark(tx: Transaction, name: str) -> datetime | None:
    row = await tx.one(_FIND_MARK, name=name)
    return told(row["at"]) if row else None


async def set_mark(tx: Transaction, name: str, at: datetime) -> None:
    await tx.run(_SET_MARK, name=name, at=kept(at))


async def find_backup_made(tx: Transaction) -> datetime | None:
    """When the last backup was begun; None when there was none."""
    value = await find_meta(tx, _BACKUP)
    return told(int(value)) if value else None


async def set_backup_made(tx: Transaction, at: datetime) -> None:
    await set_meta(tx, _BACKUP, str(kept(at)))
