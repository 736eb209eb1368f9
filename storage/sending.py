"""The outbox as the sender sees it: what waits, what is claimed before it leaves, what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Final

from bot.domain.intents import OutboxId, Outcome, Urgency
from storage.database import Row, Transaction
from storage.outbox import COLUMNS, OutboxRow, outbox_row
from storage.times import kept

# The states are named twice: SQLite takes an index of some rows only where its own words are in the question.
_LIST_HEADS = """
SELECT id, chat_id, urgency, not_before FROM outbox
WHERE state IN ('waiting', 'sending') AND state = 'waiting' AND id > :after ORDER BY id LIMIT :most
"""
_LIST_SENDING = f"SELECT {COLUMNS} FROM outbox WHERE state IN ('waiting', 'sending') AND state = 'sending'"  # noqa: S608 - nothing but constants
# Once: after a commit of which nobody could tell whether it was kept, the same end is written down again.
_END = """
UPDATE outbox SET state = :outcome, message_id = COALESCE(:message, message_id), ended_at = :now
WHERE id = :id AND state = 'sending'
"""
# What was in flight when its announcement was stopped does not leave once more.
_AGAIN = """
UPDATE outbox SET attempts = attempts - :uncount, part = :part, state = CASE
    WHEN announcement_id IN (SELECT id FROM announcements WHERE state = 'stopped') THEN 'stopped' ELSE 'waiting' END
WHERE id = :id AND state = 'sending'
"""
# Taken back as all that had not left was, to be made again when the announcement goes on.
_TAKE_BACK = """
DELETE FROM outbox WHERE id = :id AND act = 'send' AND state = 'waiting' AND attempts = 0 AND part = 0
    AND announcement_id IN (SELECT id FROM announcements WHERE state = 'paused')
"""
# A stopped announcement ends its rows in steps; what is to leave before its step comes ends now.
_STOP = """
UPDATE outbox SET state = 'stopped', ended_at = :now WHERE id = :id AND state IN ('waiting', 'sending')
    AND announcement_id IN (SELECT id FROM announcements WHERE state = 'stopped')
"""
_FEWEST_CLAIMED: Final = 4


@dataclass(frozen=True, slots=True)
class Head:
    """As much of a waiting row as the sender needs to choose what goes next; times in microseconds."""

    id: OutboxId
    chat: int
    urgency: Urgency
    not_before: int


@dataclass(frozen=True, slots=True)
class End:
    """What became of a row; `message` is the id of the message that it became."""

    row: OutboxId
    outcome: Outcome
    message: int | None = None


async def list_heads(tx: Transaction, after: int, most: int) -> list[Head]:
    """What waits with an id above `after`, oldest first."""
    rows = await tx.all(_LIST_HEADS, after=after, most=most)
    return [Head(OutboxId(row_id), chat, Urgency(urgency), before) for row_id, chat, urgency, before in rows]


async def list_sending(tx: Transaction) -> list[OutboxRow]:
    """What was in flight when the process ended."""
    return [outbox_row(row) for row in await tx.all(_LIST_SENDING)]


async def claim(tx: Transaction, rows: Sequence[OutboxId], now: datetime) -> Mapping[OutboxId, Row]:
    """Begin an attempt at each, in one statement; `outbox_row` reads them. Those that no longer wait are not there.

    Nor are those of an announcement that was stopped or is paused: they end here.
    Only who sends claims, and never what is in flight: what is 'sending' all the same was claimed in a commit of which
    nobody could tell whether it was kept. Nothing left then, so that attempt is this one.
    """
    if not rows:
        return {}
    size = max(_FEWEST_CLAIMED, 1 << (len(rows) - 1).bit_length())
    # Of few sizes, so that the statement is prepared once; the last id fills up.
    ids = {f"id{place}": row for place, row in enumerate([*rows, *[rows[-1]] * (size - len(rows))])}
    begun = {row[0]: row for row in await tx.all(_claiming(size), now=kept(now), **ids)}
    kept_back: list[dict[str, object]] = [{"id": row, "now": kept(now)} for row in rows if row not in begun]
    if kept_back:
        await tx.many(_STOP, kept_back)
        await tx.many(_TAKE_BACK, kept_back)
    return begun


async def end_outbox(tx: Transaction, end: End, now: datetime) -> bool:
    """Whether it was on its way until now."""
    return await tx.run(_END, **_ended(end, now)) > 0


async def end_many(tx: Transaction, ends: Sequence[End], now: datetime) -> None:
    await tx.many(_END, [_ended(end, now) for end in ends])


async def send_again(tx: Transaction, row_id: OutboxId, part: int, *, counted: bool) -> bool:
    """Let it wait again, unless its announcement was stopped or paused; whether it was on its way until now.

    An attempt that wrote nothing does not count.
    """
    was_sending = await tx.run(_AGAIN, id=row_id, part=part, uncount=int(not counted)) > 0
    await tx.run(_TAKE_BACK, id=row_id)
    return was_sending


def _ended(end: End, now: datetime) -> dict[str, object]:
    return {"id": end.row, "outcome": end.outcome.value, "message": end.message, "now": kept(now)}


@lru_cache(maxsize=16)
def _claiming(size: int) -> str:
    ids = ", ".join(f":id{place}" for place in range(size))
    return f"""
        UPDATE outbox SET state = 'sending', claimed_at = :now,
            attempts = attempts + CASE WHEN state = 'waiting' THEN 1 ELSE 0 END
        WHERE id IN ({ids}) AND state IN ('waiting', 'sending') AND NOT EXISTS (
            SELECT 1 FROM announcements AS a WHERE a.id = outbox.announcement_id AND (a.state = 'stopped'
                OR a.state = 'paused' AND outbox.state = 'waiting' AND outbox.attempts = 0 AND outbox.part = 0)
        ) RETURNING {COLUMNS}
    """  # noqa: S608 - placeholders and constants
