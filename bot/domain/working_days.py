"""Working days: by when something is due. Weekends and closed days are the city's, public holidays come from outside."""

from collections.abc import Callable, Container
from datetime import date, timedelta
from typing import Final

from bot.domain.city import AnswerTerm

DAY: Final = timedelta(days=1)
IsWorking = Callable[[date], bool]


def is_working_day(day: date, term: AnswerTerm, public_holidays: Container[date]) -> bool:
    is_free = day.weekday() in term.weekend or day in public_holidays
    return not is_free and not any(closed.falls_on(day) for closed in term.closed)


def working_days_after(start: date, days: int, is_working: IsWorking) -> date:
    """Count `days` working days on from `start`, which does not count itself; 1 is the next working day."""
    return _counted(start, days, DAY, is_working)


def working_days_before(end: date, days: int, is_working: IsWorking) -> date:
    """Count `days` working days back from `end`, which does not count itself."""
    return _counted(end, days, -DAY, is_working)


def _counted(day: date, days: int, step: timedelta, is_working: IsWorking) -> date:
    while days:
        day += step
        days -= is_working(day)
    return day
