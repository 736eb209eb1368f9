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
_INSERT_ASIDE = """
INSERT INTO inbox (dedupe, lane, kind, payload, state, attempts, not_before, created_at, ended_at)
VALUES (:dedupe, 0, 'unreadable', :payload, 'aside', 0, 0, :now, :now)
ON CONFLICT (dedupe) DO NOTHING
"""
_LIST_WAITING = """
SELECT id, lane, kind, payload, attempts FROM inbox
WHERE state = 'waiting' AND id > :after ORDER BY id LIMIT :most
"""
_LIST_WAITING_IN = """
SELECT id, lane, kind, payload, attempts FROM inbox
WHERE state = 'waiting' AND lane = :lane AND id BETWEEN :first AND :last ORDER BY id LIMIT :most
"""
_FIND_PAYLOAD = "SELECT payload FROM inbox WHERE id = :id AND state = 'waiting'"
_FINISH = """
UPDATE inbox SET state = 'done', payload = NULL, ended_at = :now WHERE id = :id AND state = 'waiting'
"""
_FAIL = "UPDATE inbox SET attempts = :attempts, not_before = :not_before WHERE id = :id"
_SET_ASIDE = "UPDATE inbox SET state = 'aside', attempts = :attempts, ended_at = :now WHERE id = :id"
_FORGET = "DELETE FROM inbox WHERE state = 'done' AND ended_at < :before"
_FREE_KEYS = """
UPDATE inbox SET dedupe = 'aside:' || CAST(id AS TEXT)
WHERE state = 'aside' AND ended_at < :before AND dedupe <> 'aside:' || CAST(id AS TEXT)
"""


@dataclass(slots=True)
class InboxRow:
    """One thing that happened in one lane. `lane` is a chat id, or 0 for what belongs to no chat.

    `sealed` is None until its turn where too much waits to hold all of it.
    """

    id: int
    lane: int
    kind: str
    sealed: bytes | None
    attempts: int


async def insert_inbox(
    tx: Transaction, dedupe: str, lane: int, kind: str, payload: bytes, now: datetime
) -> bool:
    """Keep what happened, sealed; False when it was kept before."""
    sealed = tx.sealer.seal(payload)
    return await tx.run(_INSERT, dedupe=dedupe, lane=lane, kind=kind, payload=sealed, now=kept(now)) == 1


async def insert_unreadable(tx: Transaction, dedupe: str, told: bytes, now: datetime) -> bool:
    """Keep, sealed and set aside, that something came which nobody can read."""
    return await tx.run(_INSERT_ASIDE, dedupe=dedupe, payload=tx.sealer.seal(told), now=kept(now)) == 1


async def list_waiting(tx: Transaction, after: int, most: int, *, whole: bool) -> list[InboxRow]:
    """What waits with an id above `after`, oldest first; `whole` with what it holds."""
    rows = await tx.all(_LIST_WAITING, after=after, most=most)
    return [_inbox_row(row, whole=whole) for row in rows]


async def list_waiting_in(
    tx: Transaction, lane: int, ids: tuple[int, int], most: int, *, whole: bool
) -> list[InboxRow]:
    """What waits in one lane with an id from the first to the last of `ids`, as list_waiting()."""
    rows = await tx.all(_LIST_WAITING_IN, lane=lane, first=ids[0], last=ids[1], most=most)
    return [_inbox_row(row, whole=whole) for row in rows]


async def open_payload(tx: Transaction, row: InboxRow) -> bytes | None:
    """What a row holds, unsealed; None when it no longer waits. Raises KeyWrong."""
    sealed = row.sealed
    if sealed is None:
        found = await tx.one(_FIND_PAYLOAD, id=row.id)
        sealed = found["payload"] if found else None
    return None if sealed is None else tx.sealer.unseal(sealed)


def _inbox_row(row: Row, *, whole: bool) -> InboxRow:
    return InboxRow(row["id"], row["lane"], row["kind"], row["payload"] if whole else None, row["attempts"])


async def finish_inbox(tx: Transaction, row_id: int, now: datetime) -> bool:
    """Mark it done and blank its payload; False when another process was first."""
    return await tx.run(_FINISH, id=row_id, now=kept(now)) == 1


async def fail_inbox(tx: Transaction, row_id: int, attempts: int, again_at: datetime) -> None:
    await tx.run(_FAIL, id=row_id, attempts=attempts, not_before=kept(again_at))


async def set_aside(tx: Transaction, row_id: int, attempts: int, now: datetime) -> None:
    """Keep it, still sealed, for a person to look at."""
    await tx.run(_SET_ASIDE, id=row_id, attempts=attempts, now=kept(now))


async def forget_done(tx: Transaction, now: datetime) -> int:
    """Forget what was done a week ago, and the dedupe keys of what was set aside then; how many were forgotten."""
    before = kept(now - KEEP_DEDUPE)
    # Ids may start anew: another update must not be taken for one that was set aside long ago.
    await tx.run(_FREE_KEYS, before=before)
    return await tx.run(_FORGET, before=before)
