"""What waits for the machine: words of cases, answers and announcements that are being written, and how often it was asked."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import orjson

from bot.domain.cases import CaseMessageId
from storage.database import Row, Transaction
from storage.inbox import insert_inbox

# The kinds of happening that an answer becomes.
TRANSLATED: Final = "translated"
ANNOUNCEMENT_TRANSLATED: Final = "announcement-translated"
FORETOLD: Final = "answer-foretold"
HEARD: Final = "heard"

# The states are named twice: SQLite takes an index of some rows only where its own words are in the question.
_LIST_CASES = """
SELECT t.id, t.case_message_id AS about, t.language, t.attempts, COALESCE(h.language, m.language) AS source,
    CASE WHEN h.case_message_id IS NULL THEN m.text ELSE h.text END AS text,
    CASE WHEN h.case_message_id IS NULL THEN m.sealed ELSE h.sealed END AS sealed, COALESCE(p.chat_id, 0) AS lane
FROM translations t
JOIN case_messages m ON m.id = t.case_message_id
LEFT JOIN transcripts h ON h.case_message_id = m.id AND h.state = 'done'
JOIN cases c ON c.id = m.case_id
LEFT JOIN people p ON p.id = c.resident_id
WHERE t.state = 'machine' AND t.state IN ('machine', 'human') ORDER BY t.id LIMIT :most
"""
_LIST_DRAFTS = """
SELECT t.id, t.announcement_id AS about, t.language, t.attempts, 'nl' AS source, '' AS text, d.sealed,
    COALESCE(p.chat_id, 0) AS lane
FROM announcement_texts t
JOIN announcement_texts d ON d.announcement_id = t.announcement_id AND d.language = 'nl'
JOIN announcements a ON a.id = t.announcement_id
JOIN staff s ON s.id = a.staff_id
LEFT JOIN people p ON p.id = s.person_id
WHERE t.state = 'machine' ORDER BY t.id LIMIT :most
"""
_LIST_FORETOLD = """
SELECT t.id, t.id AS about, t.language, t.attempts, t.source, '' AS text, t.sealed, p.chat_id AS lane
FROM foretold t JOIN people p ON p.id = t.person_id
WHERE t.state = 'machine' ORDER BY t.id LIMIT :most
"""
_COUNT: Final = {
    TRANSLATED: "UPDATE translations SET attempts = attempts + 1 WHERE id = :id AND state = 'machine'",
    ANNOUNCEMENT_TRANSLATED: (
        "UPDATE announcement_texts SET attempts = attempts + 1 WHERE id = :id AND state = 'machine'"
    ),
    HEARD: "UPDATE transcripts SET attempts = attempts + 1 WHERE case_message_id = :id AND state = 'machine'",
    FORETOLD: "UPDATE foretold SET attempts = attempts + 1 WHERE id = :id AND state = 'machine'",
}
_ARRIVED: Final = {
    TRANSLATED: "UPDATE translations SET state = 'arrived' WHERE id = :id AND state = 'machine'",
    ANNOUNCEMENT_TRANSLATED: (
        "UPDATE announcement_texts SET state = 'arrived' WHERE id = :id AND state = 'machine'"
    ),
    HEARD: "UPDATE transcripts SET state = 'arrived' WHERE case_message_id = :id AND state = 'machine'",
    FORETOLD: "UPDATE foretold SET state = 'arrived' WHERE id = :id AND state = 'machine'",
}


@dataclass(frozen=True, slots=True)
class Work:
    """One text that waits for the machine. `about` is the case message, the announcement or the draft; `lane` a chat or 0."""

    id: int
    kind: str
    about: int
    source: str
    language: str
    text: str = field(repr=False)
    lane: int = field(repr=False)
    attempts: int


async def list_work(tx: Transaction, most: int) -> list[Work]:
    """Answers that somebody is looking at first, then words of cases, then announcements; oldest first, each so many."""
    foretold = await tx.all(_LIST_FORETOLD, most=most)
    cases = await tx.all(_LIST_CASES, most=most)
    drafts = await tx.all(_LIST_DRAFTS, most=most)
    return [
        *(_work(tx, FORETOLD, row) for row in foretold),
        *(_work(tx, TRANSLATED, row) for row in cases),
        *(_work(tx, ANNOUNCEMENT_TRANSLATED, row) for row in drafts),
    ]


def _work(tx: Transaction, kind: str, row: Row) -> Work:
    text = row["text"] if row["sealed"] is None else tx.sealer.unseal(row["sealed"]).decode()
    return Work(
        row["id"], kind, row["about"], row["source"], row["language"], text, row["lane"], row["attempts"]
    )


async def count_attempt(tx: Transaction, work: Work) -> bool:
    """Write down that the machine is asked once more; False when nobody waits for it any more."""
    return await tx.run(_COUNT[work.kind], id=work.id) == 1


async def insert_answer(tx: Transaction, work: Work, payload: bytes, now: datetime) -> bool:
    """Let the answer happen in its lane, once; False when nobody waits for it any more (erased, or done otherwise)."""
    if await tx.run(_ARRIVED[work.kind], id=work.id) != 1:
        return False
    # A draft may be asked for again: the moment makes the key this answer's own.
    key = f"{work.kind}:{work.id}:{int(now.timestamp() * 1_000_000)}"
    return await insert_inbox(tx, key, work.lane, work.kind, payload, now)


async def insert_known(
    tx: Transaction, message: CaseMessageId, language: str, text: str, *, lane: int, now: datetime
) -> None:
    """Let what a person made of the same words before arrive as a machine's answer would, once."""
    detail = {"about": message, "language": language, "text": text, "engine": "", "doubtful": False}
    key = f"{TRANSLATED}:known:{message}:{language}"
    await insert_inbox(tx, key, lane, TRANSLATED, orjson.dumps(detail), now)
