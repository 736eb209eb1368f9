"""What one wijk's month was, read as rows that only count: no word of anybody, and of people only that they differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from storage.database import Row, Transaction
from storage.times import kept

_OPENED: Final = """
SELECT c.* FROM cases c
WHERE c.wijk = :wijk AND c.created_at >= :since AND c.created_at < :until AND c.status <> 'withdrawn'
"""
_CLOSED: Final = """
SELECT c.* FROM cases c
WHERE c.wijk = :wijk AND EXISTS (
    SELECT 1 FROM history h
    WHERE h.case_id = c.id AND h.act = 'closed' AND h.created_at >= :since AND h.created_at < :until
)
"""
_AGAIN: Final = """
SELECT c.* FROM occurrences o JOIN cases c ON c.id = o.case_id
WHERE c.wijk = :wijk AND o.created_at >= :since AND o.created_at < :until AND o.undone_at IS NULL
"""
_WAITING: Final = """
SELECT c.*, p.partner FROM cases c LEFT JOIN passings p ON p.case_id = c.id AND p.ended_at IS NULL
WHERE c.wijk = :wijk AND c.status = 'passed-on' AND c.alias <> ''
"""


@dataclass(frozen=True, slots=True)
class Counted:
    """One case, or one time that something happened again. `reporter` is empty for what nobody reported."""

    case: int
    kind: str
    category: str | None
    is_sensitive: bool
    place: str
    reporter: str


async def list_opened(tx: Transaction, wijk: str, since: datetime, until: datetime) -> Sequence[Counted]:
    """Cases that came in that time and were not taken back."""
    return await _list(tx, _OPENED, wijk, since, until)


async def list_closed(tx: Transaction, wijk: str, since: datetime, until: datetime) -> Sequence[Counted]:
    return await _list(tx, _CLOSED, wijk, since, until)


async def list_again(tx: Transaction, wijk: str, since: datetime, until: datetime) -> Sequence[Counted]:
    return await _list(tx, _AGAIN, wijk, since, until)


async def list_waiting_for_partner(tx: Transaction, wijk: str) -> Sequence[tuple[str, Counted]]:
    """(partner, case) of what is with a partner now; the partner is empty where none is known."""
    return [(row["partner"] or "", _counted(row)) for row in await tx.all(_WAITING, wijk=wijk)]


async def _list(tx: Transaction, sql: str, wijk: str, since: datetime, until: datetime) -> Sequence[Counted]:
    rows = await tx.all(sql, wijk=wijk, since=kept(since), until=kept(until))
    return [_counted(row) for row in rows]


def _counted(row: Row) -> Counted:
    return Counted(
        row["id"], row["kind"], row["category"], bool(row["sensitive"]), row["place"], _reporter(row)
    )


def _reporter(row: Row) -> str:
    """Whom one contact worker spoke for count as one: they may be the same person."""
    if row["origin"] == "behalf":
        return f"for {row['opened_by']}"
    return f"person {row['resident_id']}" if row["resident_id"] is not None else ""
