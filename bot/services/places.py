"""Places: what a typed name or a location means in this city, with typing mistakes forgiven."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance.OSA import normalized_similarity as similarity

from bot.domain.borders import Borders
from bot.domain.city import City, Point, Wijk, WijkId
from bot.domain.places import LearnedStreet, in_order, nearest
from bot.domain.spelling import heard, joined, plain, sound_of, stem
from bot.domain.typed_place import FILLERS, TypedPlace, read_typed, street_in
from bot.services.place_names import Entry, index_of

# Chosen by measurement on the typing mistakes and the strangers' streets in tests/services/test_places.py.
ENOUGH: Final = 0.75
ENOUGH_OF_THE_STEM: Final = 0.65
NEARLY_ALL: Final = 0.9
AS_GOOD: Final = 0.05  # a name this close to the best one is offered beside it
SHORTEST_FORGIVEN: Final = 5  # shorter words resemble too many others
WORDS_TOGETHER: Final = 4
OFFERED_MOST: Final = 4
CORNER: Final = frozenset(
    plain("hoek kruispunt kruising köşe köşesi köşesinde kavşak ъгъл ъгъла ъгълът кръстовище").split()
)
AND: Final = " / "  # between the two streets of a corner


class Found(Enum):
    WIJK = auto()  # one wijk
    WIJKEN = auto()  # a name that several wijken share: ask which part
    STREET = auto()  # a street, with the wijk or wijken it lies in
    STREET_WITHOUT_WIJK = auto()  # a street of the city, of which nobody has said where it lies
    OUTSIDE = auto()  # a municipality around the city, or something there
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
        beyond = [(name, one.name) for one in city.municipalities for name in (one.name, *one.villages)]
        self._outside = {key(name): there for key in (heard, joined) for name, there in beyond}
        self._written, self._sounding = index_of(city, tuple(learned))

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
        is_street = guess.found in {Found.STREET, Found.STREET_WITHOUT_WIJK} and AND not in guess.name
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
            or self._outside_the_city(typed)
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

    def _outside_the_city(self, typed: TypedPlace) -> PlaceGuess | None:
        """A neighbour's name alone or behind a street; not where a wijk of ours is named too ("As" is also a word)."""
        for words in typed.readings:
            if there := self._beyond(words):
                return PlaceGuess(Found.OUTSIDE, there, is_sure=True)
        words = typed.readings[-1]
        behind = next(filter(None, map(self._beyond, _endings(words))), "")
        is_ours = any(not entry.is_street for window in _windows(words) for entry in self._named(window))
        return (
            PlaceGuess(Found.OUTSIDE, behind, is_sure=True, has_more=True) if behind and not is_ours else None
        )

    def _beyond(self, words: Sequence[str]) -> str:
        name = "".join(words)
        return self._outside.get(name) or self._outside.get(sound_of(name), "")

    def _in_a_sentence(self, typed: TypedPlace) -> PlaceGuess | None:
        """Look for names among other words: "near the church in the Stalenstraat, Waterschei"."""
        found = [entry for words in _windows(typed.readings[-1]) for entry in self._named(words)[:1]]
        streets = [entry for entry in found if entry.is_street]
        places = [entry for entry in found if not entry.is_street]
        if not found:
            return None
        if len(streets) > 1 and not CORNER.isdisjoint((*typed.whole, *typed.name)):
            streets = [_corner(streets)]
            found = streets
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


def _endings(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """The last words, the most of them first: "Dorpsstraat 3, Houthalen Helchteren"; no short one: "as" is a word too."""
    for many in range(min(WORDS_TOGETHER, len(words) - 1), 0, -1):
        if len("".join(words[-many:])) >= SHORTEST_FORGIVEN:
            yield words[-many:]


def _corner(streets: Sequence[Entry]) -> Entry:
    """Where two streets meet: in a wijk that holds both, where one is known."""
    one, other = dict.fromkeys(streets) if len(set(streets)) == 2 else streets[:2]
    both = tuple(wijk for wijk in one.wijken if wijk in other.wijken)
    return Entry(
        f"{one.name}{AND}{other.name}", both or in_order({*one.wijken, *other.wijken}), is_street=True
    )


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
