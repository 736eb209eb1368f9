"""Which role is asked first for what comes in, where the city file says so: by category, wijk, day and hour."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.city_parts import CategoryId, WijkId
from bot.domain.toml_table import Table, meant
from bot.domain.weekdays import Weekday

DAY: Final = timedelta(days=1)


class FirstRole(StrEnum):
    """The roles that handle cases of residents; others can be asked for nothing."""

    WIJKMANAGER = "wijkmanager"
    COORDINATOR = "coordinator"


@dataclass(frozen=True, slots=True)
class AskedFirst:
    """One rule. What is empty fits everything; hours may go over midnight, and count to the day on which they begin."""

    role: FirstRole
    categories: tuple[CategoryId, ...] = ()
    wijken: tuple[WijkId, ...] = ()
    days: frozenset[int] = frozenset()
    starts: time | None = None
    ends: time | None = None

    def fits(self, category: CategoryId | None, wijk: WijkId | None, came: datetime) -> bool:
        """Whether it is about what came at this local time."""
        if self.categories and category not in self.categories:
            return False
        if self.wijken and wijk not in self.wijken:
            return False
        return self._holds(came)

    def _holds(self, came: datetime) -> bool:
        clock = came.time()
        if self.starts is None or self.ends is None:
            return self._is_on(came)
        if self.starts < self.ends:
            return self.starts <= clock < self.ends and self._is_on(came)
        if clock >= self.starts:
            return self._is_on(came)
        return clock < self.ends and self._is_on(came - DAY)

    def _is_on(self, day: datetime) -> bool:
        return not self.days or day.weekday() in self.days


def asked_first(root: Table) -> Iterator[AskedFirst]:
    """Read `[[asked_first]]`; none when it is left out."""
    for table in root.tables("asked_first"):
        yield AskedFirst(
            role=table.choice("role", FirstRole),
            categories=tuple(CategoryId(one) for one in table.texts("categories")),
            wijken=tuple(WijkId(one) for one in table.texts("wijken")),
            days=frozenset(day.number for day in table.choices("days", Weekday))
            if table.has("days")
            else frozenset(),
            starts=table.clock("from") if table.has("from") else None,
            ends=table.clock("until") if table.has("until") else None,
        )
        table.done()


def check_asked_first(
    root: Table, rules: Sequence[AskedFirst], categories: Sequence[str], wijken: Sequence[str]
) -> None:
    """Complain of rules that name what is not there, that fit everything, and of hours that are none."""
    for place, rule in enumerate(rules, 1):
        key = f"asked_first[{place}]"
        for category in rule.categories:
            _known(root, f"{key}.categories", category, categories, "a category")
        for wijk in rule.wijken:
            _known(root, f"{key}.wijken", wijk, wijken, "a wijk")
        if (rule.starts is None) is not (rule.ends is None):
            root.wrong(key, "has one of from and until", "both, or neither")
        elif rule.starts is not None and rule.starts == rule.ends:
            root.wrong(key, "ends when it begins", "two different times")
        if rule == AskedFirst(rule.role):
            root.wrong(key, "fits everything", "categories, wijken, days, or from and until")


def _known(root: Table, key: str, name: str, known: Sequence[str], what: str) -> None:
    if name not in known:
        expected = f"{what} that the file has{meant(name, list(known))}"
        root.wrong(key, f'names "{name}", which is not {what} of this file', expected)
