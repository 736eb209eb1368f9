"""Absences of staff, now or to come; and which cases a colleague has in the meantime."""

from datetime import date, datetime
from typing import Final

from bot.domain.absences import Absence
from bot.domain.cases import CaseId
from bot.domain.people import StaffId
from storage.database import Row, Transaction
from storage.times import kept

_COLUMNS: Final = "SELECT staff_id, from_on, until_on, substitute_id, began FROM absences"
_FIND: Final = f"{_COLUMNS} WHERE staff_id = :staff"
_LIST: Final = f"{_COLUMNS} ORDER BY from_on, staff_id"
_SET: Final = """
INSERT INTO absences (staff_id, from_on, until_on, substitute_id, began, created_at)
VALUES (:staff, :from_on, :until_on, :substitute, :began, :now)
ON CONFLICT (staff_id) DO UPDATE SET from_on = excluded.from_on, until_on = excluded.until_on,
    substitute_id = excluded.substitute_id, began = excluded.began
"""
_ERASE: Final = "DELETE FROM absences WHERE staff_id = :staff"
_FORGET_SUBSTITUTE: Final = "UPDATE absences SET substitute_id = NULL WHERE substitute_id = :staff"
_LEND: Final = """
INSERT INTO lent_cases (case_id, staff_id, substitute_id) VALUES (:case, :staff, :substitute)
ON CONFLICT (case_id) DO UPDATE SET substitute_id = excluded.substitute_id
"""
_LIST_LENT: Final = "SELECT case_id, substitute_id FROM lent_cases WHERE staff_id = :staff ORDER BY case_id"
_ERASE_LENT: Final = "DELETE FROM lent_cases WHERE staff_id = :staff"
_ERASE_LENT_VOICES: Final = "DELETE FROM lent_voices WHERE staff_id = :staff"


def _absence(row: Row) -> Absence:
    return Absence(
        staff=StaffId(row["staff_id"]),
        from_on=date.fromisoformat(row["from_on"]),
        until_on=date.fromisoformat(row["until_on"]),
        substitute=row["substitute_id"],
        began=bool(row["began"]),
    )


async def find_absence(tx: Transaction, staff: StaffId) -> Absence | None:
    row = await tx.one(_FIND, staff=staff)
    return _absence(row) if row else None


async def list_absences(tx: Transaction) -> list[Absence]:
    """Those that go on and those to come, earliest first."""
    return [_absence(row) for row in await tx.all(_LIST)]


async def set_absence(tx: Transaction, absence: Absence, now: datetime) -> None:
    """Keep it in the place of one that there was."""
    await tx.run(
        _SET,
        staff=absence.staff,
        from_on=absence.from_on.isoformat(),
        until_on=absence.until_on.isoformat(),
        substitute=absence.substitute,
        began=int(absence.began),
        now=kept(now),
    )


async def erase_absence(tx: Transaction, staff: StaffId) -> None:
    """It is over, and with it what was lent."""
    await tx.run(_ERASE, staff=staff)
    await tx.run(_ERASE_LENT, staff=staff)
    await tx.run(_ERASE_LENT_VOICES, staff=staff)


async def forget_substitute(tx: Transaction, staff: StaffId) -> None:
    """Nobody has this colleague as a substitute any more."""
    await tx.run(_FORGET_SUBSTITUTE, staff=staff)


async def lend_case(tx: Transaction, case: CaseId, staff: StaffId, substitute: StaffId | None) -> None:
    """Note whose case it is while somebody else has it, or nobody; lent on by a substitute it stays the first one's."""
    await tx.run(_LEND, case=case, staff=staff, substitute=substitute)


async def list_lent(tx: Transaction, staff: StaffId) -> list[tuple[CaseId, StaffId | None]]:
    """(case, to whom it went)."""
    rows = await tx.all(_LIST_LENT, staff=staff)
    return [(CaseId(row["case_id"]), row["substitute_id"]) for row in rows]
