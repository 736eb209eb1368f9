"""Where a location lies, and how wijken are listed and called."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Final, NewType

from bot.domain.city import City, Point, Wijk, WijkId, WijkKind
from bot.domain.people import StaffId

StreetId = NewType("StreetId", int)

EARTH_METRES: Final = 6_371_000
NEIGHBOUR_METRES: Final = 12_000  # further from its middle a place lies in some other municipality


@dataclass(frozen=True, slots=True)
class LearnedStreet:
    """A street that a member of the staff has placed in a wijk."""

    id: StreetId
    name: str
    wijk: WijkId
    by: StaffId


@dataclass(frozen=True, slots=True)
class Near:
    """A wijk, and how far its nearest known point is."""

    wijk: Wijk
    metres: float


@dataclass(frozen=True, slots=True)
class NameSaid:
    """A name as people say it; more than one wijk means that one question follows."""

    name: str
    wijken: tuple[Wijk, ...]


def metres_between(one: Point, other: Point) -> float:
    """Great-circle distance (haversine)."""
    north = sin(radians(other.lat - one.lat) / 2) ** 2
    east = sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * EARTH_METRES * asin(sqrt(north + cos(radians(one.lat)) * cos(radians(other.lat)) * east))


def nearest(city: City, here: Point, *, most: int = 2) -> tuple[Near, ...]:
    """The likeliest wijken of a location, nearest first; none when it lies outside the city."""
    near = sorted((Near(wijk, _distance(wijk, here)) for wijk in city.wijken), key=lambda one: one.metres)
    is_outside = not near or near[0].metres > city.outside_metres
    return () if is_outside else tuple(near[:most])


def near_municipality(city: City, here: Point) -> str:
    """Name the neighbour whose middle is nearest; empty for a place far away."""
    near = min(city.municipalities, key=lambda one: metres_between(one.centre, here), default=None)
    return near.name if near and metres_between(near.centre, here) < NEIGHBOUR_METRES else ""


def in_order(wijken: Iterable[Wijk]) -> tuple[Wijk, ...]:
    """By name, "Winterslag 2" before "Winterslag 10", industry last: few people live there."""
    return tuple(sorted(wijken, key=lambda wijk: (wijk.kind is WijkKind.INDUSTRY, _by_name(wijk.name))))


def names_said(city: City) -> tuple[NameSaid, ...]:
    """The first list to choose from: the names people say, then every wijk that none of them holds."""
    aliases: Mapping[str, tuple[str, ...]] = {alias.name: alias.wijken for alias in city.aliases}
    said = tuple(NameSaid(name, tuple(city.wijk(wijk) for wijk in aliases[name])) for name in city.said_first)
    held = {wijk.id for name in said for wijk in name.wijken}
    rest = in_order(wijk for wijk in city.wijken if wijk.id not in held)
    return said + tuple(NameSaid(wijk.name, (wijk,)) for wijk in rest)


def _distance(wijk: Wijk, here: Point) -> float:
    return min(metres_between(point, here) for point in wijk.points)


def _by_name(name: str) -> tuple[tuple[int, int | str], ...]:
    words = name.casefold().replace("-", " ").split()
    return tuple((0, int(word)) if word.isdigit() else (1, word) for word in words)
