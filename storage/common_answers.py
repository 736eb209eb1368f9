"""How often each common question was answered in a month, and what became of it: figures, and nothing of whom."""

from dataclasses import dataclass

from storage.database import Transaction

_COUNT = """
INSERT INTO common_answers (question, outcome, month, times) VALUES (:question, :outcome, :month, 1)
ON CONFLICT (question, outcome, month) DO UPDATE SET times = common_answers.times + 1
"""
_LIST = "SELECT question, outcome, month, times FROM common_answers ORDER BY month, question, outcome"


@dataclass(frozen=True, slots=True)
class Counted:
    """`month`: 2026-11, as the city's calendar has it."""

    question: str
    outcome: str
    month: str
    times: int


async def count_answer(tx: Transaction, question: str, outcome: str, month: str) -> None:
    await tx.run(_COUNT, question=question, outcome=outcome, month=month)


async def list_answers_counted(tx: Transaction) -> list[Counted]:
    """Oldest month first."""
    rows = await tx.all(_LIST)
    return [Counted(row["question"], row["outcome"], row["month"], row["times"]) for row in rows]
