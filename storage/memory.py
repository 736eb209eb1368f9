"""What people translated, known again by the words; the words themselves are not kept, the translation is sealed."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.cases import CaseId, CaseMessageId
from storage.database import Transaction
from storage.times import kept

_REMEMBER = """
INSERT INTO translation_memory (case_message_id, source, language, mark, engine, sealed, times, created_at)
VALUES (:message, :source, :language, :mark, :engine, :sealed, 0, :now)
ON CONFLICT (source, language, mark, engine) DO UPDATE SET case_message_id = excluded.case_message_id,
    sealed = excluded.sealed, created_at = excluded.created_at
"""
_RECALL = """
SELECT id, sealed, times FROM translation_memory WHERE source = :source AND language = :language AND mark = :mark
ORDER BY created_at DESC, id DESC LIMIT 1
"""
_COUNT = "UPDATE translation_memory SET times = times + 1 WHERE id = :id"
_FORGET = "DELETE FROM translation_memory WHERE case_message_id IN (SELECT id FROM case_messages WHERE case_id = :case)"


@dataclass(frozen=True, slots=True)
class Remembered:
    """What somebody made of the same words before; `times`: how often it was of use, this time with it."""

    text: str = field(repr=False)
    times: int


@dataclass(frozen=True, slots=True)
class Sayable:
    """Words and the pair of languages they are wanted in."""

    text: str = field(repr=False)
    source: str
    language: str

    def mark(self, tx: Transaction) -> str:
        """The same for the same words, however they are spaced."""
        return tx.sealer.mark(f"{self.source} {self.language} {' '.join(self.text.split())}".encode())


async def remember(
    tx: Transaction, said: Sayable, translation: str, *, message: CaseMessageId, engine: str, now: datetime
) -> None:
    """Keep a person's translation; a later one of the same words takes its place."""
    await tx.run(
        _REMEMBER,
        message=message,
        source=said.source,
        language=said.language,
        mark=said.mark(tx),
        engine=engine,
        sealed=tx.sealer.seal(translation.encode()),
        now=kept(now),
    )


async def recall(tx: Transaction, said: Sayable) -> Remembered | None:
    """The newest translation by a person of the same words, counted; None when nobody made one."""
    row = await tx.one(_RECALL, source=said.source, language=said.language, mark=said.mark(tx))
    if row is None:
        return None
    await tx.run(_COUNT, id=row["id"])
    return Remembered(tx.sealer.unseal(row["sealed"]).decode(), row["times"] + 1)


async def forget_case(tx: Transaction, case: CaseId) -> None:
    """What was said in a case that turned out to be sensitive is used nowhere else."""
    await tx.run(_FORGET, case=case)
