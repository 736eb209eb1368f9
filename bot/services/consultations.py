"""Consultations: the page of a wijk's month, for those who announce there; whole months that are over, and no words."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from bot.domain.cases import CaseKind
from bot.domain.city import Wijk
from bot.domain.consultation import (
    MOST_PLACES,
    Band,
    Group,
    Month,
    band,
    number_of,
    places_of,
    themes_of,
    together,
)
from bot.domain.errors import ButtonExpired, NotYours
from bot.domain.folding import fold
from bot.domain.people import StaffMember
from bot.domain.permissions import may_consult
from bot.services.calendar import Calendar
from bot.services.turn import Turn
from storage import consultation as rows
from storage.consultation import Counted

# So many months back, each whole: the days of a month that is not over, taken from each other, tell of one person.
MONTHS: Final = 3
UNKNOWN: Final = ""  # a signal of which nobody said what it is about


@dataclass(frozen=True, slots=True)
class Consultations:
    turn: Turn

    def wijken(self) -> tuple[Wijk, ...]:
        """Where who acts may have the page. Raises ButtonExpired for a resident."""
        staff, city = self._staff(), self.turn.city
        return tuple(wijk for wijk in city.wijken if may_consult(city, staff, wijk.id))

    def wijk(self, wijk: str) -> Wijk:
        """One of those. Raises NotYours, also for one that is not there."""
        city = self.turn.city
        if not city.has_wijk(wijk) or not may_consult(city, self._staff(), city.wijk(wijk).id):
            raise NotYours
        return city.wijk(wijk)

    def months(self) -> tuple[date, ...]:
        """The first days of the last months that are over, newest first."""
        month = Calendar(self.turn.city).local_day(self.turn.now).replace(day=1)
        found = []
        for _ in range(MONTHS):
            month = _before(month)
            found.append(month)
        return tuple(found)

    async def month(self, wijk: str, first: date) -> Month:
        """All that the page tells. Raises NotYours; ButtonExpired for a month that is not over, or long ago."""
        where = self.wijk(wijk)
        if first not in self.months():
            raise ButtonExpired
        since, until = self._start(first), self._start(_after(first))
        opened = await rows.list_opened(self.turn.tx, where.id, since, until)
        kinds = _by(opened, lambda one: one.kind)
        themes, has_more = themes_of(self._themes(opened), nameless=self._nameless())
        waiting = await rows.list_waiting_for_partner(self.turn.tx, where.id)
        return Month(
            wijk=where.name,
            first=first,
            signals=number_of(kinds.get(CaseKind.SIGNAL.value, Group())),
            questions=number_of(kinds.get(CaseKind.QUESTION.value, Group())),
            ideas=number_of(kinds.get(CaseKind.IDEA.value, Group())),
            themes=themes,
            has_small_themes=has_more,
            places=places_of(self._streets(opened)),
            again=band(_group(await rows.list_again(self.turn.tx, where.id, since, until))),
            closed=band(_group(await rows.list_closed(self.turn.tx, where.id, since, until))),
            waiting=band(_group([one for _, one in waiting])),
            partners=self._partners(waiting),
        )

    def _nameless(self) -> frozenset[str]:
        """Which categories are never named while few people reported them."""
        return frozenset(one.id for one in self.turn.city.categories if one.sensitive)

    def _themes(self, opened: Iterable[Counted]) -> Mapping[str, Group]:
        """Signals by category."""
        known = {category.id for category in self.turn.city.categories}
        signals = [one for one in opened if one.kind == CaseKind.SIGNAL]
        return _by(signals, lambda one: one.category if one.category and one.category in known else UNKNOWN)

    def _streets(self, opened: Iterable[Counted]) -> Mapping[str, Group]:
        """By street of the city's own list, never by what somebody typed; nothing that is sensitive."""
        known = {fold(name): name for name in self.turn.city.streets.names}
        placed = [(_street(one.place, known), one) for one in opened if one.place and not one.is_sensitive]
        return {
            street: together(_one(one) for name, one in placed if name == street)
            for street in {name for name, _ in placed if name}
        }

    def _partners(self, waiting: Sequence[tuple[str, Counted]]) -> tuple[tuple[str, Band], ...]:
        """By the names of partners that the city has; nothing that is sensitive."""
        names: dict[str, str] = {partner.id: partner.name for partner in self.turn.city.partners}
        known = [(names[one], case) for one, case in waiting if one in names and not case.is_sensitive]
        groups = {name: _group([case for other, case in known if other == name]) for name, _ in known}
        return tuple((name, band(groups[name])) for name in sorted(groups))[:MOST_PLACES]

    def _start(self, day: date) -> datetime:
        return datetime.combine(day, time(), self.turn.city.time_zone)

    def _staff(self) -> StaffMember:
        if self.turn.staff is None:
            raise ButtonExpired
        return self.turn.staff


def _street(place: str, known: Mapping[str, str]) -> str:
    """The name in the list of which the place, with a number behind it perhaps, is one; empty when there is none."""
    words = fold(place.partition(",")[0]).split()
    for end in range(len(words), 0, -1):
        if name := known.get(" ".join(words[:end])):
            return name
    return ""


def _by(counted: Iterable[Counted], key: Callable[[Counted], str]) -> dict[str, Group]:
    groups: dict[str, Group] = {}
    for one in counted:
        name = key(one)
        groups[name] = groups.get(name, Group()) | _one(one)
    return groups


def _group(counted: Sequence[Counted]) -> Group:
    return together(map(_one, counted))


def _one(counted: Counted) -> Group:
    return Group(1, frozenset({counted.reporter} if counted.reporter else ()))


def _before(month: date) -> date:
    return date(month.year - (month.month == 1), (month.month - 2) % 12 + 1, 1)


def _after(month: date) -> date:
    return date(month.year + (month.month == 12), month.month % 12 + 1, 1)
