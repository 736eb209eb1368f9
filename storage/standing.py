"""How things stand: what waits and since when, what is in doubt, what became of the last day's messages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.intents import Outcome, Urgency
from storage.alarms import ALIVE, REWRITTEN, AlarmRow, find_backup_made, find_mark, list_alarms
from storage.database import Dialect, Row, Transaction
from storage.leases import SERVER_NOW, LeaseRow, list_leases
from storage.times import kept, told

# The newest rows are looked at and no more, so that a database of years answers at once.
NEWEST: Final = 200_000
DAY: Final = timedelta(days=1)
MINUTE: Final = timedelta(minutes=1)
# Of one announcement so many rows are counted and no more: milliseconds, in which nothing else happens.
COUNTED: Final = 50_000

_WAITING: Final = {
    "inbox": "SELECT COUNT(*) AS n, MIN(created_at) AS oldest FROM inbox WHERE state = 'waiting'",
    "machine": """
SELECT COUNT(*) AS n, MIN(created_at) AS oldest FROM translations WHERE state IN ('machine', 'human')
    AND state = 'machine'
""",
    "sounds": "SELECT COUNT(*) AS n, MIN(created_at) AS oldest FROM transcripts WHERE state = 'machine'",
}
# What is meant for later waits from then on. The conditions are word for word those of the index outbox_talk_waiting.
_TALK_WAITING: Final = """
SELECT urgency, COUNT(*) AS n,
    MIN(CASE WHEN not_before > created_at THEN not_before ELSE created_at END) AS oldest
FROM outbox WHERE announcement_id IS NULL AND state IN ('waiting', 'sending') AND not_before <= :now GROUP BY urgency
"""
# So does an announcement in somebody's quiet hours. Two looks into the index tell the oldest, however many there are.
_ANNOUNCED_WAITING: Final = """
SELECT SUM(n) AS n, MIN(CASE WHEN held IS NULL OR oldest <= held THEN oldest ELSE held END) AS oldest FROM (
    SELECT (SELECT COUNT(*) FROM (
            SELECT 1 FROM outbox WHERE announcement_id = a.id AND state = s.state AND not_before <= :now LIMIT :most
        ) AS counted) AS n,
        (SELECT MIN(created_at) FROM outbox WHERE announcement_id = a.id AND state = s.state AND not_before = 0) AS oldest,
        (SELECT MIN(not_before) FROM outbox
            WHERE announcement_id = a.id AND state = s.state AND not_before > 0 AND not_before <= :now) AS held
    FROM announcements a CROSS JOIN (SELECT 'waiting' AS state UNION ALL SELECT 'sending') AS s
    WHERE a.state IN ('going', 'paused', 'stopped')
) AS announced
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
_THERE: Final = {
    Dialect.SQLITE: "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'transcripts'",
    Dialect.POSTGRESQL: "SELECT 'transcripts' AS name WHERE to_regclass('transcripts') IS NOT NULL",
}
_LANES: Final = f"SELECT COUNT(*) AS n FROM lanes WHERE until > {SERVER_NOW}"  # noqa: S608 - nothing but constants
_FIRST = "SELECT created_at FROM people ORDER BY id LIMIT 1"
_HELD = "SELECT chat_id = 0 AS of_all, until FROM penalties WHERE until > :now ORDER BY until"


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many rows wait, of one announcement counted up to COUNTED, and since when the oldest does."""

    rows: int = 0
    oldest: datetime | None = None

    def with_(self, other: "Waiting") -> "Waiting":
        """Both together."""
        since = [waiting.oldest for waiting in (self, other) if waiting.oldest]
        return Waiting(self.rows + other.rows, min(since, default=None))

    def seconds(self, now: datetime) -> float:
        """How long the oldest has waited; 0 when nothing does."""
        return max(0.0, (now - self.oldest).total_seconds()) if self.oldest else 0.0


@dataclass(frozen=True, slots=True)
class Standing:
    """`machine`: texts that wait for the translator; `sounds`: for the transcriber. `aside`: rows set aside for a person; `uncertain`: messages of which nobody knows whether they arrived."""

    inbox: Waiting
    outbox: Mapping[Urgency, Waiting]
    machine: Waiting
    sounds: Waiting
    aside: int
    uncertain: int


@dataclass(frozen=True, slots=True)
class Held:
    """A penalty of Telegram that still holds: of one chat, or of all."""

    of_all: bool
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """`ended`: what became of messages. `left_a_second`: calls in the last minute. `aside`: rows set aside in this day.

    `leases` and `lanes` (chats that a replica is at work on) are empty where one process does all.
    `first`: since when somebody has been in it, of whom there is still a row.
    """

    alive: datetime | None
    ended: Mapping[Outcome, int]
    aside: int
    left_a_second: float
    held: Sequence[Held]
    alarms: Sequence[AlarmRow]
    backup: datetime | None
    rewritten: datetime | None
    first: datetime | None
    leases: Sequence[LeaseRow]
    lanes: int


def _waiting(row: Row | None) -> Waiting:
    return Waiting(int(row["n"]), told(row["oldest"])) if row and row["n"] else Waiting()


async def _waiting_out(tx: Transaction, now: datetime) -> Mapping[Urgency, Waiting]:
    waits = {Urgency(row["urgency"]): _waiting(row) for row in await tx.all(_TALK_WAITING, now=kept(now))}
    announced = _waiting(await tx.one(_ANNOUNCED_WAITING, most=COUNTED, now=kept(now)))
    if announced.rows:
        waits[Urgency.ANNOUNCEMENT] = announced.with_(waits.get(Urgency.ANNOUNCEMENT, Waiting()))
    return waits


async def read_standing(tx: Transaction, now: datetime) -> Standing:
    """All of it is counted along indexes of what waits or is in doubt: cheap enough to ask every few seconds."""
    doubt = await tx.one(_IN_DOUBT)
    return Standing(
        inbox=_waiting(await tx.one(_WAITING["inbox"])),
        outbox=await _waiting_out(tx, now),
        machine=_waiting(await tx.one(_WAITING["machine"])),
        sounds=_waiting(await tx.one(_WAITING["sounds"])),
        aside=doubt["aside"] if doubt else 0,
        uncertain=doubt["uncertain"] if doubt else 0,
    )


async def is_upgraded(tx: Transaction) -> bool:
    """Whether the schema is new enough to be asked all this."""
    return await tx.one(_THERE[tx.dialect]) is not None


async def read_day(tx: Transaction, now: datetime) -> Day:
    """What the last day brought. It looks at the newest rows only, and is for who asks now and then."""
    since = kept(now - DAY)
    aside = await tx.one(_ASIDE_SINCE, since=since)
    first = await tx.one(_FIRST)
    lanes = await tx.one(_LANES) if tx.dialect is Dialect.POSTGRESQL else None
    left = await tx.one(_LEFT, most=NEWEST, since=kept(now - MINUTE))
    return Day(
        alive=await find_mark(tx, ALIVE),
        ended={Outcome(row["state"]): row["n"] for row in await tx.all(_ENDED, most=NEWEST, since=since)},
        aside=aside["n"] if aside else 0,
        left_a_second=(left["n"] if left else 0) / MINUTE.total_seconds(),
        held=[Held(bool(row["of_all"]), told(row["until"])) for row in await tx.all(_HELD, now=kept(now))],
        alarms=await list_alarms(tx, now - DAY),
        backup=await find_backup_made(tx),
        rewritten=await find_mark(tx, REWRITTEN),
        first=told(first["created_at"]) if first else None,
        leases=await list_leases(tx),
        lanes=lanes["n"] if lanes else 0,
    )
