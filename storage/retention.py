"""What is older than its term, found and taken away in steps; and what each run did."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.domain.cases import CaseId
from bot.domain.city import Kept, Retention
from bot.domain.people import PersonId
from storage.database import Transaction
from storage.times import kept, told

# A case ended when it was handled; one that was withdrawn, with the last thing that was done.
_ENDED: Final = """
FROM cases WHERE status IN ('handled', 'withdrawn') AND COALESCE(handled_at, (
    SELECT MAX(h.created_at) FROM history h WHERE h.case_id = cases.id AND h.act NOT IN ('cut', 'erased', 'expired')
), created_at) < :before
"""
_WITH_CONTENT: Final = f"{_ENDED} AND sensitive = :sensitive AND alias <> ''"
_WITH_RESIDENT: Final = f"{_ENDED} AND sensitive = :sensitive AND resident_id IS NOT NULL"
_WITH_ACTS: Final = f"FROM history WHERE case_id IN (SELECT id {_ENDED})"
_UNUSED: Final = """
FROM people WHERE COALESCE(seen_at, created_at) < :before
    AND NOT EXISTS (SELECT 1 FROM staff s WHERE s.person_id = people.id)
    AND NOT EXISTS (SELECT 1 FROM follows f WHERE f.person_id = people.id)
    AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.resident_id = people.id)
"""
_ARRIVED: Final = """
FROM outbox WHERE announcement_id IN (SELECT id FROM announcements WHERE ended_at < :before)
    AND state NOT IN ('waiting', 'sending') AND chat_id <> 0
"""
_ASIDE: Final = "FROM inbox WHERE state = 'aside' AND ended_at < :before"
_CUT_ARRIVED: Final = f"""
UPDATE outbox SET chat_id = 0, person_id = NULL, message_id = NULL WHERE id IN (SELECT id {_ARRIVED} ORDER BY id LIMIT :most)
"""  # noqa: S608 - nothing but constants
_ERASE_PIECES: Final = f"""
DELETE FROM outbox_pieces WHERE outbox_id IN (SELECT id {_ARRIVED} ORDER BY id LIMIT :most)
"""  # noqa: S608 - nothing but constants
_ERASE_ASIDE: Final = f"DELETE FROM inbox WHERE id IN (SELECT id {_ASIDE} LIMIT :most)"  # noqa: S608 - nothing but constants
# What is still to be handled, or may be laid back, keeps its parts.
_ERASE_PARTS: Final = """
DELETE FROM album_parts WHERE created_at < :before AND NOT EXISTS (
    SELECT 1 FROM inbox i WHERE i.kind = 'album' AND i.lane = album_parts.chat_id AND i.state IN ('waiting', 'aside')
)
"""
_ERASE_ACTS: Final = f"DELETE FROM history WHERE id IN (SELECT id {_WITH_ACTS} LIMIT :most)"  # noqa: S608 - nothing but constants
_OF_STAFF: Final = "FROM staff_acts WHERE created_at < :before"
_ERASE_ACTS_OF_STAFF: Final = (
    f"DELETE FROM staff_acts WHERE id IN (SELECT id {_OF_STAFF} ORDER BY id LIMIT :most)"  # noqa: S608 - nothing but constants
)
_ACTS_MAY_GO: Final = "acts-may-go"
_LET_ACTS_GO: Final = "INSERT INTO meta (key, value) VALUES (:key, '1')"
_KEEP_ACTS: Final = "DELETE FROM meta WHERE key = :key"
_ERASE_STEPS: Final = "DELETE FROM steps WHERE expires_at < :before"
_COUNT_STEPS: Final = "SELECT COUNT(*) AS n FROM steps WHERE expires_at < :before"
_ADD_RUN: Final = "UPDATE retention_runs SET found = found + :found WHERE at = :at AND kept = :kept"
_INSERT_RUN: Final = """
INSERT INTO retention_runs (at, kept, days, rule, found, act) VALUES (:at, :kept, :days, :rule, :found, :act)
"""
_LIST_RUN: Final = """
SELECT at, kept, days, rule, found, act FROM retention_runs WHERE at = (SELECT MAX(at) FROM retention_runs) ORDER BY id
"""


@dataclass(frozen=True, slots=True)
class Ran:
    """What one run did with one term: how many were found, and what became of them."""

    at: datetime
    kept: str
    days: int
    rule: str
    found: int
    act: str


def _sensitive(term: Retention) -> dict[str, object]:
    return {"sensitive": int(term.kept is Kept.SENSITIVE_CONTENT)}


async def count_old(tx: Transaction, term: Retention, before: datetime, *, has_resident: bool) -> int:
    """How many things of a term are older; of cases those with content, or only those that still have a resident."""
    content = _WITH_RESIDENT if has_resident else _WITH_CONTENT
    of: dict[Kept, str] = {
        Kept.CASE_CONTENT: content,
        Kept.SENSITIVE_CONTENT: content,
        Kept.PEOPLE: _UNUSED,
        Kept.DELIVERIES: _ARRIVED,
        Kept.SET_ASIDE: _ASIDE,
        Kept.ACTS: _WITH_ACTS,
    }
    values = _sensitive(term) if of[term.kept] is content else {}
    found = [of[term.kept], *([_OF_STAFF] if term.kept is Kept.ACTS else [])]
    rows = [await tx.one(f"SELECT COUNT(*) AS n {each}", before=kept(before), **values) for each in found]
    return sum(int(row["n"]) for row in rows if row)


async def list_old_cases(
    tx: Transaction, term: Retention, before: datetime, most: int, *, has_resident: bool
) -> list[CaseId]:
    """Oldest first."""
    found = _WITH_RESIDENT if has_resident else _WITH_CONTENT
    sql = f"SELECT id {found} ORDER BY id LIMIT :most"
    rows = await tx.all(sql, before=kept(before), most=most, **_sensitive(term))
    return [CaseId(row["id"]) for row in rows]


async def list_unused(tx: Transaction, before: datetime, most: int) -> list[PersonId]:
    """Chats without a role, a case or news that nobody has used since."""
    sql = f"SELECT id {_UNUSED} ORDER BY id LIMIT :most"
    return [PersonId(row["id"]) for row in await tx.all(sql, before=kept(before), most=most)]


async def cut_old_deliveries(tx: Transaction, before: datetime, most: int) -> int:
    """Of announcements that ended before, keep how many arrived and not where; how many rows."""
    await tx.run(_ERASE_PIECES, before=kept(before), most=most)
    return await tx.run(_CUT_ARRIVED, before=kept(before), most=most)


async def erase_old_aside(tx: Transaction, before: datetime, most: int) -> int:
    """With the parts of albums that were among it; how many rows of the inbox."""
    erased = await tx.run(_ERASE_ASIDE, before=kept(before), most=most)
    await tx.run(_ERASE_PARTS, before=kept(before))
    return erased


async def erase_old_acts(tx: Transaction, before: datetime, most: int) -> int:
    """The one place that may: for everybody else the database refuses to delete what was done."""
    await tx.run(_LET_ACTS_GO, key=_ACTS_MAY_GO)
    of_cases = await tx.run(_ERASE_ACTS, before=kept(before), most=most)
    others = await tx.run(_ERASE_ACTS_OF_STAFF, before=kept(before), most=most)
    await tx.run(_KEEP_ACTS, key=_ACTS_MAY_GO)
    return of_cases + others


async def erase_old_steps(tx: Transaction, before: datetime) -> int:
    """What was begun, and was over before; how many."""
    return await tx.run(_ERASE_STEPS, before=kept(before))


async def count_old_steps(tx: Transaction, before: datetime) -> int:
    row = await tx.one(_COUNT_STEPS, before=kept(before))
    return int(row["n"]) if row else 0


async def note_run(tx: Transaction, ran: Ran) -> None:
    """Keep it; a run that goes on in a next turn adds to its row."""
    if not await tx.run(_ADD_RUN, found=ran.found, at=kept(ran.at), kept=ran.kept):
        await tx.run(
            _INSERT_RUN,
            at=kept(ran.at),
            kept=ran.kept,
            days=ran.days,
            rule=ran.rule,
            found=ran.found,
            act=ran.act,
        )


async def list_last_run(tx: Transaction) -> Sequence[Ran]:
    """What the last run did, a row for each term; empty before the first."""
    rows = await tx.all(_LIST_RUN)
    return [
        Ran(told(row["at"]), row["kept"], row["days"], row["rule"], row["found"], row["act"]) for row in rows
    ]
