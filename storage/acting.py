"""Who acts, and who reads: a person with the role and the step that go with it, each in one statement."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import ChatId, Person, PersonId, StaffMember
from storage.database import Row, Transaction
from storage.people import person_told
from storage.staff import staff_told
from storage.steps import Step, step_told
from storage.times import told

_BY_CHAT = """
SELECT p.id, p.chat_id, p.language, p.welcomed_at, p.last_wijk, p.blocked_at,
    s.id, s.person_id, s.role, s.wijken, s.stadsdelen, s.languages, s.organisation, s.hours,
    s.away_until, s.stands_in,
    t.kind, t.step, t.payload, t.version, t.expires_at, p.language_until, p.seen_at
FROM people p
LEFT JOIN staff s ON s.person_id = p.id AND s.released_at IS NULL
LEFT JOIN steps t ON t.person_id = p.id
WHERE p.chat_id = :chat
"""
_BY_PERSON = """
SELECT p.id, p.chat_id, p.language, p.welcomed_at, p.last_wijk, p.blocked_at,
    s.id, s.person_id, s.role, s.wijken, s.stadsdelen, s.languages, s.organisation, s.hours,
    s.away_until, s.stands_in, p.language_until
FROM people p
LEFT JOIN staff s ON s.person_id = p.id AND s.released_at IS NULL
WHERE p.id = :person
"""
_OF_PERSON = slice(0, 6)
_OF_STAFF = slice(6, 16)
_OF_STEP = slice(16, 21)
_OF_TIMES = slice(21, 23)
_UNTIL_OF_READER = 16


@dataclass(frozen=True, slots=True)
class Acting:
    """`step` may have expired, and so may the language; `seen_at` is when somebody was last here, to the day."""

    person: Person
    staff: StaffMember | None
    step: Step | None
    language_until: datetime | None
    seen_at: datetime | None


async def find_acting(tx: Transaction, chat: ChatId) -> Acting | None:
    """Who a chat is; None for one that is unknown. Raises KeyWrong."""
    row = await tx.one(_BY_CHAT, chat=chat)
    if row is None:
        return None
    step = row[_OF_STEP]
    language_until, seen_at = (_told(at) for at in row[_OF_TIMES])
    return Acting(*_reader(row), None if step[0] is None else step_told(tx, step), language_until, seen_at)


async def find_reader(
    tx: Transaction, person: PersonId
) -> tuple[Person, StaffMember | None, datetime | None] | None:
    """Somebody, with the role, and until when the language counts; None for who erased everything."""
    row = await tx.one(_BY_PERSON, person=person)
    return (*_reader(row), _told(row[_UNTIL_OF_READER])) if row else None


def _reader(row: Row) -> tuple[Person, StaffMember | None]:
    staff = row[_OF_STAFF]
    return person_told(row[_OF_PERSON]), None if staff[0] is None else staff_told(staff)


def _told(at: int | None) -> datetime | None:
    return None if at is None else told(at)
