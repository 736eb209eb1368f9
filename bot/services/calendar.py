"""The calendar of a city: Belgian public holidays beside its own weekends and closed days."""

from collections.abc import Container
from datetime import UTC, date, datetime, time
from functools import cache

import holidays

from bot.domain.city import City
from bot.domain.working_days import DAY, is_working_day, working_days_after, working_days_before


class Calendar:
    """Dates are the city's own; moments go in aware and come out in UTC."""

    def __init__(self, city: City) -> None:
        self._term = city.answers
        self._zone = city.time_zone
        self._public = public_holidays()

    def is_working_day(self, day: date) -> bool:
        return is_working_day(day, self._term, self._public)

    def is_closed(self, day: date) -> bool:
        """Whether the city is closed that day, be it a weekday or not: a public holiday, or a day of its own."""
        return day in self._public or any(closed.falls_on(day) for closed in self._term.closed)

    def local_day(self, moment: datetime) -> date:
        """Tell which day it is in the city at an aware moment."""
        return moment.astimezone(self._zone).date()

    def due_on(self, received: datetime, *, working_days: int | None = None) -> date:
        """Tell by when a first answer is due: the city's term, or another number of working days, after that day."""
        days = self._term.working_days if working_days is None else working_days
        return working_days_after(self.local_day(received), days, self.is_working_day)

    def late_at(self, due: date) -> datetime:
        """The moment (UTC) from which it is late: the end of the due day in the city."""
        return self._start_of(due + DAY)

    def noticed_at(self, due: date) -> datetime:
        """The start (UTC) of the first working day on which it is late: in the weekend nobody is there to do anything."""
        return self._start_of(working_days_after(due, 1, self.is_working_day))

    def remind_at(self, due: date) -> datetime:
        """The moment (UTC) to remind of it: the start of the last working day before the due day."""
        return self._start_of(working_days_before(due, 1, self.is_working_day))

    def next_time(self, clock: time, now: datetime) -> datetime:
        """The next moment (UTC) at which it is that time in the city."""
        today = datetime.combine(self.local_day(now), clock, self._zone).astimezone(UTC)
        return (
            today
            if today > now
            else datetime.combine(self.local_day(now) + DAY, clock, self._zone).astimezone(UTC)
        )

    def _start_of(self, day: date) -> datetime:
        return datetime.combine(day, time(), self._zone).astimezone(UTC)


@cache
def public_holidays() -> Container[date]:
    """Belgium's, each year worked out when it is first asked for. The first call reads those of all the world."""
    return holidays.country_holidays("BE")
