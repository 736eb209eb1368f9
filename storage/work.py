"""What waits at the desk: counted for each reason in one statement, and listed a page at a time in another."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from bot.domain.cases import Case
from bot.domain.people import Role, StaffId
from bot.domain.work import Counts, Pressing, Wanted
from storage.cases import WAITING, Waits, case_told
from storage.database import Transaction

# What each reason is, as bot.domain.work says it.
_IS: Final[Mapping[Pressing, str]] = {
    Pressing.URGENT: "urgent = 1",
    Pressing.LATE: "COALESCE(due_on < :today, false)",
    Pressing.REOPENED: "status = 'reopened'",
    Pressing.TODAY: "COALESCE(due_on = :today, false)",
    Pressing.NEW: "status = 'received'",
}
_PLACE: Final = "".join(f"WHEN {rule} THEN {at} " for at, rule in enumerate(_IS.values()))
# The first reason that there is, as a number, so that the most pressing comes first.
_FIRST: Final = f"CASE {_PLACE}ELSE {len(_IS)} END"
# Nothing that is asked for in particular is kept as an empty text.
_OF: Final = """
AND (CAST(:wijk AS TEXT) = '' OR COALESCE(wijk, '-') = CAST(:wijk AS TEXT))
AND (CAST(:category AS TEXT) = '' OR COALESCE(category, '-') = CAST(:category AS TEXT))
AND (CAST(:kind AS TEXT) = '' OR kind = CAST(:kind AS TEXT))
"""
_BECAUSE: Final = "".join(
    f"WHEN CAST(:reason AS TEXT) = '{reason.value}' THEN {rule} " for reason, rule in _IS.items()
)
_FOR: Final = f"AND CASE {_BECAUSE}WHEN CAST(:reason AS TEXT) = '' THEN true ELSE {_FIRST} = {len(_IS)} END"
_SUMS: Final = ", ".join(
    f'COALESCE(SUM(CASE WHEN {rule} THEN 1 ELSE 0 END), 0) AS "{reason.value}"'
    for reason, rule in ({**_IS, Pressing.GOING_ON: f"{_FIRST} = {len(_IS)}"}).items()
)
_COUNT: Final = f'SELECT COUNT(*) AS "all", {_SUMS} {WAITING} {_OF}'
OWNER_ROLE: Final = "(SELECT s.role FROM staff s WHERE s.id = cases.owner_id AND s.person_id IS NOT NULL)"
_LIST: Final = f"""
SELECT cases.*, {OWNER_ROLE} AS owner_role {WAITING} {_OF} {_FOR}
ORDER BY {_FIRST}, COALESCE(due_on, '9999'), id LIMIT :most OFFSET :skipped
"""
_COUNT_EACH: Final = {
    what: f"SELECT COALESCE({what}, '-') AS name, COUNT(*) AS n {WAITING} {_OF} {_FOR} GROUP BY 1 ORDER BY n DESC, 1"
    for what in ("wijk", "category", "kind")
}
_LOADS: Final = """
SELECT CASE WHEN EXISTS (SELECT 1 FROM staff s WHERE s.id = owner_id AND s.person_id IS NOT NULL) THEN owner_id END
        AS owner, COUNT(*) AS n,
    COALESCE(SUM(CASE WHEN due_on < :today THEN 1 ELSE 0 END), 0) AS late,
    COALESCE(SUM(CASE WHEN wijk IS NULL THEN 1 ELSE 0 END), 0) AS nowhere
FROM cases WHERE status NOT IN ('handled', 'withdrawn') AND LENGTH(alias) > 0 AND twin_of IS NULL GROUP BY 1
"""
_LIST_OF: Final = f"""
SELECT cases.*, {OWNER_ROLE} AS owner_role FROM cases
WHERE owner_id = :staff AND status NOT IN ('handled', 'withdrawn') AND LENGTH(alias) > 0
ORDER BY COALESCE(due_on, '9999'), id LIMIT :most OFFSET :skipped
"""  # noqa: S608 - nothing but constants


@dataclass(frozen=True, slots=True)
class Listed:
    """A case as a line of a list; `owner` is the role of who has it, None for nobody."""

    case: Case
    owner: Role | None


def _values(waits: Waits, wanted: Wanted, today: date) -> dict[str, Any]:
    return {
        **waits.values,
        "wijk": wanted.wijk or "",
        "category": wanted.category or "",
        "kind": wanted.kind.value if wanted.kind else "",
        "today": today.isoformat(),
    }


def _reason(wanted: Wanted) -> str:
    return wanted.reason.value if wanted.reason else ""


async def count_work(tx: Transaction, waits: Waits, wanted: Wanted, today: date) -> Counts:
    """How many wait of that wijk, category and kind, whatever the reason; and how many for each."""
    row = await tx.one(_COUNT, **_values(waits, wanted, today))
    each = {reason: int(row[reason.value]) if row else 0 for reason in Pressing}
    return Counts(int(row["all"]) if row else 0, each)


async def list_work(
    tx: Transaction, waits: Waits, wanted: Wanted, today: date, *, most: int, skipped: int = 0
) -> list[Listed]:
    """The most pressing first, then by the day they are due, then by age."""
    values = _values(waits, wanted, today) | {"reason": _reason(wanted)}
    rows = await tx.all(_LIST, **values, most=most, skipped=skipped)
    return [Listed(case_told(row), Role(row["owner_role"]) if row["owner_role"] else None) for row in rows]


async def count_work_by(
    tx: Transaction, waits: Waits, wanted: Wanted, today: date, what: str
) -> Mapping[str, int]:
    """How many wait in each `wijk`, or of each `category` or `kind`, most first; `-` stands for none."""
    values = _values(waits, wanted, today) | {"reason": _reason(wanted)}
    return {row["name"]: row["n"] for row in await tx.all(_COUNT_EACH[what], **values)}


@dataclass(frozen=True, slots=True)
class Loads:
    """What is open in the whole city, and of whom: for each of the staff (open, late)."""

    open: int
    late: int
    nobodys: int
    nowhere: int
    of: Mapping[StaffId, tuple[int, int]]


async def count_loads(tx: Transaction, today: date) -> Loads:
    """In one statement; whose role was taken away has nothing in hand."""
    rows = await tx.all(_LOADS, today=today.isoformat())
    owned = {StaffId(row["owner"]): (row["n"], int(row["late"])) for row in rows if row["owner"] is not None}
    return Loads(
        sum(row["n"] for row in rows),
        sum(int(row["late"]) for row in rows),
        sum(row["n"] for row in rows if row["owner"] is None),
        sum(int(row["nowhere"]) for row in rows),
        owned,
    )


async def list_work_of(tx: Transaction, staff: StaffId, *, most: int, skipped: int = 0) -> list[Listed]:
    """What somebody has in hand, by the day it is due, then by age."""
    rows = await tx.all(_LIST_OF, staff=staff, most=most, skipped=skipped)
    return [Listed(case_told(row), Role(row["owner_role"]) if row["owner_role"] else None) for row in rows]
