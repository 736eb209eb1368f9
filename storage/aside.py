"""What was set aside for a person: what could not be handled, or not even read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from storage.database import Transaction
from storage.times import kept, told

UNREADABLE: Final = "unreadable"

_LIST = "SELECT id, kind, attempts, ended_at FROM inbox WHERE state = 'aside' ORDER BY ended_at, id"
_TAKE = f"""
DELETE FROM inbox WHERE id = :id AND state = 'aside' AND kind <> '{UNREADABLE}' RETURNING dedupe, lane, kind, payload
"""  # noqa: S608 - nothing but a constant
_LAY_BACK = """
INSERT INTO inbox (dedupe, lane, kind, payload, state, attempts, not_before, created_at)
VALUES (:dedupe, :lane, :kind, :payload, 'waiting', 0, 0, :now)
"""


@dataclass(frozen=True, slots=True)
class AsideRow:
    """As much of it as an operator may see: nothing of who wrote, or what. `attempts` 0: it was never tried."""

    id: int
    kind: str
    attempts: int
    since: datetime


async def list_aside(tx: Transaction) -> Sequence[AsideRow]:
    """Oldest first."""
    rows = await tx.all(_LIST)
    return [AsideRow(row["id"], row["kind"], row["attempts"], told(row["ended_at"])) for row in rows]


async def lay_back(tx: Transaction, row_id: int, now: datetime) -> bool:
    """Let it wait again, still sealed; False when it is not set aside, or cannot be read.

    It gets an id anew, for a bot that runs looks no more at those it has seen.
    """
    row = await tx.one(_TAKE, id=row_id)
    if row is None:
        return False
    values = {name: row[name] for name in ("dedupe", "lane", "kind", "payload")}
    await tx.run(_LAY_BACK, **values, now=kept(now))
    return True
