"""Places: what a typed name or a location means in this city, with typing mistakes forgiven."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance.OSA import normalized_similarity as similarity

from bot.domain.borders import Borders
from bot.domain.city import City, Point, Wijk, WijkId
from bot.domain.places import LearnedStreet, in_order, nearest
from bot.domain.spelling import heard, joined, plain, sound_of, stem
from bot.domain.typed_place import FILLERS, TypedPlace, read_typed, street_in

# Chosen by measurement on the typing mistakes and the strangers' streets in tests/services/test_places.py.
ENOUGH: Final = 0.75
ENOUGH_OF_THE_STEM: Final = 0.65
NEARLY_ALL: Final = 0.9
AS_GOOD: Final = 0.05  # a name this close to the best one is offered beside it
SHORTEST_FORGIVEN: Final = 5  # shorter words resemble too many others
SHORTEST_SHORT_NAME: Final = 8  # "Kempen" or "Heide" alone may be anything
WORDS_TOGETHER: Final = 4
OFFERED_MOST: Final = 4


class Found(Enum):
    WIJK = auto()  # one wijk
    WIJKEN = auto()  # a name that several wijken share: ask which part
    STREET = auto()  # a street, with the wijk or wijken it lies in
    STREET_WITHOUT_WIJK = auto()  # a street of the city, of which nobody has said where it lies
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class PlaceGuess:
    """What a typed place means. Not `is_sure`: a mistake was forgiven, so ask. `others`: names nearly as near."""

    found: Found
    name: str = ""
    wijken: tuple[Wijk, ...] = ()
    house_number: str = ""
    is_sure: bool = False
    others: tuple[str, ...] = ()
    has_more: bool = False  # words stand around the name that say something more


@dataclass(frozen=True, slots=True)
class Located:
    """The wijken a location may lie in, likeliest first; none when it is outside the city."""

    wijken: tuple[Wijk, ...]
    is_exact: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of the city, of wijken or of a street."""

    name: str
    wijken: tuple[Wijk, ...]
    is_street: bool


class Gazetteer:
    """Every name of one city, ready to be searched; built once, shared by all.

    `learned`: streets that staff have placed, beside those of the city file.
    """

    def __init__(
        self, city: City, borders: Borders | None = None, learned: Iterable[LearnedStreet] = ()
    ) -> None:
        self._city = city
        self._borders = borders
        self._latest: tuple[object, Gazetteer] | None = None
        self._written, self._sounding = _index_of(city, tuple(learned))

    def latest(self, version: object) -> "Gazetteer | None":
        """The one that knows this state of what was learned, when it was built before."""
        return self._latest[1] if self._latest and self._latest[0] == version else None

    def taught(self, version: object, learned: Iterable[LearnedStreet]) -> "Gazetteer":
        """Build the one that knows these streets too, and keep it for whoever asks next."""
        taught = Gazetteer(self._city, self._borders, learned)
        self._latest = version, taught
        return taught

    def lesson(self, place: str, wijk: WijkId) -> str:
        """The street that a place in this wijk would teach us; empty where it would teach nothing."""
        guess = self.guess(place)
        if guess.found is Found.NOTHING or not guess.is_sure:
            return street_in(place, postcode=self._city.postcode, city=self._city.name)
        is_street = guess.found in {Found.STREET, Found.STREET_WITHOUT_WIJK}
        return guess.name if is_street and wijk not in {one.id for one in guess.wijken} else ""

    def locate(self, here: Point) -> Located:
        """Find the wijk of a location (WGS84): exactly by the city's borders, else the two with the nearest points."""
        if self._borders is None:
            return Located(tuple(near.wijk for near in nearest(self._city, here)), is_exact=False)
        wijk = self._borders.wijk_at(self._city, here)
        return Located((wijk,) if wijk else (), is_exact=True)

    def guess(self, text: str) -> PlaceGuess:
        """Find what a typed place means: a wijk, several, a street, or nothing that we know."""
        typed = read_typed(text, postcode=self._city.postcode, city=self._city.name)
        place = next((entry for entry in self._named(typed.whole) if not entry.is_street), None)
        if place is not None:
            return _guessed([place])
        return (
            self._exact(typed)
            or self._forgiven(typed, NEARLY_ALL)
            or self._in_a_sentence(typed)
            or self._forgiven(typed, ENOUGH)
            or PlaceGuess(Found.NOTHING)
        )

    def _named(self, words: Sequence[str]) -> list[Entry]:
        """The entries called exactly so, or that sound exactly so."""
        name = "".join(words)
        return self._written.get(name) or self._sounding.get(sound_of(name)) or []

    def _exact(self, typed: TypedPlace) -> PlaceGuess | None:
        for words in typed.readings:
            if entries := self._named(words):
                return _guessed(_preferred(entries, typed), house_number=typed.house_number)
        return None

    def _in_a_sentence(self, typed: TypedPlace) -> PlaceGuess | None:
        """Look for names among other words: "near the church in the Stalenstraat, Waterschei"."""
        found = [entry for words in _windows(typed.readings[-1]) for entry in self._named(words)[:1]]
        streets = [entry for entry in found if entry.is_street]
        places = [entry for entry in found if not entry.is_street]
        if not found:
            return None
        meant = [_narrowed(streets[0], places[0])] if streets and places else found
        guess = _guessed(meant, house_number=typed.house_number)
        return replace(guess, has_more=self._says_more(typed.readings[-1]))

    def _says_more(self, words: Sequence[str]) -> bool:
        """Whether words are left when the names, and what stands around a name, are taken out."""
        left = set(words) - FILLERS
        for window in _windows(words):
            if self._named(window):
                left -= set(window)
        return bool(left)

    def _forgiven(self, typed: TypedPlace, enough: float) -> PlaceGuess | None:
        """Forgive typing mistakes: the names that differ least."""
        scores: dict[Entry, float] = {}
        for words in typed.readings:
            for entry, score in self._alike("".join(words), enough):
                scores[entry] = max(score, scores.get(entry, 0.0))
        best = sorted(scores, key=lambda entry: -scores[entry])
        near = [entry for entry in best if scores[entry] >= scores[best[0]] - AS_GOOD]
        return _guessed(near, house_number=typed.house_number, is_sure=False) if near else None

    def _alike(self, name: str, enough: float) -> Iterator[tuple[Entry, float]]:
        if len(name) < SHORTEST_FORGIVEN:
            return
        for sought, index in ((name, self._written), (sound_of(name), self._sounding)):
            alike = process.extract(
                sought, index.keys(), scorer=similarity, score_cutoff=enough, limit=OFFERED_MOST
            )
            for key, score, _ in alike:
                if score >= NEARLY_ALL or _stems_alike(sought, key):
                    yield from ((entry, score) for entry in index[key])


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
def _index_of(
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


def _stems_alike(sought: str, key: str) -> bool:
    """An ending that both share makes half of a name equal, so without it they must be alike too."""
    one, other = stem(sought), stem(key)
    return one == sought or other == key or similarity(one, other) >= ENOUGH_OF_THE_STEM


def _preferred(entries: list[Entry], typed: TypedPlace) -> list[Entry]:
    """With the number of a house the street is meant, without it the wijk of that name."""
    return sorted(entries, key=lambda entry: entry.is_street is not bool(typed.house_number))


def _windows(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """Words that stand together, longest first; single short ones are left out ("mee" is a street, and a word)."""
    for many in range(min(WORDS_TOGETHER, len(words)), 0, -1):
        for start in range(len(words) - many + 1):
            window = words[start : start + many]
            if len("".join(window)) >= SHORTEST_FORGIVEN:
                yield window


def _narrowed(street: Entry, place: Entry) -> Entry:
    both = tuple(wijk for wijk in street.wijken if wijk in place.wijken)
    return Entry(street.name, both or street.wijken or place.wijken, is_street=True)


def _guessed(entries: Sequence[Entry], *, house_number: str = "", is_sure: bool = True) -> PlaceGuess:
    best = entries[0]
    others = tuple(dict.fromkeys(entry.name for entry in entries if joined(entry.name) != joined(best.name)))
    return PlaceGuess(
        found=_kind(best),
        name=best.name,
        wijken=best.wijken,
        house_number=house_number,
        is_sure=is_sure and not others,
        others=others[: OFFERED_MOST - 1],
    )


def _kind(entry: Entry) -> Found:
    if entry.is_street:
        return Found.STREET if entry.wijken else Found.STREET_WITHOUT_WIJK
    return Found.WIJK if len(entry.wijken) == 1 else Found.WIJKEN
