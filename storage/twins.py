"""Twins: which case goes with which."""

from datetime import datetime
from typing import Final

from bot.domain.cases import Case, CaseId
from bot.domain.people import StaffId
from storage.cases import case_told
from storage.database import Transaction
from storage.times import kept

_LIST: Final = "SELECT * FROM cases WHERE twin_of = :case ORDER BY id"
_LIST_LIKE: Final = """
SELECT * FROM cases WHERE wijk = :wijk AND status NOT IN ('handled', 'withdrawn') AND category = :category
    AND sensitive = 0 AND kind = 'signal' AND twin_of IS NULL AND alias <> '' AND id <> :id
    AND created_at BETWEEN :since AND :until ORDER BY id LIMIT :most
"""
_SET: Final = "UPDATE cases SET twin_of = :leads, owner_id = :owner WHERE id = :case"
_MOVE: Final = "UPDATE cases SET twin_of = :leads WHERE twin_of = :case AND id <> :leads"


async def list_twins(tx: Transaction, case: CaseId) -> list[Case]:
    """What goes with this case, oldest first."""
    return [case_told(row) for row in await tx.all(_LIST, case=case)]


async def list_cases_like(
    tx: Transaction, case: Case, since: datetime, until: datetime, most: int
) -> list[Case]:
    """Open signals of the same category and wijk that came in that time and go with none."""
    rows = await tx.all(
        _LIST_LIKE,
        wijk=case.wijk,
        category=case.category,
        id=case.id,
        since=kept(since),
        until=kept(until),
        most=most,
    )
    return [case_told(row) for row in rows]


async def set_twin(tx: Transaction, case: CaseId, leads: CaseId | None, owner: StaffId | None) -> None:
    """Let a case go with another, in the hands of who has that; or with none, from then on."""
    await tx.run(_SET, case=case, leads=leads, owner=owner)


async def move_twins(tx: Transaction, case: CaseId, leads: CaseId) -> None:
    """What went with one case goes with another."""
    await tx.run(_MOVE, case=case, leads=leads)
