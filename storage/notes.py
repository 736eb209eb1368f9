"""Notes of staff: those in a sensitive case are sealed; those of an organisation with a key of its own."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from bot.domain.cases import Case, CaseId
from bot.domain.people import StaffId, StaffMember
from storage.database import Row, Transaction
from storage.sealing import Sealer
from storage.times import kept, told

_INSERT: Final = """
INSERT INTO notes (case_id, staff_id, organisation, text, sealed, created_at)
VALUES (:case, :staff, :organisation, :text, :sealed, :now) RETURNING id
"""
_LIST: Final = """
SELECT staff_id, organisation, text, sealed, created_at FROM notes WHERE case_id = :case ORDER BY id
"""


async def insert_note(tx: Transaction, case: Case, text: str, *, by: StaffMember, now: datetime) -> int:
    """Keep it; that of an organisation is sealed for it alone."""
    sealer = _sealer(tx, by.organisation) if by.organisation or case.sensitive else None
    return await tx.insert(
        _INSERT,
        case=case.id,
        staff=by.id,
        organisation=by.organisation,
        text="" if sealer else text,
        sealed=sealer.seal(text.encode()) if sealer else None,
        now=kept(now),
    )


async def list_notes(
    tx: Transaction, case: CaseId, readable: Callable[[str | None], bool]
) -> list[tuple[StaffId | None, str, datetime]]:
    """(by whom, text, when), oldest first; of organisations whose notes are `readable` alone."""
    rows = [row for row in await tx.all(_LIST, case=case) if readable(row["organisation"])]
    return [(row["staff_id"], _text(tx, row), told(row["created_at"])) for row in rows]


def _text(tx: Transaction, row: Row) -> str:
    if row["sealed"] is None:
        return str(row["text"])
    return _sealer(tx, row["organisation"]).unseal(row["sealed"]).decode()


def _sealer(tx: Transaction, organisation: str | None) -> Sealer:
    return tx.sealer.apart(organisation) if organisation else tx.sealer
