"""What a contact worker keeps beside cases: links to hand one over, visits, and whether somebody lets them read along."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from bot.domain.cases import Case, CaseId
from bot.domain.people import PersonId, StaffId, StaffMember
from storage.cases import case_told
from storage.database import Transaction
from storage.times import kept

_INSERT_HAND_OVER: Final = """
INSERT INTO hand_overs (token_hash, case_id, staff_id, created_at, expires_at)
VALUES (:token_hash, :case, :staff, :now, :expires_at)
"""
_END_HAND_OVERS: Final = "UPDATE hand_overs SET used_at = :now WHERE case_id = :case AND used_at IS NULL"
_USE_HAND_OVER: Final = """
UPDATE hand_overs SET used_at = :now WHERE token_hash = :token_hash AND used_at IS NULL AND expires_at > :now
RETURNING case_id
"""
_IS_OPEN: Final = (
    "SELECT 1 FROM hand_overs WHERE token_hash = :token_hash AND used_at IS NULL AND expires_at > :now"
)
_ERASE_HAND_OVERS: Final = "DELETE FROM hand_overs WHERE case_id = :case"
_SET_REPORTER: Final = "UPDATE cases SET resident_id = :resident, origin = 'handed-over' WHERE id = :case"
_SET_SPEAKER: Final = "UPDATE cases SET resident_id = :resident, opened_by = :staff WHERE id = :case"
_LIST_BEHALF: Final = "SELECT * FROM cases WHERE opened_by = :staff AND origin = 'behalf' ORDER BY id"
_LEND_VOICE: Final = """
INSERT INTO lent_voices (case_id, staff_id) VALUES (:case, :staff) ON CONFLICT (case_id) DO NOTHING
"""
_LIST_LENT_VOICES: Final = "SELECT case_id FROM lent_voices WHERE staff_id = :staff ORDER BY case_id"
_LIST_OPENED: Final = "SELECT * FROM cases WHERE opened_by = :staff ORDER BY id DESC LIMIT :most"
_LOAD: Final = """
FROM cases LEFT JOIN visits v ON v.case_id = cases.id AND v.staff_id = :staff
WHERE LENGTH(cases.alias) > 0 AND cases.status NOT IN ('handled', 'withdrawn') AND (
    cases.owner_id = :staff OR v.case_id IS NOT NULL
    OR (cases.opened_by = :staff AND cases.origin IN ('behalf', 'handed-over'))
)
"""
_COUNT_LOAD: Final = f"SELECT COUNT(*) AS n {_LOAD}"
_LIST_LOAD: Final = f"""
SELECT cases.*, v.visit_on {_LOAD}
ORDER BY COALESCE(v.visit_on, '9999'), cases.urgent DESC, COALESCE(cases.due_on, '9999'), cases.id
LIMIT :most OFFSET :skipped
"""
_SET_VISIT: Final = """
INSERT INTO visits (case_id, staff_id, visit_on, created_at) VALUES (:case, :staff, :visit_on, :now)
ON CONFLICT (case_id) DO UPDATE SET staff_id = :staff, visit_on = :visit_on, created_at = :now
"""
_FIND_VISIT: Final = "SELECT staff_id, visit_on FROM visits WHERE case_id = :case"
_ERASE_VISIT: Final = "DELETE FROM visits WHERE case_id = :case"
_LIST_VISITS: Final = "SELECT case_id FROM visits WHERE staff_id = :staff ORDER BY case_id"
_FIND_READ_ALONG: Final = "SELECT read_along FROM people WHERE id = :person"
_SET_READ_ALONG: Final = "UPDATE people SET read_along = :read_along WHERE id = :person"


@dataclass(frozen=True, slots=True)
class Visit:
    """A case needs a visit on this day, by this member of the staff."""

    staff: StaffId
    on: date


async def insert_hand_over(
    tx: Transaction, token_hash: str, case: Case, *, by: StaffId, now: datetime, until: datetime
) -> None:
    """Keep that there is a link; those of the case before it end."""
    await tx.run(_END_HAND_OVERS, case=case.id, now=kept(now))
    await tx.run(
        _INSERT_HAND_OVER,
        token_hash=token_hash,
        case=case.id,
        staff=by,
        now=kept(now),
        expires_at=kept(until),
    )


async def is_hand_over_open(tx: Transaction, token_hash: str, now: datetime) -> bool:
    return await tx.one(_IS_OPEN, token_hash=token_hash, now=kept(now)) is not None


async def use_hand_over(tx: Transaction, token_hash: str, now: datetime) -> CaseId | None:
    """Use it up; the case, or None when it is unknown, used or expired."""
    row = await tx.one(_USE_HAND_OVER, token_hash=token_hash, now=kept(now))
    return CaseId(row["case_id"]) if row else None


async def erase_contact(tx: Transaction, case: CaseId) -> None:
    """Of a case whose content goes neither a link nor a visit stays."""
    await tx.run(_ERASE_HAND_OVERS, case=case)
    await tx.run(_ERASE_VISIT, case=case)


async def set_reporter(tx: Transaction, case: CaseId, resident: PersonId) -> None:
    """The person whom it is about has taken it over."""
    await tx.run(_SET_REPORTER, case=case, resident=resident)


async def set_speaker(tx: Transaction, case: CaseId, staff: StaffMember | None) -> None:
    """Who speaks for that person from now on; None when nobody does."""
    await tx.run(
        _SET_SPEAKER, case=case, resident=staff.person if staff else None, staff=staff.id if staff else None
    )


async def list_spoken_for(tx: Transaction, staff: StaffId) -> list[Case]:
    """Every case in which somebody still speaks for another."""
    return [case_told(row) for row in await tx.all(_LIST_BEHALF, staff=staff)]


async def lend_voice(tx: Transaction, case: CaseId, staff: StaffId) -> None:
    """Note who spoke for somebody before a colleague does; lent on it stays the first one's."""
    await tx.run(_LEND_VOICE, case=case, staff=staff)


async def list_lent_voices(tx: Transaction, staff: StaffId) -> list[CaseId]:
    return [CaseId(row["case_id"]) for row in await tx.all(_LIST_LENT_VOICES, staff=staff)]


async def list_opened_by(tx: Transaction, staff: StaffId, most: int) -> list[Case]:
    """Newest first."""
    return [case_told(row) for row in await tx.all(_LIST_OPENED, staff=staff, most=most)]


async def count_load(tx: Transaction, staff: StaffId) -> int:
    row = await tx.one(_COUNT_LOAD, staff=staff)
    return row["n"] if row else 0


async def list_load(
    tx: Transaction, staff: StaffId, most: int, skipped: int
) -> list[tuple[Case, date | None]]:
    """(open case, day of the visit), the nearest visit first, then as the desk's work."""
    rows = await tx.all(_LIST_LOAD, staff=staff, most=most, skipped=skipped)
    return [(case_told(row), _day(row["visit_on"])) for row in rows]


async def set_visit(tx: Transaction, case: CaseId, visit: Visit, now: datetime) -> None:
    await tx.run(_SET_VISIT, case=case, staff=visit.staff, visit_on=visit.on.isoformat(), now=kept(now))


async def find_visit(tx: Transaction, case: CaseId) -> Visit | None:
    row = await tx.one(_FIND_VISIT, case=case)
    return Visit(row["staff_id"], date.fromisoformat(row["visit_on"])) if row else None


async def erase_visit(tx: Transaction, case: CaseId) -> None:
    await tx.run(_ERASE_VISIT, case=case)


async def list_visits_of(tx: Transaction, staff: StaffId) -> list[CaseId]:
    return [CaseId(row["case_id"]) for row in await tx.all(_LIST_VISITS, staff=staff)]


async def find_read_along(tx: Transaction, person: PersonId) -> bool | None:
    """Whether contact workers may read along; None when the person was not told that yet."""
    row = await tx.one(_FIND_READ_ALONG, person=person)
    return None if row is None or row["read_along"] is None else bool(row["read_along"])


async def set_read_along(tx: Transaction, person: PersonId, *, may: bool) -> None:
    await tx.run(_SET_READ_ALONG, person=person, read_along=int(may))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
