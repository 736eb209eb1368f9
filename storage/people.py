"""People: one row per private chat, and which wijken they follow."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from bot.domain.city import WijkId
from bot.domain.people import ChatId, Person, PersonId
from storage.database import Transaction
from storage.times import kept

_FIND = "SELECT id, chat_id, language, welcomed_at, last_wijk, blocked_at FROM people WHERE id = :id"
_FIND_BY_CHAT = (
    "SELECT id, chat_id, language, welcomed_at, last_wijk, blocked_at FROM people WHERE chat_id = :chat"
)
_INSERT = "INSERT INTO people (chat_id, created_at, seen_at) VALUES (:chat, :now, :now) RETURNING id"
_SET_LANGUAGE = "UPDATE people SET language = :language, language_until = :until WHERE id = :id"
_SET_SEEN = "UPDATE people SET seen_at = :now WHERE id = :id"
_FORGET_HINTS = """
DELETE FROM language_hints WHERE person_id IN (SELECT id FROM people WHERE language_until <= :now)
"""
_FORGET_LANGUAGES = "UPDATE people SET language = NULL, language_until = NULL WHERE language_until <= :now"
_SET_WELCOMED = "UPDATE people SET welcomed_at = :now WHERE id = :id"
_SET_LAST_WIJK = "UPDATE people SET last_wijk = :wijk WHERE id = :id"
_SET_BLOCKED = "UPDATE people SET blocked_at = :at WHERE chat_id = :chat"
_SET_CHAT = "UPDATE people SET chat_id = :new WHERE chat_id = :old"
_ERASE = "DELETE FROM people WHERE id = :id"
_FOLLOW = """
INSERT INTO follows (person_id, wijk, created_at) VALUES (:person, :wijk, :now) ON CONFLICT DO NOTHING
"""
_UNFOLLOW = "DELETE FROM follows WHERE person_id = :person AND wijk = :wijk"
_LIST_FOLLOWED = "SELECT wijk FROM follows WHERE person_id = :person ORDER BY created_at, wijk"


def person_told(columns: Iterable[Any]) -> Person:
    """The columns as _FIND names them."""
    person, chat, language, welcomed_at, last_wijk, blocked_at = columns
    return Person(person, chat, language, welcomed_at is not None, last_wijk, blocked_at is not None)


async def find_person(tx: Transaction, person: PersonId) -> Person | None:
    row = await tx.one(_FIND, id=person)
    return person_told(row) if row else None


async def find_person_by_chat(tx: Transaction, chat: ChatId) -> Person | None:
    row = await tx.one(_FIND_BY_CHAT, chat=chat)
    return person_told(row) if row else None


async def insert_person(tx: Transaction, chat: ChatId, now: datetime) -> Person:
    """A new person of whom only the chat is known."""
    new = await tx.insert(_INSERT, chat=chat, now=kept(now))
    return Person(PersonId(new), chat, None, welcomed=False)


async def set_language(
    tx: Transaction, person: PersonId, language: str | None, until: datetime | None
) -> None:
    """Remember the language this chat chose; `until` only where the city forgets it again."""
    await tx.run(_SET_LANGUAGE, id=person, language=language, until=kept(until))


async def set_seen(tx: Transaction, person: PersonId, now: datetime) -> None:
    """Remember that somebody was here."""
    await tx.run(_SET_SEEN, id=person, now=kept(now))


async def forget_languages(tx: Transaction, now: datetime) -> int:
    """Forget the languages whose time is over; how many."""
    await tx.run(_FORGET_HINTS, now=kept(now))
    return await tx.run(_FORGET_LANGUAGES, now=kept(now))


async def set_welcomed(tx: Transaction, person: PersonId, now: datetime) -> None:
    await tx.run(_SET_WELCOMED, id=person, now=kept(now))


async def set_last_wijk(tx: Transaction, person: PersonId, wijk: WijkId) -> None:
    await tx.run(_SET_LAST_WIJK, id=person, wijk=wijk)


async def set_blocked(tx: Transaction, chat: ChatId, at: datetime | None) -> None:
    await tx.run(_SET_BLOCKED, chat=chat, at=kept(at))


async def set_chat(tx: Transaction, old: ChatId, new: ChatId) -> None:
    await tx.run(_SET_CHAT, old=old, new=new)


async def erase_person(tx: Transaction, person: PersonId) -> None:
    await tx.run(_ERASE, id=person)


async def insert_follow(tx: Transaction, person: PersonId, wijk: WijkId, now: datetime) -> None:
    await tx.run(_FOLLOW, person=person, wijk=wijk, now=kept(now))


async def erase_follow(tx: Transaction, person: PersonId, wijk: WijkId) -> None:
    await tx.run(_UNFOLLOW, person=person, wijk=wijk)


async def list_followed(tx: Transaction, person: PersonId) -> list[WijkId]:
    return [row["wijk"] for row in await tx.all(_LIST_FOLLOWED, person=person)]
