"""The month's characters that a machine was given: counted over restarts, warned of once, and never in the way."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.domain.alarms import Alarm
from bot.translation.translator import Reason
from storage.database import Transaction
from storage.spending import find_spent, set_spent

# Nothing left us then, so nothing is charged.
UNSENT: Final = frozenset({Reason.PAUSED, Reason.NO_TRANSLATOR, Reason.LANGUAGE_UNKNOWN, Reason.UNREACHABLE})


@dataclass(slots=True, kw_only=True)
class Budget:
    """`characters` a month, 0 for no limit. Months are those of UTC: a warning is no bill."""

    characters: int = 0
    alarm: Callable[..., None] = lambda _name, **_facts: None
    _uncounted: int = 0

    def count(self, outcome: str, characters: int) -> None:
        """Remember one call until the next transaction; what a crash or a failed write loses is a few texts."""
        if outcome not in UNSENT:
            self._uncounted += characters

    async def note(self, tx: Transaction, now: datetime) -> None:
        """Add what was sent since, and warn when that is more than was meant."""
        more, self._uncounted = self._uncounted, 0
        before = await find_spent(tx, month_of(now))
        spent = replace(before, characters=before.characters + more)
        if self.characters and spent.characters > self.characters and not before.warned:
            spent = replace(spent, warned=True)
            self.alarm(Alarm.TRANSLATOR_BUDGET, characters=self.characters)
        await set_spent(tx, spent)


def month_of(now: datetime) -> str:
    return f"{now:%Y-%m}"
