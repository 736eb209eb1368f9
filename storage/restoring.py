"""What a restored database may still do of its own: nothing that was done already, or may have been, since the backup.

`docs/decisions/0010-what-a-restore-does-not-repeat.md` has the reasons.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from storage.backup import BEGUN
from storage.database import Transaction
from storage.schema import find_meta, set_meta
from storage.times import kept, told

LOST: Final = "lost"

_EXPIRE_PROMPTS: Final = """
UPDATE outbox SET state = 'expired', ended_at = :now WHERE state IN ('waiting', 'sending') AND urgency = 0
"""
_LIST_IN_DOUBT: Final = """
SELECT o.id, o.name, c.number FROM outbox o LEFT JOIN cases c ON c.id = o.case_id
WHERE o.state IN ('waiting', 'sending') AND o.act = 'send' ORDER BY o.id
"""
_DOUBT: Final = "UPDATE outbox SET state = 'uncertain', ended_at = :now WHERE id = :id"
# Never a message, as far as this database knows: it would not be changed but said, and it may have been said already.
_DROP_CHANGES: Final = """
UPDATE outbox SET state = 'expired', ended_at = :now
WHERE state IN ('waiting', 'sending') AND act <> 'send' AND edits IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM outbox AS said WHERE said.id = outbox.edits AND said.message_id IS NOT NULL)
"""
_COUNT_WAITING: Final = (
    "SELECT COUNT(*) AS n FROM inbox WHERE state = 'waiting' AND kind IN ('update', 'album')"
)
_SET_ASIDE: Final = """
UPDATE inbox SET state = 'aside', ended_at = :now WHERE state = 'waiting' AND kind IN ('update', 'album')
"""
_GATHERED_ASIDE: Final = """
INSERT INTO inbox (dedupe, lane, kind, payload, state, attempts, not_before, created_at, ended_at)
SELECT 'gathered:' || CAST(chat_id AS TEXT) || ':' || CAST(message_id AS TEXT), chat_id, 'update', payload, 'aside', 0, 0,
    created_at, CAST(:now AS BIGINT)
FROM album_parts WHERE true ON CONFLICT (dedupe) DO NOTHING
"""
_ERASE_GATHERED: Final = "DELETE FROM album_parts"
_LIST_HAPPENED: Final = "SELECT id, kind FROM inbox WHERE state = 'waiting'"
_FINISH: Final = "UPDATE inbox SET state = 'done', payload = NULL, ended_at = :now WHERE id = :id"
_LIST_PAST: Final = "SELECT id, kind FROM due WHERE due_at <= :now"
_ERASE_DUE: Final = "DELETE FROM due WHERE id = :id"
_ERASE_STEPS: Final = "DELETE FROM steps"
_ERASE_FORETOLD: Final = "DELETE FROM foretold"
_HEAR_NO_MORE: Final = "UPDATE transcripts SET state = 'failed' WHERE state IN ('machine', 'arrived')"
# The machine has most likely answered since, and the answer was sent on: from here a person decides.
_ASK_PEOPLE: Final = "UPDATE translations SET state = 'human' WHERE state IN ('machine', 'arrived')"
_LEAVE_OUT: Final = "UPDATE announcement_texts SET state = 'left-out' WHERE state IN ('machine', 'arrived')"
_PAUSE: Final = "UPDATE announcements SET state = 'paused', reached = 0 WHERE state = 'going'"
_TAKE_BACK: Final = """
UPDATE announcements SET state = 'draft'
WHERE state = 'held' AND leaves_at <= :now OR state = 'proposed' AND valid_until <= :now
"""
_COUNT_PLANNED: Final = "SELECT COUNT(*) AS n FROM announcements WHERE state = 'held'"
# The heartbeat in it is old, but the bot was not down since.
_FORGET_ALIVE: Final = "DELETE FROM marks WHERE name = 'alive'"
# Whoever held them is not there any more. The fences stay, and go on from there.
_FREE_LEASES: Final = "UPDATE leases SET until = 0"
_FREE_LANES: Final = "DELETE FROM lanes"
_FIND_LAST: Final = "SELECT COALESCE(MAX(id), 0) AS last FROM outbox"
_ERASE_SAID: Final = "DELETE FROM outbox WHERE id > :after AND act = 'send'"


@dataclass(frozen=True, slots=True)
class Settled:
    """What was in doubt, and what became of it. `doubts`: messages by name; `cases`: numbers of those about cases."""

    since: datetime | None
    doubts: Mapping[str, int]
    cases: Sequence[str]
    prompts: int
    aside: int
    missed: Mapping[str, int]
    steps: int
    paused: int
    taken_back: int
    planned: int


async def settle(tx: Transaction, now: datetime, repeatable: Collection[str]) -> Settled:
    """Let nothing leave that waited when the backup was made. `repeatable`: happenings that may happen twice."""
    begun = await find_meta(tx, BEGUN)
    since = told(int(begun)) if begun else None
    if begun:
        spans = await find_meta(tx, LOST)
        await set_meta(tx, LOST, " ".join(filter(None, [spans, f"{begun}-{kept(now)}"])))
    prompts = await tx.run(_EXPIRE_PROMPTS, now=kept(now))
    doubts = await _doubt(tx, now)
    aside = await _set_aside(tx, now)
    missed = await _miss(tx, now, repeatable)
    for sql in (
        _ERASE_FORETOLD,
        _HEAR_NO_MORE,
        _ASK_PEOPLE,
        _LEAVE_OUT,
        _FORGET_ALIVE,
        _FREE_LEASES,
        _FREE_LANES,
    ):
        await tx.run(sql)
    return Settled(
        since=since,
        doubts=Counter(name for name, _ in doubts),
        cases=sorted({number for _, number in doubts if number}),
        prompts=prompts,
        aside=aside,
        missed=missed,
        steps=await tx.run(_ERASE_STEPS),
        paused=await tx.run(_PAUSE),
        taken_back=await tx.run(_TAKE_BACK, now=kept(now)),
        planned=await _count(tx, _COUNT_PLANNED),
    )


async def find_lost(tx: Transaction) -> list[tuple[datetime, datetime]]:
    """From when until when what happened is not known any more; one span for each restore."""
    spans = (await find_meta(tx, LOST) or "").split()
    return [(told(int(a)), told(int(b))) for a, _, b in (span.partition("-") for span in spans)]


async def find_last_outbox(tx: Transaction) -> int:
    return await _count(tx, _FIND_LAST)


async def erase_said_after(tx: Transaction, last: int) -> None:
    """Take back what was to be said anew since that row: it was said at the time."""
    await tx.run(_ERASE_SAID, after=last)


async def _doubt(tx: Transaction, now: datetime) -> list[tuple[str, str | None]]:
    """Edits and deletions of what has arrived stay: they say the same however often they arrive."""
    rows = await tx.all(_LIST_IN_DOUBT)
    await tx.many(_DOUBT, [{"id": row["id"], "now": kept(now)} for row in rows])
    await tx.run(_DROP_CHANGES, now=kept(now))
    return [(row["name"], row["number"]) for row in rows]


async def _set_aside(tx: Transaction, now: datetime) -> int:
    """It took effect after the backup, and people have seen the answer: sealed, for a person to look at."""
    await tx.run(_GATHERED_ASIDE, now=kept(now))
    gathered = await tx.run(_ERASE_GATHERED)
    waiting = await _count(tx, _COUNT_WAITING)
    await tx.run(_SET_ASIDE, now=kept(now))
    return gathered + waiting


async def _miss(tx: Transaction, now: datetime, repeatable: Collection[str]) -> Mapping[str, int]:
    """Drop what has come due since, and what had come due; how many of each kind."""
    missed: Counter[str] = Counter()
    for listing, drop in ((_LIST_HAPPENED, _FINISH), (_LIST_PAST, _ERASE_DUE)):
        rows = [row for row in await tx.all(listing, now=kept(now)) if row["kind"] not in repeatable]
        await tx.many(drop, [{"id": row["id"], "now": kept(now)} for row in rows])
        missed.update(row["kind"] for row in rows)
    return missed


async def _count(tx: Transaction, sql: str) -> int:
    row = await tx.one(sql)
    return int(row[0]) if row else 0
