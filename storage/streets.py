"""Streets that staff have placed in a wijk; what was removed stays, and no longer counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.domain.city import WijkId
from bot.domain.people import StaffId
from bot.domain.places import LearnedStreet, StreetId
from storage.database import Row, Transaction
from storage.times import kept

_VERSION: Final = "SELECT COALESCE(MAX(id), 0) AS newest, COUNT(removed_at) AS removed FROM streets"
_LIST: Final = "SELECT id, name, wijk, staff_id FROM streets WHERE removed_at IS NULL ORDER BY name, wijk"
_FIND: Final = "SELECT id, name, wijk, staff_id FROM streets WHERE id = :id AND removed_at IS NULL"
_INSERT: Final = """
INSERT INTO streets (name, wijk, staff_id, created_at) VALUES (:name, :wijk, :staff, :now)
ON CONFLICT (name, wijk) WHERE removed_at IS NULL DO NOTHING
"""
_FIND_NAMED: Final = """
SELECT id, name, wijk, staff_id FROM streets WHERE name = :name AND wijk = :wijk AND removed_at IS NULL
"""
_REMOVE: Final = """
UPDATE streets SET removed_at = :now, removed_by = :staff WHERE id = :id AND removed_at IS NULL
"""


@dataclass(frozen=True, slots=True)
class StreetsVersion:
    """Rows are added or marked once, so these two tell every state from every other."""

    newest: int
    removed: int


async def find_version(tx: Transaction) -> StreetsVersion:
    row = await tx.one(_VERSION)
    return StreetsVersion(row["newest"], row["removed"]) if row else StreetsVersion(0, 0)


async def list_streets(tx: Transaction) -> Sequence[LearnedStreet]:
    """All that count, by name."""
    return [_street(row) for row in await tx.all(_LIST)]


async def find_street(tx: Transaction, street: StreetId) -> LearnedStreet | None:
    """One that counts."""
    row = await tx.one(_FIND, id=street)
    return _street(row) if row else None


async def insert_street(
    tx: Transaction, name: str, wijk: WijkId, *, staff: StaffId, now: datetime
) -> LearnedStreet:
    """Keep it once: a second time gives the first."""
    await tx.run(_INSERT, name=name, wijk=wijk, staff=staff, now=kept(now))
    row = await tx.one(_FIND_NAMED, name=name, wijk=wijk)
    if row is None:
        raise LookupError("a street that was just kept is gone")
    return _street(row)


async def remove_street(tx: Transaction, street: StreetId, *, staff: StaffId, now: datetime) -> None:
    await tx.run(_REMOVE, id=street, staff=staff, now=kept(now))


def _street(row: Row) -> LearnedStreet:
    return LearnedStreet(StreetId(row["id"]), row["name"], WijkId(row["wijk"]), StaffId(row["staff_id"]))
