"""What is kept of one person, for that person alone: read whole, and nothing of anybody else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import orjson

from bot.domain.cases import CaseId, CaseMessageId
from bot.domain.people import PersonId
from storage.database import Transaction
from storage.times import kept, told

_FIND_DATES: Final = (
    "SELECT created_at, welcomed_at, language_until, seen_at, blocked_at FROM people WHERE id = :id"
)
_LIST_FOLLOWED: Final = "SELECT wijk, created_at FROM follows WHERE person_id = :id ORDER BY created_at, wijk"
_LIST_TRANSLATIONS: Final = """
SELECT language, text, sealed, engine FROM translations WHERE case_message_id = :id AND state = 'done' ORDER BY id
"""
_LIST_OCCURRENCES: Final = """
SELECT created_at, happened_on, part FROM occurrences WHERE case_id = :case AND undone_at IS NULL ORDER BY id
"""
# That a report goes together with another one would tell of somebody else.
_LIST_ACTS: Final = """
SELECT act, created_at FROM history WHERE case_id = :case AND act NOT IN ('merged', 'parted') ORDER BY id
"""
_FIND_HANDLED: Final = "SELECT handled_at FROM cases WHERE id = :case"
_COUNT_ASIDE: Final = "SELECT COUNT(*) AS n FROM inbox WHERE lane = :chat AND state = 'aside'"
_LIST_NEWS_GOT: Final = """
SELECT announcement_id, ended_at FROM outbox
WHERE chat_id = :chat AND announcement_id IS NOT NULL AND act = 'send' AND state = 'delivered' ORDER BY id
"""
_LIST_PACES: Final = "SELECT kind, since, times FROM paces WHERE person_id = :id ORDER BY kind"
_FIND_QUIET: Final = "SELECT until FROM quiets WHERE person_id = :id AND until > :now"
_FIND_WISHES: Final = (
    "SELECT paused_until, quiet_from, quiet_to, offered_at FROM news_wishes WHERE person_id = :id"
)
_LIST_LEFT: Final = "SELECT topic FROM topics_left WHERE person_id = :id ORDER BY topic"
_FIND_HINT: Final = "SELECT language, times FROM language_hints WHERE person_id = :id"
_FIND_STEP: Final = (
    "SELECT kind, step, payload, expires_at FROM steps WHERE person_id = :id AND expires_at > :now"
)


async def find_dates(tx: Transaction, person: PersonId) -> Mapping[str, datetime | None]:
    """Every time that is kept of somebody, by its column's name; empty for who is gone."""
    row = await tx.one(_FIND_DATES, id=person)
    return {name: _told(row[name]) for name in row.keys()} if row else {}  # noqa: SIM118 - a row is no mapping


async def list_followed_since(tx: Transaction, person: PersonId) -> Sequence[tuple[str, datetime]]:
    """(wijk, since when)."""
    return [(row["wijk"], told(row["created_at"])) for row in await tx.all(_LIST_FOLLOWED, id=person)]


async def list_translations_of(
    tx: Transaction, message: CaseMessageId
) -> Sequence[tuple[str, str, str | None]]:
    """(language, text, engine) of each that is done; without an engine a person translated."""
    return [
        (
            row["language"],
            row["text"] if row["sealed"] is None else tx.sealer.unseal(row["sealed"]).decode(),
            row["engine"],
        )
        for row in await tx.all(_LIST_TRANSLATIONS, id=message)
    ]


async def list_happened_again(
    tx: Transaction, case: CaseId
) -> Sequence[tuple[datetime, str | None, str | None]]:
    """(when it was said, on which other day it was, in which part of it)."""
    rows = await tx.all(_LIST_OCCURRENCES, case=case)
    return [(told(row["created_at"]), row["happened_on"], row["part"]) for row in rows]


async def list_acts(tx: Transaction, case: CaseId) -> Sequence[tuple[str, datetime]]:
    """(what was done, when), oldest first; never by whom."""
    return [(row["act"], told(row["created_at"])) for row in await tx.all(_LIST_ACTS, case=case)]


async def find_handled_at(tx: Transaction, case: CaseId) -> datetime | None:
    row = await tx.one(_FIND_HANDLED, case=case)
    return _told(row["handled_at"]) if row else None


async def count_set_aside(tx: Transaction, chat: int) -> int:
    """How many messages of the chat could not be handled, and wait sealed for somebody to look."""
    row = await tx.one(_COUNT_ASIDE, chat=chat)
    return row["n"] if row else 0


async def list_news_got(tx: Transaction, chat: int) -> Sequence[tuple[int, datetime | None]]:
    """(announcement, when) of what is known to have arrived in the chat."""
    rows = await tx.all(_LIST_NEWS_GOT, chat=chat)
    return [(row["announcement_id"], _told(row["ended_at"])) for row in rows]


async def list_counts(tx: Transaction, person: PersonId) -> Sequence[tuple[str, datetime, int]]:
    """(of what, since when, how many) was counted so that nobody floods the desk."""
    rows = await tx.all(_LIST_PACES, id=person)
    return [(row["kind"], told(row["since"]), row["times"]) for row in rows]


async def find_rests_until(tx: Transaction, person: PersonId, now: datetime) -> datetime | None:
    """Until when the desk asked for rest."""
    row = await tx.one(_FIND_QUIET, id=person, now=kept(now))
    return told(row["until"]) if row else None


@dataclass(frozen=True, slots=True)
class NewsHours:
    """Hours of the day, in the city; `offered_at`: when news was offered after a first report."""

    paused_until: datetime | None = None
    quiet_from: int | None = None
    quiet_to: int | None = None
    offered_at: datetime | None = None


async def find_news_hours(tx: Transaction, person: PersonId) -> NewsHours:
    row = await tx.one(_FIND_WISHES, id=person)
    if row is None:
        return NewsHours()
    return NewsHours(_told(row["paused_until"]), row["quiet_from"], row["quiet_to"], _told(row["offered_at"]))


async def list_topics_left(tx: Transaction, person: PersonId) -> Sequence[str]:
    return [row["topic"] for row in await tx.all(_LIST_LEFT, id=person)]


async def find_language_hint(tx: Transaction, person: PersonId) -> tuple[str, int] | None:
    """(another language, how often somebody wrote in it)."""
    row = await tx.one(_FIND_HINT, id=person)
    return (row["language"], row["times"]) if row and row["language"] else None


async def find_half_made(
    tx: Transaction, person: PersonId, now: datetime
) -> tuple[str, Any, datetime] | None:
    """(of what feature, what it holds, until when) what somebody has begun and not sent."""
    row = await tx.one(_FIND_STEP, id=person, now=kept(now))
    if row is None:
        return None
    return row["kind"], orjson.loads(tx.sealer.unseal(row["payload"])), told(row["expires_at"])


def _told(at: int | None) -> datetime | None:
    return None if at is None else told(at)
