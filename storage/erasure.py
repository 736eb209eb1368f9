"""Erasing a chat: what every table keeps of it goes, and what only counts is cut loose from it."""

from datetime import datetime
from typing import Final

from storage.database import Transaction
from storage.times import kept

# Figures of an announcement stay; whom it went to does not.
_CUT_DELIVERIES: Final = """
UPDATE outbox SET chat_id = 0, person_id = NULL, message_id = NULL
WHERE chat_id = :chat AND announcement_id IS NOT NULL AND state NOT IN ('waiting', 'sending')
"""
_ERASE_OUTBOX: Final = "DELETE FROM outbox WHERE chat_id = :chat AND state <> 'sending'"
# What is in flight must find its row when it lands; if it has to go again, it has expired by then.
_EXPIRE_IN_FLIGHT: Final = "UPDATE outbox SET expires_at = 0 WHERE chat_id = :chat AND state = 'sending'"
_ERASE_DUE: Final = "DELETE FROM due WHERE lane = :chat"
_ERASE_ALBUMS: Final = "DELETE FROM album_parts WHERE chat_id = :chat"
_ERASE_ALBUM_MESSAGES: Final = "DELETE FROM album_messages WHERE chat_id = :chat"
_ERASE_PIECES: Final = "DELETE FROM outbox_pieces WHERE chat_id = :chat"
_ERASE_ASIDE: Final = "DELETE FROM inbox WHERE lane = :chat AND (state = 'aside' OR kind <> 'update')"
# Only the key that knows an update again is left of what was done.
_CUT_INBOX: Final = "UPDATE inbox SET lane = 0 WHERE lane = :chat AND state = 'done'"

_ERASE_LANDED: Final = """
DELETE FROM outbox WHERE chat_id = :chat AND created_at <= :until AND state NOT IN ('waiting', 'sending')
"""
_COUNT_IN_FLIGHT: Final = """
SELECT COUNT(*) AS n FROM outbox
WHERE chat_id = :chat AND created_at <= :until AND state IN ('waiting', 'sending')
"""
_ERASE_HAPPENED: Final = """
DELETE FROM inbox WHERE lane = :chat AND kind <> 'update' AND state = 'done' AND created_at <= :until
"""
_CUT_HAPPENED: Final = """
UPDATE inbox SET lane = 0 WHERE lane = :chat AND state = 'done' AND created_at <= :until
"""
_ERASE_PENALTY: Final = "DELETE FROM penalties WHERE chat_id = :chat AND until <= :now"

_ERASE_ALBUMS_OF_CASE: Final = """
DELETE FROM album_messages WHERE chat_id = :chat AND first_id IN (
    SELECT message_id FROM case_messages WHERE case_id = :case AND chat_id = :chat
)
"""
_ERASE_OF_CASE: Final = "DELETE FROM outbox WHERE case_id = :case AND chat_id = :chat AND state <> 'sending'"
_EXPIRE_OF_CASE: Final = """
UPDATE outbox SET expires_at = 0 WHERE case_id = :case AND chat_id = :chat AND state = 'sending'
"""
_CUT_SOURCES: Final = """
UPDATE case_messages SET chat_id = NULL, message_id = NULL WHERE case_id = :case AND chat_id = :chat
"""


async def erase_chat_of_case(tx: Transaction, case: int, chat: int) -> bool:
    """Erase that a chat had to do with a case; False while something about it is in flight there."""
    await tx.run(_ERASE_ALBUMS_OF_CASE, case=case, chat=chat)
    await tx.run(_CUT_SOURCES, case=case, chat=chat)
    await tx.run(_ERASE_OF_CASE, case=case, chat=chat)
    return await tx.run(_EXPIRE_OF_CASE, case=case, chat=chat) == 0


async def erase_chat(tx: Transaction, chat: int) -> None:
    """Erase what came from a chat, what would be said to it and what was to happen in it.

    What it sent after the turn that asks for this still waits, and is handled as somebody new.
    """
    for sql in (
        _CUT_DELIVERIES,
        _ERASE_OUTBOX,
        _EXPIRE_IN_FLIGHT,
        _ERASE_DUE,
        _ERASE_ALBUMS,
        _ERASE_ALBUM_MESSAGES,
        _ERASE_PIECES,
        _ERASE_ASIDE,
        _CUT_INBOX,
    ):
        await tx.run(sql, chat=chat)


async def erase_traces(tx: Transaction, chat: int, *, until: datetime, now: datetime) -> bool:
    """Erase what has landed since, of what began until then; False while something of it is in flight."""
    for sql in (_ERASE_LANDED, _ERASE_HAPPENED, _CUT_HAPPENED):
        await tx.run(sql, chat=chat, until=kept(until))
    await tx.run(_ERASE_PENALTY, chat=chat, now=kept(now))
    left = await tx.one(_COUNT_IN_FLIGHT, chat=chat, until=kept(until))
    return left is not None and left["n"] == 0
