"""News as a resident wants it: topics, quiet hours, a pause. Urgent news keeps neither waiting."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.city import City

HOURS: Final = 24
# Who pauses until further notice pauses until then.
FOR_EVER: Final = datetime(9999, 1, 1, tzinfo=UTC)


class Topic(StrEnum):
    OVERLAST = "overlast"
    WORKS = "works"
    ACTIVITIES = "activities"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True)
class Quiet:
    """Full hours of the city's clock: quiet from `start` until `end`, over midnight when it ends earlier."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Raise ValueError for what is no hour, and for a day that is quiet whole or not at all."""
        if not (0 <= self.start < HOURS and 0 <= self.end < HOURS) or self.start == self.end:
            raise ValueError("not two different hours of a day")

    def holds(self, hour: int) -> bool:
        """Whether that hour of the day is quiet."""
        return (hour - self.start) % HOURS < (self.end - self.start) % HOURS


# Nights, as most people have them; whoever works in shifts chooses the hours.
NIGHTS: Final = (Quiet(22, 7), Quiet(21, 8), Quiet(20, 9))


@dataclass(frozen=True, slots=True)
class Wishes:
    """`paused_until` may have passed."""

    quiet: Quiet | None = None
    paused_until: datetime | None = None
    offered_at: datetime | None = None
    left: frozenset[Topic] = frozenset()

    def pause(self, now: datetime) -> datetime | None:
        """Until when no news comes; None when it comes."""
        return self.paused_until if self.paused_until is not None and self.paused_until > now else None


def next_hour(hour: int, now: datetime, city: City) -> datetime:
    """When it is that full hour in the city next, in UTC; where summer time leaves it out, an hour later."""
    local = now.astimezone(city.time_zone)
    day = local.date() if hour > local.hour else local.date() + timedelta(days=1)
    return at_local(day, hour, city)


def at_local(day: date, hour: int, city: City) -> datetime:
    """A full hour of a local day, in UTC."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=city.time_zone).astimezone(UTC)
