"""How often the common questions were answered, for the desk: by month, never of whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.domain.errors import NotYourRole
from bot.domain.permissions import may_count
from bot.services.calendar import Calendar
from bot.services.common_questions import Became
from bot.services.turn import Turn
from storage.common_answers import list_answers_counted

MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Figures:
    question: str
    times: Mapping[Became, int]


@dataclass(frozen=True, slots=True)
class AnsweredFigures:
    turn: Turn

    @property
    def may(self) -> bool:
        return self.turn.staff is not None and may_count(self.turn.staff)

    def require(self) -> None:
        """Raise NotYourRole for who may not see them."""
        if not self.may:
            raise NotYourRole

    def month(self, ago: int) -> date:
        """The first day of the month so many months before this one."""
        today = Calendar(self.turn.city).local_day(self.turn.now)
        months = today.year * 12 + today.month - 1 - ago
        return date(months // 12, months % 12 + 1, 1)

    async def of(self, ago: int) -> list[Figures]:
        """Of that month, the questions that were answered most first."""
        wanted = f"{self.month(ago):%Y-%m}"
        counted = [one for one in await list_answers_counted(self.turn.tx) if one.month == wanted]
        found = [
            Figures(question, _times({one.outcome: one.times for one in counted if one.question == question}))
            for question in sorted({one.question for one in counted})
        ]
        return sorted(found, key=lambda one: -one.times[Became.SHOWN])


def _times(outcomes: Mapping[str, int]) -> Mapping[Became, int]:
    return {became: outcomes.get(became.value, 0) for became in Became}
