"""Every name of a city's places, as it is written and as it sounds; what staff have said of streets among them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bot.domain.city import City, Wijk
from bot.domain.places import LearnedStreet, in_order
from bot.domain.spelling import heard, joined, plain, stem

SHORTEST_SHORT_NAME: Final = 8  # "Kempen" or "Heide" alone may be anything


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of the city, of wijken or of a street."""

    name: str
    wijken: tuple[Wijk, ...]
    is_street: bool


def _places(city: City) -> Iterator[Entry]:
    for alias in city.aliases:
        yield Entry(alias.name, tuple(city.wijk(wijk) for wijk in alias.wijken), is_street=False)
    for wijk in city.wijken:
        yield Entry(wijk.name, (wijk,), is_street=False)


def _streets(city: City, learned: Iterable[LearnedStreet]) -> Iterator[Entry]:
    lies_in: dict[str, list[Wijk]] = {name: [] for name in city.streets.names}
    for wijk in city.wijken:
        for street in wijk.streets:
            lies_in.setdefault(street, []).append(wijk)
    called = {joined(name): name for name in lies_in}
    for lesson in learned:
        wijken = lies_in.setdefault(called.setdefault(joined(lesson.name), lesson.name), [])
        if city.has_wijk(lesson.wijk) and city.wijk(lesson.wijk) not in wijken:
            wijken.append(city.wijk(lesson.wijk))
    for street, wijken in lies_in.items():
        yield Entry(street, in_order(wijken), is_street=True)


@lru_cache(maxsize=8)
def index_of(
    city: City, learned: tuple[LearnedStreet, ...]
) -> tuple[dict[str, list[Entry]], dict[str, list[Entry]]]:
    """All names of a city, as they are written and as they sound; it takes as long as a hundred turns."""
    entries = (*_places(city), *_streets(city, learned))
    return _indexed(entries, joined), _indexed(entries, heard)


def _indexed(entries: Sequence[Entry], key: Callable[[str], str]) -> dict[str, list[Entry]]:
    """Index by whole names; a short name counts where nothing is wholly called so, and may mean several streets."""
    whole, short = defaultdict[str, list[Entry]](list), defaultdict[str, list[Entry]](list)
    for entry in entries:
        whole[key(entry.name)].append(entry)
        for name in _short_names(entry):
            short[key(name)].append(entry)
    return {**short, **whole}


def _short_names(entry: Entry) -> Iterator[str]:
    """Streets named after a person go by the surname ("Dumontlaan"), or by the person ("André Dumont")."""
    words = plain(entry.name).split() if entry.is_street else []
    if len(words) > 1:
        yield from (name for name in (words[-1], stem(" ".join(words))) if len(name) >= SHORTEST_SHORT_NAME)
