"""Absences: from which day until which, who stands in, and who really does where that colleague is away too."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.domain.errors import ButtonExpired, DayUnclear
from bot.domain.people import StaffId

MOST_AHEAD: Final = timedelta(days=366)
_MONTHS: Final = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_SHORT: Final = {"mrt": "maa"}
# Day and month, the month also in Dutch words; the year may be left out, and the weekday before it is not read.
_DAY: Final = re.compile(
    r"(?:[a-z]+ )?([0-9]{1,2})(?: ?[-/.] ?([0-9]{1,2})|\.? ([a-z]{3,9}))\.?(?:(?: ?[-/.] ?| )([0-9]{4}))?"
)


@dataclass(frozen=True, slots=True)
class Absence:
    """Both days count. `substitute` None: everybody else who is responsible. `began`: it has taken effect."""

    staff: StaffId
    from_on: date
    until_on: date
    substitute: StaffId | None = None
    began: bool = False


def read_day(text: str, today: date) -> date:
    """A day as people type it ("24/12", "24-12-2026", "24 december"); the next such day. Raises DayUnclear."""
    found = _DAY.fullmatch(" ".join(text.casefold().split()))
    if found is None:
        raise DayUnclear
    day, month, word, year = found.groups()
    number = int(month) if month else _month(word)
    for candidate in (int(year),) if year else (today.year, today.year + 1):
        read = _date(candidate, number, int(day))
        if read is not None and today <= read <= today + MOST_AHEAD:
            return read
    raise DayUnclear


def day_pressed(text: str) -> date:
    """The day that a button carries. Raises ButtonExpired for what is none: crafted."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ButtonExpired from None


def _month(word: str) -> int:
    start = _SHORT.get(word[:3], word[:3])
    if start not in _MONTHS:
        raise DayUnclear
    return _MONTHS.index(start) + 1


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def standing_in(absences: Iterable[Absence]) -> Mapping[StaffId, StaffId]:
    """Of each absence that has begun who stands in, by the absent one: past those who are away as well.

    Two who stand in for each other, both away, have nobody.
    """
    began = {one.staff: one.substitute for one in absences if one.began}
    found: dict[StaffId, StaffId] = {}
    for absent, substitute in began.items():
        asked, seen = substitute, {absent}
        while asked in began and asked not in seen:
            seen.add(asked)
            asked = began[asked]
        if asked is not None and asked not in began:
            found[absent] = asked
    return found
