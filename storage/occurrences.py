"""Occurrences: each time that somebody said of a signal that it is happening again."""

from datetime import datetime

from bot.domain.cases import CaseId
from storage.database import Transaction
from storage.times import kept, told

_INSERT = "INSERT INTO occurrences (case_id, created_at) VALUES (:case, :now)"
_COUNT = "SELECT COUNT(*) AS n FROM occurrences WHERE case_id = :case"
_LAST = "SELECT MAX(created_at) AS last FROM occurrences WHERE case_id = :case"


async def insert_occurrence(tx: Transaction, case: CaseId, now: datetime) -> None:
    await tx.run(_INSERT, case=case, now=kept(now))


async def count_occurrences(tx: Transaction, case: CaseId) -> int:
    row = await tx.one(_COUNT, case=case)
    return int(row["n"]) if row else 0


async def find_last_occurrence(tx: Transaction, case: CaseId) -> datetime | None:
    row = await tx.one(_LAST, case=case)
    return told(row["last"]) if row and row["last"] is not None else None
