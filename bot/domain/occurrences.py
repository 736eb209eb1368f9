"""Occurrences: when it happened again, and at which days and hours it does."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final, NewType

from bot.domain.cases import CaseId

OccurrenceId = NewType("OccurrenceId", int)


class DayPart(StrEnum):
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


# From which hour on.
_BEGINS: Final[Mapping[DayPart, int]] = {
    DayPart.MORNING: 6,
    DayPart.AFTERNOON: 12,
    DayPart.EVENING: 18,
    DayPart.NIGHT: 22,
}
DAY: Final = timedelta(days=1)
# So many days back somebody may say that it was.
LONGEST_AGO: Final = 8


@dataclass(frozen=True, slots=True)
class Moment:
    """A day and what part of it; a night belongs to the day on which it begins. `part` None: not known."""

    day: date
    part: DayPart | None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that it happened again; without a `moment` of its own it was when it was said."""

    id: OccurrenceId
    case: CaseId
    said_at: datetime
    moment: Moment | None = None
    is_undone: bool = False


def moment_at(local: datetime) -> Moment:
    """The part of the day at a time on the clocks of the city."""
    if local.hour < _BEGINS[DayPart.MORNING]:
        return Moment(local.date() - DAY, DayPart.NIGHT)
    return Moment(
        local.date(), max((one for one in DayPart if _BEGINS[one] <= local.hour), key=_BEGINS.__getitem__)
    )


def parts_before(local: datetime, day: date) -> tuple[DayPart, ...]:
    """The parts of a day that have begun at a time on the clocks of the city."""
    begun = moment_at(local)
    if day != begun.day or begun.part is None:
        return tuple(DayPart) if day < begun.day else ()
    return tuple(one for one in DayPart if _BEGINS[one] <= _BEGINS[begun.part])


@dataclass(frozen=True, slots=True)
class Pattern:
    """How often by weekday (1 is Monday) and part of the day, and by hour of what was said while it went on."""

    parts: Mapping[tuple[int, DayPart | None], int]
    hours: Mapping[int, int]

    @property
    def has_unknown(self) -> bool:
        return any(part is None for _, part in self.parts)

    @property
    def busiest_hours(self) -> Sequence[tuple[int, int]]:
        """(hour, how often), most often first; the earlier one of two that are equal."""
        return sorted(self.hours.items(), key=lambda one: (-one[1], one[0]))


def pattern_of(times: Iterable[tuple[Moment, int | None]]) -> Pattern:
    """Count moments, each with the hour on the clock where that is known."""
    known = list(times)
    parts = Counter((moment.day.isoweekday(), moment.part) for moment, _ in known)
    return Pattern(parts, Counter(hour for _, hour in known if hour is not None))
