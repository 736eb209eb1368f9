"""The inbox: everything that happened, once, until it took effect."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from storage.database import Row, Transaction
from storage.times import kept

KEEP_DEDUPE: Final = timedelta(days=7)

_INSERT = """
INSERT INTO inbox (dedupe, lane, kind, payload, state, attempts, not_before, created_at)
VALUES (:dedupe, :lane, :kind, :payload, 'waiting', 0, 0, :now)
ON CONFLICT (dedupe) DO NOTHING
"""
_LIST_WAITING = """
SELECT id, lane, kind, payload, attempts, not_before, created_at FROM inbox
WHERE state = 'waiting' AND id > :after ORDER BY id LIMIT :most
"""
_FINISH = """
UPDATE inbox SET state = 'done', payload = NULL, ended_at = :now WHERE id = :id AND state = 'waiting'
"""
_FAIL = "UPDATE inbox SET attempts = :attempts, not_before = :not_before WHERE id = :id"
_SET_ASIDE = "UPDATE inbox SET state = 'aside', attempts = :attempts, ended_at = :now WHERE id = :id"
_FORGET = "DELETE FROM inbox WHERE state = 'done' AND ended_at < :before"
_COUNT = "SELECT COUNT(*) AS rows, MIN(created_at) AS oldest FROM inbox WHERE state = 'waiting'"
_ERASE_LANE = "DELETE FROM inbox WHERE lane = :lane AND state <> 'done' AND id <> :but"


@dataclass(slots=True)
class InboxRow:
    """One thing that happened in one lane. `lane` is a chat id, or 0 for what belongs to no chat."""

    id: int
    lane: int
    kind: str
    payload: bytes
    attempts: int
    not_before: int


def _row(row: Row, payload: bytes) -> InboxRow:
    return InboxRow(row["id"], row["lane"], row["kind"], payload, row["attempts"], row["not_before"])


async def insert_inbox(
    tx: Transaction, dedupe: str, lane: int, kind: str, payload: bytes, now: datetime
) -> bool:
    """Keep what happened, sealed; False when it was kept before."""
    sealed = tx.sealer.seal(payload)
    return await tx.run(_INSERT, dedupe=dedupe, lane=lane, kind=kind, payload=sealed, now=kept(now)) == 1


async def list_waiting(tx: Transaction, after: int, most: int) -> list[InboxRow]:
    """What waits with an id above `after`, oldest first, unsealed."""
    rows = await tx.all(_LIST_WAITING, after=after, most=most)
    return [_row(row, tx.sealer.unseal(row["payload"])) for row in rows]


async def finish_inbox(tx: Transaction, row_id: int, now: datetime) -> bool:
    """Mark it done and blank its payload; False when another process was first."""
    return await tx.run(_FINISH, id=row_id, now=kept(now)) == 1


async def fail_inbox(tx: Transaction, row_id: int, attempts: int, again_at: datetime) -> None:
    await tx.run(_FAIL, id=row_id, attempts=attempts, not_before=kept(again_at))


async def set_aside(tx: Transaction, row_id: int, attempts: int, now: datetime) -> None:
    """Keep it, still sealed, for a person to look at."""
    await tx.run(_SET_ASIDE, id=row_id, attempts=attempts, now=kept(now))


async def forget_done(tx: Transaction, now: datetime) -> int:
    """Forget the dedupe keys of what was done a week ago; how many."""
    return await tx.run(_FORGET, before=kept(now - KEEP_DEDUPE))


async def count_waiting(tx: Transaction) -> tuple[int, int | None]:
    """(how many wait, since when the oldest does in microseconds)."""
    row = await tx.one(_COUNT)
    return (row["rows"], row["oldest"]) if row else (0, None)


async def erase_lane(tx: Transaction, lane: int, *, but: int) -> None:
    """Erase what still waits or was set aside of a chat, except the row that is being handled."""
    await tx.run(_ERASE_LANE, lane=lane, but=but)
