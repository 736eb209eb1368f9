"""How things stand: what waits and since when, what is in doubt, what became of the last day's messages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.intents import Outcome, Urgency
from storage.database import Row, Transaction
from storage.times import kept, told

# The newest rows are looked at and no more, so that a database of years answers at once.
NEWEST: Final = 200_000

_WAITING: Final = {
    "inbox": "SELECT COUNT(*) AS n, MIN(created_at) AS oldest FROM inbox WHERE state = 'waiting'",
    "machine": """
SELECT COUNT(*) AS n, MIN(created_at) AS oldest FROM translations WHERE state IN ('machine', 'human')
    AND state = 'machine'
""",
}
# What is meant for later waits from then on.
_WAITING_OUT = """
SELECT urgency, COUNT(*) AS n,
    MIN(CASE WHEN not_before > created_at THEN not_before ELSE created_at END) AS oldest
FROM outbox WHERE state IN ('waiting', 'sending') AND not_before <= :now GROUP BY urgency
"""
_IN_DOUBT = """
SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'aside') AS aside,
    (SELECT COUNT(*) FROM outbox WHERE state IN ('broken', 'uncertain') AND state = 'uncertain') AS uncertain
"""
_ASIDE_SINCE = "SELECT COUNT(*) AS n FROM inbox WHERE state = 'aside' AND ended_at > :since"
_ENDED = """
SELECT state, COUNT(*) AS n FROM (SELECT state, act, ended_at FROM outbox ORDER BY id DESC LIMIT :most) AS newest
WHERE ended_at > :since AND act = 'send' GROUP BY state
"""
_LEFT = """
SELECT COUNT(*) AS n FROM (SELECT claimed_at, ended_at FROM outbox ORDER BY id DESC LIMIT :most) AS newest
WHERE claimed_at IS NOT NULL AND ended_at > :since
"""
_PENALTIES = "SELECT chat_id = 0 AS of_all, until FROM penalties WHERE until > :now ORDER BY until"


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many rows wait, and since when the oldest does."""

    rows: int = 0
    oldest: datetime | None = None

    def seconds(self, now: datetime) -> float:
        """How long the oldest has waited; 0 when nothing does."""
        return max(0.0, (now - self.oldest).total_seconds()) if self.oldest else 0.0


@dataclass(frozen=True, slots=True)
class Standing:
    """`aside`: rows set aside for a person; `uncertain`: messages of which nobody knows whether they arrived."""

    inbox: Waiting
    outbox: Mapping[Urgency, Waiting]
    machine: Waiting
    aside: int
    uncertain: int


@dataclass(frozen=True, slots=True)
class Held:
    """A penalty of Telegram that still holds: of one chat, or of all."""

    of_all: bool
    until: datetime


def _waiting(row: Row | None) -> Waiting:
    return Waiting(row["n"], told(row["oldest"])) if row and row["n"] else Waiting()


async def read_standing(tx: Transaction, now: datetime) -> Standing:
    """All of it is counted along indexes of what waits or is in doubt: cheap enough to ask every few seconds."""
    doubt = await tx.one(_IN_DOUBT)
    return Standing(
        inbox=_waiting(await tx.one(_WAITING["inbox"])),
        outbox={Urgency(row["urgency"]): _waiting(row) for row in await tx.all(_WAITING_OUT, now=kept(now))},
        machine=_waiting(await tx.one(_WAITING["machine"])),
        aside=doubt["aside"] if doubt else 0,
        uncertain=doubt["uncertain"] if doubt else 0,
    )


async def count_aside_since(tx: Transaction, since: datetime) -> int:
    row = await tx.one(_ASIDE_SINCE, since=kept(since))
    return int(row["n"]) if row else 0


async def count_ended_since(tx: Transaction, since: datetime) -> Mapping[Outcome, int]:
    """What became of the messages that ended since; of the newest rows only."""
    rows = await tx.all(_ENDED, most=NEWEST, since=kept(since))
    return {Outcome(row["state"]): row["n"] for row in rows}


async def left_a_second(tx: Transaction, now: datetime, over: timedelta) -> float:
    """How many calls left a second, over the time until now."""
    row = await tx.one(_LEFT, most=NEWEST, since=kept(now - over))
    return (row["n"] if row else 0) / over.total_seconds()


async def list_held(tx: Transaction, now: datetime) -> list[Held]:
    """Penalties that hold, the first to end first."""
    return [Held(bool(row["of_all"]), told(row["until"])) for row in await tx.all(_PENALTIES, now=kept(now))]
