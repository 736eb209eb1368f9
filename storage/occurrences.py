"""Occurrences: each time that somebody said of a signal that it is happening again."""

from datetime import date, datetime

from bot.domain.cases import CaseId
from bot.domain.occurrences import DayPart, Moment, Occurrence, OccurrenceId
from bot.domain.people import PersonId
from storage.database import Row, Transaction
from storage.times import kept, told

_INSERT = "INSERT INTO occurrences (case_id, created_at) VALUES (:case, :now) RETURNING id"
_FIND = "SELECT * FROM occurrences WHERE id = :id"
_LIST = "SELECT * FROM occurrences WHERE case_id = :case AND undone_at IS NULL ORDER BY id"
_COUNT = "SELECT COUNT(*) AS n FROM occurrences WHERE case_id = :case AND undone_at IS NULL"
_COUNT_SAID = "SELECT COUNT(*) AS n FROM occurrences WHERE case_id = :case AND created_at >= :since"
_COUNT_SAID_BY = """
SELECT COUNT(*) AS n FROM occurrences o JOIN cases c ON c.id = o.case_id
WHERE c.resident_id = :person AND o.created_at >= :since
"""
_SET_MOMENT = "UPDATE occurrences SET happened_on = :day, part = :part WHERE id = :id"
_SET_UNDONE = "UPDATE occurrences SET undone_at = :now WHERE id = :id"


def _occurrence(row: Row) -> Occurrence:
    day, part = row["happened_on"], row["part"]
    return Occurrence(
        id=OccurrenceId(row["id"]),
        case=CaseId(row["case_id"]),
        said_at=told(row["created_at"]),
        moment=Moment(date.fromisoformat(day), DayPart(part) if part else None) if day else None,
        is_undone=row["undone_at"] is not None,
    )


async def insert_occurrence(tx: Transaction, case: CaseId, now: datetime) -> Occurrence:
    new = await tx.insert(_INSERT, case=case, now=kept(now))
    return Occurrence(OccurrenceId(new), case, now)


async def find_occurrence(tx: Transaction, occurrence: OccurrenceId) -> Occurrence | None:
    """Also one that was undone."""
    row = await tx.one(_FIND, id=occurrence)
    return _occurrence(row) if row else None


async def list_occurrences(tx: Transaction, case: CaseId) -> list[Occurrence]:
    """As they were said, oldest first; without those that were undone."""
    return [_occurrence(row) for row in await tx.all(_LIST, case=case)]


async def count_occurrences(tx: Transaction, case: CaseId) -> int:
    row = await tx.one(_COUNT, case=case)
    return int(row["n"]) if row else 0


async def count_said_since(tx: Transaction, case: CaseId, since: datetime) -> int:
    """How often it was said, those that were undone too."""
    row = await tx.one(_COUNT_SAID, case=case, since=kept(since))
    return int(row["n"]) if row else 0


async def count_said_by(tx: Transaction, person: PersonId, since: datetime) -> int:
    """How often somebody said it, of all their cases."""
    row = await tx.one(_COUNT_SAID_BY, person=person, since=kept(since))
    return int(row["n"]) if row else 0


async def set_moment(tx: Transaction, occurrence: OccurrenceId, moment: Moment | None) -> None:
    """When it happened; None: when it was said."""
    day = moment.day.isoformat() if moment else None
    part = moment.part.value if moment and moment.part else None
    await tx.run(_SET_MOMENT, id=occurrence, day=day, part=part)


async def set_undone(tx: Transaction, occurrence: OccurrenceId, now: datetime) -> None:
    await tx.run(_SET_UNDONE, id=occurrence, now=kept(now))
