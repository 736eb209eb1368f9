"""Paces: how much comes from somebody in a while, who is given a rest, and what stands for many in one message."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.cases import CaseId
from bot.domain.city import CategoryId, WijkId
from bot.domain.intents import OutboxId
from bot.domain.people import PersonId, StaffId
from storage.database import Transaction
from storage.times import kept, told

# In one statement, so that two at once count as two. Beyond `most` the window goes on for as long as more comes.
_COUNT: Final = """
INSERT INTO paces (person_id, kind, since, times) VALUES (:person, :kind, :now, 1)
ON CONFLICT (person_id, kind) DO UPDATE SET
    times = CASE WHEN paces.since <= :before THEN 1 ELSE paces.times + 1 END,
    since = CASE WHEN paces.since <= :before OR paces.times >= :most THEN :now ELSE paces.since END,
    over_at = CASE WHEN paces.since <= :before OR paces.times < :most THEN NULL
        ELSE COALESCE(paces.over_at, :now) END
RETURNING times, over_at
"""
_QUIET: Final = """
INSERT INTO quiets (person_id, since, until) VALUES (:person, :now, :until)
ON CONFLICT (person_id) DO UPDATE SET until = excluded.until,
    since = CASE WHEN quiets.until > excluded.since THEN quiets.since ELSE excluded.since END
"""
_FIND_QUIET: Final = "SELECT since, until FROM quiets WHERE person_id = :person AND until > :now"
_ERASE_QUIET: Final = "DELETE FROM quiets WHERE person_id = :person"
# In the history of a case.
QUIETED: Final = "quieted"
UNQUIETED: Final = "unquieted"
_LIST_RESTS: Final = """
SELECT h.case_id, h.act, h.staff_id, h.created_at FROM history h JOIN cases c ON c.id = h.case_id
WHERE c.resident_id = :person AND h.act IN ('quieted', 'unquieted') AND h.created_at > :since ORDER BY h.id
"""
_FIND_DIGEST: Final = "SELECT outbox_id, since FROM digests WHERE person_id = :person AND kind = :kind"
_SET_DIGEST: Final = """
INSERT INTO digests (person_id, kind, outbox_id, since) VALUES (:person, :kind, :row, :now)
ON CONFLICT (person_id, kind) DO UPDATE SET outbox_id = excluded.outbox_id, since = excluded.since
"""
_GATHER: Final = """
INSERT INTO digested (person_id, case_id, created_at) VALUES (:person, :case, :now)
ON CONFLICT (person_id, case_id) DO UPDATE SET created_at = excluded.created_at
"""
_FIND_GATHERED: Final = "SELECT created_at FROM digested WHERE person_id = :person AND case_id = :case"
# What nobody has taken yet, of what this digest stands for.
_COUNT_GATHERED: Final = """
SELECT c.category, c.wijk, COUNT(*) AS n FROM digested d JOIN cases c ON c.id = d.case_id
WHERE d.person_id = :person AND d.created_at >= :since
    AND c.status NOT IN ('handled', 'withdrawn') AND c.alias <> '' AND c.owner_id IS NULL
GROUP BY c.category, c.wijk ORDER BY COUNT(*) DESC, c.category, c.wijk
"""


@dataclass(frozen=True, slots=True)
class Pace:
    """How often within the window; `over_at`: since when it is more than was agreed."""

    times: int
    over_at: datetime | None


@dataclass(frozen=True, slots=True)
class Digest:
    """The message that stands for many, and since when."""

    row: OutboxId
    since: datetime


@dataclass(frozen=True, slots=True)
class Rest:
    """That a rest was asked for in a case, or ended: by whom, and when."""

    case: CaseId
    act: str
    by: StaffId | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Heap:
    """So many cases of one category in one wijk."""

    category: CategoryId | None
    wijk: WijkId | None
    count: int


async def count_pace(
    tx: Transaction, person: PersonId, kind: str, most: int, *, within: timedelta, now: datetime
) -> Pace:
    """Count one more, and how many that makes."""
    before = kept(now - within)
    row = await tx.one(_COUNT, person=person, kind=kind, most=most, now=kept(now), before=before)
    if row is None:
        raise LookupError("a count that was just kept is not there")
    return Pace(row["times"], None if row["over_at"] is None else told(row["over_at"]))


async def set_quiet(tx: Transaction, person: PersonId, now: datetime, until: datetime) -> None:
    await tx.run(_QUIET, person=person, now=kept(now), until=kept(until))


async def find_quiet(tx: Transaction, person: PersonId, now: datetime) -> tuple[datetime, datetime] | None:
    """(since, until) of the rests that hold now, whoever asked for them."""
    row = await tx.one(_FIND_QUIET, person=person, now=kept(now))
    return (told(row["since"]), told(row["until"])) if row else None


async def list_rests(tx: Transaction, person: PersonId, since: datetime) -> list[Rest]:
    """What was said of rests in the cases of somebody after that moment, oldest first."""
    rows = await tx.all(_LIST_RESTS, person=person, since=kept(since))
    return [Rest(CaseId(r["case_id"]), r["act"], r["staff_id"], told(r["created_at"])) for r in rows]


async def erase_quiet(tx: Transaction, person: PersonId) -> bool:
    """Whether there was one."""
    return await tx.run(_ERASE_QUIET, person=person) > 0


async def find_digest(tx: Transaction, person: PersonId, kind: str) -> Digest | None:
    row = await tx.one(_FIND_DIGEST, person=person, kind=kind)
    return Digest(OutboxId(row["outbox_id"]), told(row["since"])) if row else None


async def set_digest(tx: Transaction, person: PersonId, kind: str, row: OutboxId, now: datetime) -> None:
    await tx.run(_SET_DIGEST, person=person, kind=kind, row=row, now=kept(now))


async def gather_case(tx: Transaction, person: PersonId, case: CaseId, now: datetime) -> None:
    """Let the person's digest stand for the case; once more makes it new."""
    await tx.run(_GATHER, person=person, case=case, now=kept(now))


async def is_gathered(tx: Transaction, person: PersonId, case: CaseId) -> bool:
    return await tx.one(_FIND_GATHERED, person=person, case=case) is not None


async def count_gathered(tx: Transaction, person: PersonId, since: datetime) -> Sequence[Heap]:
    """What waits of what was gathered since then, the most first."""
    rows = await tx.all(_COUNT_GATHERED, person=person, since=kept(since))
    return [Heap(row["category"], row["wijk"], row["n"]) for row in rows]
