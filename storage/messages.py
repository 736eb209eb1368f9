"""Messages of cases, their translations and notes; words of a sensitive case are kept sealed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import orjson

from bot.domain.cases import (
    Author,
    Case,
    CaseId,
    CaseMessage,
    CaseMessageId,
    Heard,
    Media,
    MediaKind,
    Spot,
    Words,
)
from bot.domain.people import PersonId, StaffId
from storage.database import Row, Transaction
from storage.pieces import first_of_album
from storage.times import kept, told

_INSERT = """
INSERT INTO case_messages (case_id, author, staff_id, language, text, sealed, media, lat, lon, chat_id, message_id,
    created_at)
VALUES (:case, :author, :staff, :language, :text, :sealed, :media, :lat, :lon, :chat, :message, :now)
RETURNING id
"""
_SELECT = """
SELECT m.*, h.text AS heard, h.sealed AS heard_sealed, h.language AS heard_language, h.engine AS heard_engine
FROM case_messages m LEFT JOIN transcripts h ON h.case_message_id = m.id AND h.state = 'done'
"""
_FIND = f"{_SELECT} WHERE m.id = :id"
_LIST = f"{_SELECT} WHERE m.case_id = :case ORDER BY m.id"
_FIND_CASE = "SELECT case_id FROM case_messages WHERE chat_id = :chat AND message_id = :message"
_FIND_LAST_LANGUAGE = """
SELECT m.language FROM case_messages m JOIN cases c ON c.id = m.case_id
WHERE c.id = :case AND c.resident_id = :resident AND m.author = 'resident' ORDER BY m.id DESC LIMIT 1
"""
_ERASE = "DELETE FROM case_messages WHERE case_id = :case"
_ERASE_NOTES = "DELETE FROM notes WHERE case_id = :case"
_ASK = """
INSERT INTO translations (case_message_id, language, state, text, doubtful, attempts, created_at)
VALUES (:message, :language, :state, '', 0, 0, :now) ON CONFLICT (case_message_id, language) DO NOTHING
"""
_SET_TRANSLATION = """
UPDATE translations SET state = 'done', text = :text, sealed = :sealed, engine = :engine, staff_id = :staff,
    doubtful = :doubtful, done_at = :now
WHERE case_message_id = :message AND language = :language
"""
_SET_STATE = (
    "UPDATE translations SET state = :state WHERE case_message_id = :message AND language = :language"
)
_FIND_TRANSLATION = "SELECT * FROM translations WHERE case_message_id = :message AND language = :language"
# The states are named twice: SQLite takes an index of some rows only where its own words are in the question.
_LIST_WAITING = """
SELECT * FROM translations WHERE state = :state AND state IN ('machine', 'human') ORDER BY id LIMIT :most
"""

_LIST_DOUBTFUL = """
SELECT * FROM translations WHERE doubtful = 1 AND state = 'done' ORDER BY id DESC LIMIT :most
"""


class TranslationState(StrEnum):
    MACHINE = "machine"  # waits for the machine
    ARRIVED = "arrived"  # the machine's answer waits in the inbox
    HUMAN = "human"  # waits for a contact worker
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Translation:
    """One message in one other language. `engine` names the machine; without one a person translated.

    `staff` is who translated or confirmed it; `tried`: the machine was asked, whatever came of it.
    """

    message: CaseMessageId
    language: str
    state: TranslationState
    text: str
    engine: str | None
    doubtful: bool
    staff: StaffId | None = None
    tried: bool = False

    @property
    def done(self) -> bool:
        return self.state is TranslationState.DONE

    @property
    def by_person(self) -> bool:
        """Whether it waits for a contact worker."""
        return self.state is TranslationState.HUMAN


@dataclass(frozen=True, slots=True)
class Source:
    """Which Telegram message a case message came from, so that a reply to it finds its case."""

    chat: int
    message: int


def _words_kept(tx: Transaction, text: str, *, sensitive: bool) -> dict[str, Any]:
    """Either in the clear or sealed, never both."""
    return {"text": "" if sensitive else text, "sealed": tx.sealer.seal(text.encode()) if sensitive else None}


def words_kept(tx: Transaction, words: Words, *, sensitive: bool) -> dict[str, Any]:
    """All that one message holds, as columns."""
    return {
        **_words_kept(tx, words.text, sensitive=sensitive),
        "media": orjson.dumps(media_kept(words.media)).decode(),
        "lat": words.spot and words.spot.lat,
        "lon": words.spot and words.spot.lon,
    }


def _text(tx: Transaction, row: Row) -> str:
    return row["text"] if row["sealed"] is None else tx.sealer.unseal(row["sealed"]).decode()


def media_kept(media: Sequence[Media]) -> list[list[str]]:
    """Media as JSON values: [kind, file_id] each."""
    return [[item.kind.value, item.file_id] for item in media]


def media_told(values: Sequence[Sequence[str]]) -> tuple[Media, ...]:
    return tuple(Media(MediaKind(kind), file_id) for kind, file_id in values)


def _message(tx: Transaction, row: Row) -> CaseMessage:
    spot = None if row["lat"] is None else Spot(row["lat"], row["lon"])
    return CaseMessage(
        id=CaseMessageId(row["id"]),
        case=CaseId(row["case_id"]),
        author=Author(row["author"]),
        language=row["language"],
        words=Words(_text(tx, row), media_told(orjson.loads(row["media"])), spot),
        heard=_heard(tx, row),
        at=told(row["created_at"]),
        corrected_at=None if row["corrected_at"] is None else told(row["corrected_at"]),
    )


def _heard(tx: Transaction, row: Row) -> Heard | None:
    if row["heard_language"] is None:
        return None
    sealed = row["heard_sealed"]
    text = row["heard"] if sealed is None else tx.sealer.unseal(sealed).decode()
    return Heard(text, row["heard_language"], row["heard_engine"] or "")


async def insert_message(
    tx: Transaction,
    case: Case,
    message: CaseMessage,
    *,
    staff: StaffId | None = None,
    source: Source | None = None,
) -> CaseMessage:
    """Keep it, sealed when the case is sensitive; its id is given here."""
    words = message.words
    new = await tx.insert(
        _INSERT,
        case=case.id,
        author=message.author.value,
        staff=staff,
        language=message.language,
        **words_kept(tx, words, sensitive=case.sensitive),
        chat=source and source.chat,
        message=source and source.message,
        now=kept(message.at),
    )
    return await get_message(tx, CaseMessageId(new))


async def get_message(tx: Transaction, message: CaseMessageId) -> CaseMessage:
    """Raise LookupError when it is gone (erased)."""
    row = await tx.one(_FIND, id=message)
    if row is None:
        raise LookupError("a case message that must exist does not")
    return _message(tx, row)


async def find_message(tx: Transaction, message: CaseMessageId) -> CaseMessage | None:
    row = await tx.one(_FIND, id=message)
    return _message(tx, row) if row else None


async def list_messages(tx: Transaction, case: CaseId) -> list[CaseMessage]:
    """Oldest first."""
    return [_message(tx, row) for row in await tx.all(_LIST, case=case)]


async def find_case_of_source(tx: Transaction, source: Source) -> CaseId | None:
    """The case that a message of a person's own went into, or any picture of an album."""
    first = await first_of_album(tx, source.chat, source.message)
    row = await tx.one(_FIND_CASE, chat=source.chat, message=first)
    return CaseId(row["case_id"]) if row else None


async def find_last_language(tx: Transaction, case: CaseId, resident: PersonId) -> str | None:
    """The language of what a resident last wrote in the own case."""
    row = await tx.one(_FIND_LAST_LANGUAGE, case=case, resident=resident)
    return row["language"] if row else None


async def erase_messages(tx: Transaction, case: CaseId) -> None:
    """Erase what was said in a case, with its translations and notes."""
    await tx.run(_ERASE, case=case)
    await tx.run(_ERASE_NOTES, case=case)


async def ask_translation(
    tx: Transaction, message: CaseMessageId, language: str, state: TranslationState, now: datetime
) -> None:
    """Let a message wait for its translation; asking again changes nothing."""
    await tx.run(_ASK, message=message, language=language, state=state.value, now=kept(now))


async def set_translation(
    tx: Transaction, case: Case, translation: Translation, *, staff: StaffId | None, now: datetime
) -> None:
    """Keep the translation that arrived; a later one replaces it."""
    await tx.run(
        _SET_TRANSLATION,
        message=translation.message,
        language=translation.language,
        **_words_kept(tx, translation.text, sensitive=case.sensitive),
        engine=translation.engine,
        staff=staff,
        doubtful=int(translation.doubtful),
        now=kept(now),
    )


async def set_translation_state(
    tx: Transaction, message: CaseMessageId, language: str, state: TranslationState
) -> None:
    await tx.run(_SET_STATE, message=message, language=language, state=state.value)


async def find_translation(tx: Transaction, message: CaseMessageId, language: str) -> Translation | None:
    row = await tx.one(_FIND_TRANSLATION, message=message, language=language)
    return _translation(tx, row) if row else None


async def list_translations_waiting(tx: Transaction, state: TranslationState, most: int) -> list[Translation]:
    """What waits for the machine, or for a person; oldest first."""
    return [_translation(tx, row) for row in await tx.all(_LIST_WAITING, state=state.value, most=most)]


async def list_doubtful(tx: Transaction, most: int) -> list[Translation]:
    """What the machine translated and somebody should look at, newest first."""
    return [_translation(tx, row) for row in await tx.all(_LIST_DOUBTFUL, most=most)]


def _translation(tx: Transaction, row: Row) -> Translation:
    return Translation(
        message=CaseMessageId(row["case_message_id"]),
        language=row["language"],
        state=TranslationState(row["state"]),
        text=_text(tx, row),
        engine=row["engine"],
        doubtful=bool(row["doubtful"]),
        staff=row["staff_id"],
        tried=row["attempts"] > 0,
    )
