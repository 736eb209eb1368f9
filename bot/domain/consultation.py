"""The month of a wijk for the structural consultation: figures in which nobody can be found, also not by subtracting."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

# A group of fewer different people than this is never told by its number.
FEWEST: Final = 10
# What is told beside the themes comes in bands: two of them never leave a small group when one is taken from the other.
BANDS: Final = (10, 25, 50, 100)
# A place where so few different people reported is not named at all.
FEWEST_AT_A_PLACE: Final = 3
MOST_PLACES: Final = 8

Reporter = str  # told apart, and nothing else


@dataclass(frozen=True, slots=True)
class Group:
    """How many things, and of which people. What staff saw themselves counts as a thing of nobody."""

    times: int = 0
    people: frozenset[Reporter] = frozenset()

    def __or__(self, other: "Group") -> "Group":
        return Group(self.times + other.times, self.people | other.people)

    @property
    def is_large(self) -> bool:
        return len(self.people) >= FEWEST


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page: its exact number, or None for "fewer than ten"."""

    name: str
    times: int | None


@dataclass(frozen=True, slots=True)
class Band:
    """At least `least` and fewer than `below`; without `below` there is no end, `least` 0 is "fewer than ten"."""

    least: int
    below: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """All that the page tells. Of places and partners only that they are there, and a band."""

    wijk: str
    first: date
    signals: int | None
    questions: int | None
    ideas: int | None
    themes: tuple[Line, ...]
    has_small_themes: bool  # others were reported, each by fewer than ten and none of them named
    places: tuple[tuple[str, Band], ...] = ()
    partners: tuple[tuple[str, Band], ...] = ()
    again: Band = field(default_factory=lambda: band(Group()))
    closed: Band = field(default_factory=lambda: band(Group()))
    waiting: Band = field(default_factory=lambda: band(Group()))


def number_of(group: Group) -> int | None:
    """How many, where enough different people stand behind it."""
    return group.times if group.is_large else None


def band(group: Group) -> Band:
    """Between which round numbers it lies; by the people where those are few."""
    if not group.is_large:
        return Band(0, BANDS[0])
    least = max(bound for bound in BANDS if bound <= group.times)
    above = [bound for bound in BANDS if bound > group.times]
    return Band(least, above[0] if above else None)


def shown_parts(parts: Mapping[str, Group]) -> dict[str, int | None]:
    """The numbers of parts of a whole that is told too: what is left of it is nothing, or of enough people.

    While what is hidden holds too few people to stand for itself, the smallest part that is told is hidden as well.
    """
    shown = {name: number_of(group) for name, group in parts.items()}
    while _is_found_by_subtracting(parts, hidden := [name for name, times in shown.items() if times is None]):
        told = [name for name in parts if name not in hidden]
        if not told:
            break
        shown[min(told, key=lambda name: (len(parts[name].people), parts[name].times))] = None
    return shown


def _is_found_by_subtracting(parts: Mapping[str, Group], hidden: Collection[str]) -> bool:
    rest = together(parts[name] for name in hidden)
    return rest.times > 0 and not rest.is_large


def together(groups: Iterable[Group]) -> Group:
    whole = Group()
    for group in groups:
        whole = whole | group
    return whole


def themes_of(parts: Mapping[str, Group], *, nameless: Collection[str]) -> tuple[tuple[Line, ...], bool]:
    """Themes by how often they came, and whether some are left out: the small ones that are `nameless` (sensitive)."""
    shown = shown_parts({name: group for name, group in parts.items() if group.times})
    named = [name for name, times in shown.items() if times is not None or name not in nameless]
    ranked = sorted(named, key=lambda name: (-(shown[name] or 0), name))
    return tuple(Line(name, shown[name]) for name in ranked), len(named) < len(shown)


def places_of(groups: Mapping[str, Group]) -> tuple[tuple[str, Band], ...]:
    """Where several different people reported, most people first; one or two at a place are nobody's business."""
    several = [name for name, group in groups.items() if len(group.people) >= FEWEST_AT_A_PLACE]
    large = sorted(several, key=lambda name: (not groups[name].is_large, -band(groups[name]).least, name))
    return tuple((name, band(groups[name])) for name in large[:MOST_PLACES])
