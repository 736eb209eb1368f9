"""What a machine wrote down of what was spoken; of a sensitive case it is kept sealed."""

from datetime import datetime
from typing import Final

import orjson

from bot.domain.cases import Case, CaseMessageId, Heard, MediaKind
from storage.database import Row, Transaction
from storage.interpreting import HEARD, Work
from storage.times import kept

SPOKEN: Final = frozenset({MediaKind.VOICE.value, MediaKind.VIDEO_NOTE.value})

_ASK = """
INSERT INTO transcripts (case_message_id, state, text, language, attempts, created_at)
VALUES (:message, 'machine', '', :language, 0, :now) ON CONFLICT (case_message_id) DO NOTHING
"""
_IS_AWAITED = "SELECT 1 FROM transcripts WHERE case_message_id = :message AND state IN ('machine', 'arrived')"
_FAIL = "UPDATE transcripts SET state = 'failed' WHERE case_message_id = :message"
_SET = """
UPDATE transcripts SET state = 'done', text = :text, sealed = :sealed, language = :language, engine = :engine, done_at = :now
WHERE case_message_id = :message
"""
_LIST = """
SELECT h.case_message_id AS id, h.attempts, h.language, m.media, COALESCE(p.chat_id, 0) AS lane
FROM transcripts h
JOIN case_messages m ON m.id = h.case_message_id
JOIN cases c ON c.id = m.case_id
LEFT JOIN people p ON p.id = c.resident_id
WHERE h.state = 'machine' ORDER BY h.case_message_id LIMIT :most
"""


async def ask_transcript(tx: Transaction, message: CaseMessageId, language: str, now: datetime) -> None:
    """Let the sound of a message wait for the machine; asking again changes nothing."""
    await tx.run(_ASK, message=message, language=language, now=kept(now))


async def is_transcript_awaited(tx: Transaction, message: CaseMessageId) -> bool:
    return await tx.one(_IS_AWAITED, message=message) is not None


async def fail_transcript(tx: Transaction, message: CaseMessageId) -> None:
    """The machine could not; it is not asked again."""
    await tx.run(_FAIL, message=message)


async def set_transcript(
    tx: Transaction, case: Case, message: CaseMessageId, heard: Heard, now: datetime
) -> None:
    """Keep what the machine heard."""
    sealed = tx.sealer.seal(heard.text.encode()) if case.sensitive else None
    await tx.run(
        _SET,
        message=message,
        text="" if case.sensitive else heard.text,
        sealed=sealed,
        language=heard.language,
        engine=heard.engine,
        now=kept(now),
    )


async def list_sounds(tx: Transaction, most: int) -> list[Work]:
    """Sound that waits for the machine, oldest first: Telegram's file in the place of a text."""
    return [_work(row) for row in await tx.all(_LIST, most=most)]


def _work(row: Row) -> Work:
    files = [file for kind, file in orjson.loads(row["media"]) if kind in SPOKEN]
    return Work(
        id=row["id"],
        kind=HEARD,
        about=row["id"],
        source=row["language"],
        language=row["language"],
        text=files[0] if files else "",
        lane=row["lane"],
        attempts=row["attempts"],
    )
