"""People who do not wait for an answer: each adds several things to a case at once, and there they stand in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from gates.crowd import RECEIVED, Resident


@dataclass(slots=True)
class Hasty(Resident):
    """`receipt` is the message of the bot to which they reply."""

    receipt: int = 0

    async def reports_first(self) -> None:
        """Make a case. Raises GaveUp."""
        await self._begins()
        await self._reports()
        self.receipt = next(
            int(kept.wire["message_id"])
            for kept in self.person.chat.newest_first()
            if not kept.outgoing and RECEIVED in str(kept.wire.get("text"))
        )

    def adds_at_once(self, times: int) -> None:
        for _ in range(times):
            number = self.crowd.number()
            self.crowd.added.add(number)
            self.crowd.due["added", self.person.user_id] += 1
            self.person.says(f"Ook nog {number}", self.receipt)


def out_of_order(told: Iterable[tuple[int, str]]) -> int:
    """How often a number came before one that was planted earlier; (case, number) as they were kept."""
    of_case: dict[int, list[str]] = defaultdict(list)
    for case, number in told:
        of_case[case].append(number)
    return sum(earlier > later for numbers in of_case.values() for earlier, later in pairwise(numbers))
