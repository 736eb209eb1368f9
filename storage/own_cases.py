"""Own cases: those of one person, what goes on apart from what is over, in slices."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.domain.cases import Case
from bot.domain.people import PersonId
from storage.cases import case_told
from storage.database import Transaction
from storage.times import kept

# What is open, and what was closed lately; or all that is older than that.
_CURRENT: Final = """
FROM cases WHERE resident_id = :resident AND status <> 'withdrawn'
    AND (status <> 'handled' OR COALESCE(handled_at, 0) >= :since)
"""
_OLDER: Final = """
FROM cases WHERE resident_id = :resident
    AND (status = 'withdrawn' OR (status = 'handled' AND COALESCE(handled_at, 0) < :since))
"""
_COUNT_OWN = {False: f"SELECT COUNT(*) AS n {_CURRENT}", True: f"SELECT COUNT(*) AS n {_OLDER}"}
_PAGE_OF_OWN = {
    False: f"SELECT * {_CURRENT} ORDER BY id DESC LIMIT :most OFFSET :skipped",
    True: f"SELECT * {_OLDER} ORDER BY id DESC LIMIT :most OFFSET :skipped",
}


async def count_own_cases(tx: Transaction, resident: PersonId, since: datetime, *, older: bool) -> int:
    """What is open or was closed since then; or how many are `older`."""
    row = await tx.one(_COUNT_OWN[older], resident=resident, since=kept(since))
    return row["n"] if row else 0


@dataclass(frozen=True, slots=True)
class Slice:
    """So many rows, after so many that are skipped."""

    most: int
    skipped: int = 0


async def list_own_cases(
    tx: Transaction, resident: PersonId, since: datetime, part: Slice, *, older: bool
) -> list[Case]:
    """Newest first, a slice of them."""
    rows = await tx.all(
        _PAGE_OF_OWN[older], resident=resident, since=kept(since), most=part.most, skipped=part.skipped
    )
    return [case_told(row) for row in rows]
