"""Hours in which a member of staff wants to hear the bot: full ones of the city's clock, on some days of the week."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

HOURS: Final = 24
WEEK: Final = range(1, 8)  # ISO: Monday is 1
DAY: Final = timedelta(days=1)
# In so many days everybody who works at all has a day of work, whatever is closed.
_AHEAD: Final = 400

IsFree = Callable[[date], bool]


@dataclass(frozen=True, slots=True)
class Hours:
    """From `start` until `end`, over midnight when it ends earlier; a night belongs to the day on which it began."""

    start: int
    end: int
    days: frozenset[int]

    def __post_init__(self) -> None:
        """Raise ValueError for what is no hour, no day of the week, or no time at all."""
        if not (0 <= self.start < HOURS and 0 <= self.end < HOURS) or self.start == self.end:
            raise ValueError("not two different hours of a day")
        if not self.days or not self.days <= set(WEEK):
            raise ValueError("not days of a week")

    @property
    def runs(self) -> tuple[tuple[int, int], ...]:
        """The days as people say them: (first, last) of those that follow each other."""
        firsts = [day for day in sorted(self.days) if day - 1 not in self.days]
        lasts = [day for day in sorted(self.days) if day + 1 not in self.days]
        return tuple(zip(firsts, lasts, strict=True))

    def hold(self, local: datetime, is_free: IsFree) -> bool:
        """Whether somebody works at that moment of the city's clock."""
        into = (local.hour - self.start) % HOURS
        began = (local.replace(tzinfo=None) - timedelta(hours=into)).date()
        return into < (self.end - self.start) % HOURS and self._work_on(began, is_free)

    def begin_after(self, local: datetime, is_free: IsFree) -> date:
        """The first day on which they begin later than that moment of the city's clock."""
        first = local.date() if local.hour < self.start else local.date() + DAY
        return self._next(first, DAY, is_free)

    def ended_before(self, day: date, is_free: IsFree) -> date:
        """The day on which they ended last, before those that begin on this day."""
        began = self._next(day - DAY, -DAY, is_free)
        return began if self.end > self.start else began + DAY

    def _next(self, day: date, step: timedelta, is_free: IsFree) -> date:
        for _ in range(_AHEAD):
            if self._work_on(day, is_free):
                break
            day += step
        return day

    def _work_on(self, day: date, is_free: IsFree) -> bool:
        return day.isoweekday() in self.days and not is_free(day)
