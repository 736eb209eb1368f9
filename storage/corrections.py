"""Corrections: what of the staff a message of their own became, and other words in its place."""

from datetime import datetime
from typing import Final

from bot.domain.cases import Case, CaseMessage, CaseMessageId, Words
from bot.domain.people import StaffId
from storage.database import Transaction
from storage.messages import Source, get_message, words_kept
from storage.times import kept

_FIND_OF_SOURCE: Final = (
    "SELECT id FROM case_messages WHERE chat_id = :chat AND message_id = :message AND author = 'staff'"
)
_FIND_AUTHOR: Final = "SELECT staff_id FROM case_messages WHERE id = :id AND author = 'staff'"
_CORRECT: Final = """
UPDATE case_messages SET text = :text, sealed = :sealed, media = :media, lat = :lat, lon = :lon, corrected_at = :now
WHERE id = :id
"""
_ERASE_TRANSLATIONS: Final = "DELETE FROM translations WHERE case_message_id = :id"


async def find_sent_as(tx: Transaction, source: Source) -> CaseMessageId | None:
    """What of the staff a message of their own became."""
    row = await tx.one(_FIND_OF_SOURCE, chat=source.chat, message=source.message)
    return CaseMessageId(row["id"]) if row else None


async def find_author(tx: Transaction, message: CaseMessageId) -> StaffId | None:
    """Who of the staff wrote it; None for what a resident wrote, and for what is gone."""
    row = await tx.one(_FIND_AUTHOR, id=message)
    return row["staff_id"] if row else None


async def correct_message(
    tx: Transaction, case: Case, message: CaseMessage, words: Words, now: datetime
) -> CaseMessage:
    """Put other words in the place of those that left; what was translated of another text is gone."""
    await tx.run(_CORRECT, id=message.id, **words_kept(tx, words, sensitive=case.sensitive), now=kept(now))
    if words.text != message.words.text:
        await tx.run(_ERASE_TRANSLATIONS, id=message.id)
    return await get_message(tx, message.id)
