"""Approvals: a second pair of eyes on an announcement; until when it waits for them, and when they are asked again."""

from datetime import datetime, timedelta, tzinfo
from typing import Final

from bot.domain.working_days import DAY, IsWorking

# An announcement that was to leave at once, and at which nobody looked for so long, is for its writer to decide anew.
WAITS: Final = timedelta(days=3)
MOST_WORDS: Final = 500  # characters of a refusal
_SOON: Final = timedelta(hours=2)
_AT_ONCE: Final = timedelta(minutes=5)
_DAY_BEGINS, _MORNING, _DAY_ENDS = 8, 9, 18
# Before a time that is planned far ahead nobody is asked again each morning.
_LAST_DAYS: Final = timedelta(days=3)


def asked_again_at(now: datetime, lapses_at: datetime, zone: tzinfo, *, urgent: bool) -> datetime:
    """When to ask again for the first time: soon, by day where there is a day left, and before it lapses."""
    halfway = now + (lapses_at - now) / 2
    if urgent:
        return min(now + _AT_ONCE, halfway)
    soon = min(now + _SOON, halfway)
    by_day = _by_day(soon.astimezone(zone)).astimezone(soon.tzinfo)
    return by_day if by_day < lapses_at else soon


def asked_each_morning_at(
    now: datetime, lapses_at: datetime, zone: tzinfo, is_working: IsWorking
) -> datetime | None:
    """After that: on each of the last working mornings before it lapses; None when there is no more."""
    morning = max(now, lapses_at - _LAST_DAYS).astimezone(zone)
    day = morning.date()
    while True:
        at = datetime(day.year, day.month, day.day, _MORNING, tzinfo=zone)
        if at >= lapses_at:
            return None
        if at > now and is_working(day):
            return at.astimezone(now.tzinfo)
        day += DAY


def _by_day(local: datetime) -> datetime:
    """That moment, or the next morning where it is evening or night."""
    if _DAY_BEGINS <= local.hour < _DAY_ENDS:
        return local
    morning = local.replace(hour=_DAY_BEGINS, minute=0, second=0, microsecond=0)
    return morning if local.hour < _DAY_BEGINS else morning + DAY
