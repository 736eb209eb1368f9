"""Mornings: what came for a member of staff while it was quiet, and what presses."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from bot.domain.work import Counts, Pressing, Wanted
from storage.cases import WAITING, Waits
from storage.database import Transaction
from storage.paces import Heap
from storage.times import kept
from storage.work import count_work

_LIST_NEW: Final = f"""
SELECT category, wijk, COUNT(*) AS n {WAITING} AND created_at >= :since
GROUP BY category, wijk ORDER BY COUNT(*) DESC, CASE WHEN category IS NULL THEN 1 ELSE 0 END, category, wijk
"""
_COUNT_SAID: Final = """
SELECT COUNT(DISTINCT m.case_id) AS n FROM cases c JOIN case_messages m ON m.case_id = c.id
WHERE c.owner_id = :staff AND c.status NOT IN ('handled', 'withdrawn') AND c.created_at < :since
    AND m.author = 'resident' AND m.created_at >= :since
"""
# Reasons to look at a case on this very day.
PRESSING: Final = (Pressing.URGENT, Pressing.LATE, Pressing.TODAY, Pressing.REOPENED)


@dataclass(frozen=True, slots=True)
class Morning:
    """`new`: what came while it was quiet; `said`: own cases to which something was added; `counts` of all that waits."""

    new: Sequence[Heap]
    said: int
    counts: Counts

    @property
    def is_empty(self) -> bool:
        return not (self.new or self.said or any(self.counts.of(reason) for reason in PRESSING))


async def find_morning(tx: Transaction, waits: Waits, since: datetime, today: date) -> Morning:
    """What waits for this member of staff, in three statements however many cases there are."""
    new = await tx.all(_LIST_NEW, **waits.values, since=kept(since))
    said = await tx.one(_COUNT_SAID, staff=waits.staff, since=kept(since))
    heaps = [Heap(row["category"], row["wijk"], row["n"]) for row in new]
    return Morning(heaps, said["n"] if said else 0, await count_work(tx, waits, Wanted(), today))
