"""What must happen later: a row with its time in UTC and the local time it was meant for."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.database import Row, Transaction
from storage.times import kept, told

_SET = """
INSERT INTO due (key, due_at, meant_for, kind, lane, detail, valid_until)
VALUES (:key, :due_at, :meant_for, :kind, :lane, :detail, :valid_until)
ON CONFLICT (key) DO UPDATE SET due_at = excluded.due_at, meant_for = excluded.meant_for,
    detail = excluded.detail, valid_until = excluded.valid_until
"""
_LIST = "SELECT * FROM due WHERE due_at <= :now ORDER BY due_at, id LIMIT :most"
_NEXT = "SELECT MIN(due_at) AS next FROM due"
_BRING_FORWARD = "UPDATE due SET due_at = due_at - :back WHERE due_at > :after AND due_at <= :until"
_IS_DUE = "SELECT 1 FROM due WHERE key = :key"
_ERASE = "DELETE FROM due WHERE key = :key"
_ERASE_ID = "DELETE FROM due WHERE id = :id"


@dataclass(frozen=True, slots=True)
class DueRow:
    """`detail` is JSON; `valid_until` None means that it is never too late."""

    id: int
    key: str
    due_at: datetime
    kind: str
    lane: int
    detail: str
    valid_until: datetime | None


def _row(row: Row) -> DueRow:
    until = row["valid_until"]
    return DueRow(
        row["id"],
        row["key"],
        told(row["due_at"]),
        row["kind"],
        row["lane"],
        row["detail"],
        None if until is None else told(until),
    )


async def set_due(tx: Transaction, due: DueRow, meant_for: str) -> None:
    """Keep it under its key; the same key again moves it. `meant_for` is the local time in words of ISO 8601."""
    await tx.run(
        _SET,
        key=due.key,
        due_at=kept(due.due_at),
        meant_for=meant_for,
        kind=due.kind,
        lane=due.lane,
        detail=due.detail,
        valid_until=kept(due.valid_until),
    )


async def list_due(tx: Transaction, now: datetime, most: int) -> list[DueRow]:
    """What has come due, earliest first."""
    return [_row(row) for row in await tx.all(_LIST, now=kept(now), most=most)]


async def find_next_due(tx: Transaction) -> datetime | None:
    row = await tx.one(_NEXT)
    return told(row["next"]) if row and row["next"] is not None else None


async def bring_forward(tx: Transaction, back: timedelta, *, after: datetime, until: datetime) -> int:
    """Let what was to happen between the two happen so much earlier; how many rows."""
    by = back // timedelta(microseconds=1)
    return await tx.run(_BRING_FORWARD, back=by, after=kept(after), until=kept(until))


async def erase_due(tx: Transaction, key: str) -> bool:
    """Cancel; False when it was not there."""
    return await tx.run(_ERASE, key=key) == 1


async def erase_due_row(tx: Transaction, row_id: int) -> None:
    await tx.run(_ERASE_ID, id=row_id)


async def is_due(tx: Transaction, key: str) -> bool:
    return await tx.one(_IS_DUE, key=key) is not None
