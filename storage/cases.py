"""Cases: one row each; numbers are drawn until one is free and never come back."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import orjson

from bot.domain.cases import (
    MOST_NUMBER_DIGITS,
    NUMBER_DIGITS,
    Case,
    CaseId,
    CaseKind,
    CaseNumber,
    Closing,
    Origin,
    Spot,
    Status,
    draw_number,
)
from bot.domain.people import PersonId, StaffId
from bot.domain.permissions import Reach
from storage.database import Row, Transaction
from storage.times import kept, told

# So often in a row a number was given already before a longer one is drawn: with half of all numbers given, one case
# in a thousand gets a longer one.
_DRAWS: Final = 10

_INSERT = """
INSERT INTO cases (number, alias, resident_id, kind, category, wijk, place, lat, lon, status, urgent, sensitive,
    due_on, talk, origin, opened_by, reopened, created_at)
VALUES (:number, :alias, :resident, :kind, :category, :wijk, :place, :lat, :lon, :status, :urgent, :sensitive,
    :due_on, :talk, :origin, :opened_by, 0, :now)
ON CONFLICT (number) DO NOTHING RETURNING id
"""
_FIND = "SELECT * FROM cases WHERE id = :id"
_FIND_BY_NUMBER = "SELECT * FROM cases WHERE number = :number"
_LIST_OF_RESIDENT = "SELECT * FROM cases WHERE resident_id = :resident ORDER BY id DESC LIMIT :most"
# What goes with another case waits with that.
_LIST_OPEN = """
SELECT * FROM cases WHERE status NOT IN ('handled', 'withdrawn') AND twin_of IS NULL ORDER BY urgent DESC, id
"""
_LIST_OPEN_OF_OWNER = "SELECT * FROM cases WHERE owner_id = :owner AND status NOT IN ('handled', 'withdrawn') AND twin_of IS NULL ORDER BY id"
# What waits for somebody at the desk: the own cases, those of nobody and those that are late, within reach.
# The length is asked for, and not the text: SQLite would look through all cases by the index of aliases.
WAITING: Final = """
FROM cases WHERE status NOT IN ('handled', 'withdrawn') AND LENGTH(alias) > 0 AND twin_of IS NULL AND (owner_id = :staff OR (
    (owner_id IS NULL OR due_on < :late_before) AND (:sensitive = 1 OR sensitive = 0)
    AND (:everywhere = 1 OR :wijken LIKE '%|' || wijk || '|%')
))
"""
# Those that are late were due first, so that the day says it all.
_PRESSING: Final = "urgent DESC, COALESCE(due_on, '9999'), id"
_LIST_WAITING_OWN_FIRST = f"""
SELECT * {WAITING} ORDER BY CASE WHEN owner_id = :staff THEN 0 ELSE 1 END, {_PRESSING} LIMIT :most
"""
_SET_STATUS = """
UPDATE cases SET status = :status, handled_at = :handled_at, outcome = :outcome, reopened = :reopened WHERE id = :id
"""
# What goes with a case is in the hands of who has that.
_SET_OWNER = "UPDATE cases SET owner_id = :owner WHERE id = :id OR twin_of = :id"
_SET_URGENT = "UPDATE cases SET urgent = 1 WHERE id = :id"
_SET_WIJK = "UPDATE cases SET wijk = :wijk WHERE id = :id"
_SET_CATEGORY = "UPDATE cases SET category = :category, sensitive = :sensitive WHERE id = :id"
_SET_REFERENCE = "UPDATE cases SET reference = :reference WHERE id = :id"
_SET_DUE = "UPDATE cases SET due_on = :due_on, promised_on = NULL WHERE id = :id"
_SET_PROMISED = "UPDATE cases SET promised_on = :promised_on WHERE id = :id"
_ERASE_CONTENT = """
UPDATE cases SET resident_id = NULL, alias = '', place = '', lat = NULL, lon = NULL, reference = '', erased_at = :now
WHERE id = :id
"""
_CUT_RESIDENT = "UPDATE cases SET resident_id = NULL, reference = '' WHERE id = :id"
_HISTORY = """
INSERT INTO history (case_id, act, staff_id, detail, created_at) VALUES (:case, :act, :staff, :detail, :now)
"""
_LIST_HISTORY = "SELECT act, staff_id, detail, created_at FROM history WHERE case_id = :case ORDER BY id"


def case_told(row: Row) -> Case:
    """A whole row of cases."""
    return Case(
        id=CaseId(row["id"]),
        number=CaseNumber(row["number"]),
        alias=row["alias"],
        kind=CaseKind(row["kind"]),
        status=Status(row["status"]),
        created_at=told(row["created_at"]),
        resident=row["resident_id"],
        category=row["category"],
        wijk=row["wijk"],
        place=row["place"],
        spot=None if row["lat"] is None else Spot(row["lat"], row["lon"]),
        urgent=bool(row["urgent"]),
        sensitive=bool(row["sensitive"]),
        owner=row["owner_id"],
        due_on=date.fromisoformat(row["due_on"]) if row["due_on"] else None,
        outcome=Closing(row["outcome"]) if row["outcome"] else None,
        reopened=row["reopened"],
        promised_on=date.fromisoformat(row["promised_on"]) if row["promised_on"] else None,
        talk=bool(row["talk"]),
        twin_of=row["twin_of"],
        origin=Origin(row["origin"]),
        opened_by=row["opened_by"],
        reference=row["reference"],
    )


async def insert_case(tx: Transaction, case: Case) -> Case:
    """Keep a new case under a free number; its own id and number are drawn here and returned."""
    for digits in range(NUMBER_DIGITS, MOST_NUMBER_DIGITS + 1):
        for _ in range(_DRAWS):
            if row := await tx.one(_INSERT, **_kept(case), number=draw_number(digits)):
                return await get_case(tx, CaseId(row["id"]))
    raise sqlite3.IntegrityError("no free case number was found")


def _kept(case: Case) -> dict[str, Any]:
    return {
        "alias": case.alias,
        "resident": case.resident,
        "kind": case.kind.value,
        "category": case.category,
        "wijk": case.wijk,
        "place": case.place,
        "lat": case.spot and case.spot.lat,
        "lon": case.spot and case.spot.lon,
        "status": case.status.value,
        "urgent": int(case.urgent),
        "sensitive": int(case.sensitive),
        "due_on": case.due_on and case.due_on.isoformat(),
        "talk": int(case.talk),
        "origin": case.origin.value,
        "opened_by": case.opened_by,
        "now": kept(case.created_at),
    }


async def get_case(tx: Transaction, case: CaseId) -> Case:
    """Raise LookupError when there is none: only for ids that came from this database."""
    found = await find_case(tx, case)
    if found is None:
        raise LookupError("a case that must exist does not")
    return found


async def find_case(tx: Transaction, case: CaseId) -> Case | None:
    row = await tx.one(_FIND, id=case)
    return case_told(row) if row else None


async def find_case_by_number(tx: Transaction, number: str) -> Case | None:
    row = await tx.one(_FIND_BY_NUMBER, number=number)
    return case_told(row) if row else None


async def list_cases_of_resident(tx: Transaction, resident: PersonId, most: int) -> list[Case]:
    """Newest first."""
    return [case_told(row) for row in await tx.all(_LIST_OF_RESIDENT, resident=resident, most=most)]


async def list_open_cases(tx: Transaction) -> list[Case]:
    """Every case that waits for somebody, urgent ones first, then oldest first."""
    return [case_told(row) for row in await tx.all(_LIST_OPEN)]


async def list_open_cases_of_owner(tx: Transaction, owner: StaffId) -> list[Case]:
    return [case_told(row) for row in await tx.all(_LIST_OPEN_OF_OWNER, owner=owner)]


@dataclass(frozen=True, slots=True)
class Waits:
    """What waits for this member of the staff; `late_before`: of others also what was due before that day."""

    staff: StaffId
    reach: Reach
    late_before: date | None

    @property
    def values(self) -> dict[str, Any]:
        wijken = self.reach.wijken
        return {
            "staff": self.staff,
            "late_before": self.late_before.isoformat() if self.late_before else "",
            "sensitive": int(self.reach.sensitive),
            "everywhere": int(wijken is None),
            "wijken": f"|{'|'.join(wijken or ())}|",
        }


async def list_waiting_own_first(tx: Transaction, waits: Waits, most: int) -> list[Case]:
    """What is in the own hands first; then urgent ones, then by the day they are due, then by age."""
    return [case_told(row) for row in await tx.all(_LIST_WAITING_OWN_FIRST, **waits.values, most=most)]


async def set_status(
    tx: Transaction, case: Case, status: Status, *, now: datetime, outcome: Closing | None = None
) -> Case:
    """Move the case and return it as it is then; a reopening is counted. The arrow itself is checked by services."""
    await tx.run(
        _SET_STATUS,
        id=case.id,
        status=status.value,
        handled_at=kept(now) if status is Status.HANDLED else None,
        outcome=outcome and outcome.value,
        reopened=case.reopened + (status is Status.REOPENED),
    )
    return await get_case(tx, case.id)


async def set_owner(tx: Transaction, case: CaseId, owner: StaffId | None) -> None:
    await tx.run(_SET_OWNER, id=case, owner=owner)


async def set_urgent(tx: Transaction, case: CaseId) -> None:
    await tx.run(_SET_URGENT, id=case)


async def set_wijk(tx: Transaction, case: CaseId, wijk: str) -> None:
    await tx.run(_SET_WIJK, id=case, wijk=wijk)


async def set_category(tx: Transaction, case: CaseId, category: str, *, sensitive: bool) -> None:
    await tx.run(_SET_CATEGORY, id=case, category=category, sensitive=int(sensitive))


async def set_reference(tx: Transaction, case: CaseId, reference: str) -> None:
    """What the city's own system calls it; empty for nothing."""
    await tx.run(_SET_REFERENCE, id=case, reference=reference)


async def set_due_on(tx: Transaction, case: CaseId, due_on: date) -> None:
    """A new day; what was promised of the one before counts no more."""
    await tx.run(_SET_DUE, id=case, due_on=due_on.isoformat())


async def set_promised_on(tx: Transaction, case: CaseId, promised_on: date) -> None:
    await tx.run(_SET_PROMISED, id=case, promised_on=promised_on.isoformat())


async def erase_case_content(tx: Transaction, case: CaseId, now: datetime) -> None:
    """Cut the case from its resident and empty its place; what is left only counts."""
    await tx.run(_ERASE_CONTENT, id=case, now=kept(now))


async def cut_resident(tx: Transaction, case: CaseId) -> None:
    """Cut the case from its resident; what was said in it stays."""
    await tx.run(_CUT_RESIDENT, id=case)


async def insert_history(
    tx: Transaction,
    case: CaseId,
    act: str,
    *,
    by: StaffId | None,
    now: datetime,
    detail: Mapping[str, str] | None = None,
) -> None:
    """Append what was done; `detail` never holds words of a person."""
    await tx.run(
        _HISTORY,
        case=case,
        act=act,
        staff=by,
        detail=orjson.dumps(dict(detail or {})).decode(),
        now=kept(now),
    )


async def list_history(
    tx: Transaction, case: CaseId
) -> list[tuple[str, StaffId | None, dict[str, str], datetime]]:
    """(act, by whom, detail, when), oldest first."""
    rows = await tx.all(_LIST_HISTORY, case=case)
    return [(r["act"], r["staff_id"], orjson.loads(r["detail"]), told(r["created_at"])) for r in rows]
