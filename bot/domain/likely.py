"""Which categories a message is likeliest about, by its words. Only orders buttons; the resident decides."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from re import Pattern
from typing import Final, Generic, TypeVar

from bot.domain.folding import beginnings, fold, spellings

CategoryT = TypeVar("CategoryT", bound=Hashable)
Words = Mapping[CategoryT, Mapping[str, Sequence[str]]]

ENOUGH: Final = 1000  # characters; what a message is about stands at its beginning
SHORTEST_STEM: Final = 3
SHORTEST_PART: Final = 4
# The last letter of a stem that changes before an ending: sokak, sokağı; боклук, боклуци; afval stays.
SOFTENED: Final[Mapping[str, Mapping[str, str]]] = {
    "tr": {"k": "g", "p": "b", "t": "d"},
    "bg": {"к": "ц", "г": "з", "х": "с"},
}


@dataclass(slots=True)
class Signs(Generic[CategoryT]):
    """The words of a city's categories, indexed when they are first asked for: hundreds, of which a message has few.

    `words` are stems by category and language; all languages count at once, for people mix them.
    """

    words: Words[CategoryT]
    # By their place in `words`: there are hundreds, and what they are is slow to tell apart.
    _categories: tuple[CategoryT, ...] = field(default=(), init=False)
    _index: dict[str, list[tuple[int, _Stem]]] | None = field(default=None, init=False)

    def likely(self, text: str) -> list[CategoryT]:
        """Order the categories whose words are in `text`, likeliest first, those without any left out.

        A longer stem is a stronger sign, one said twice is no stronger; equally likely ones keep the order of `words`.
        """
        message = _message(text[:ENOUGH])
        found = {(place, stem.key) for place, stem in self._near(message) if stem.is_in(message)}
        scores = Counter[int]()
        for place, key in found:
            scores[place] += len(key)
        return [self._categories[place] for place in sorted(scores, key=lambda one: (-scores[one], one))]

    def _near(self, message: _Message) -> Iterator[tuple[int, _Stem]]:
        """Every stem that may be in the message, for one of its clues is there, and the place of its category."""
        index = self._index = self._index or self._indexed()
        for clue in message.clues & index.keys():
            yield from index[clue]

    def _indexed(self) -> dict[str, list[tuple[int, _Stem]]]:
        index = defaultdict[str, list[tuple[int, _Stem]]](list)
        self._categories = tuple(self.words)
        for place, languages in enumerate(self.words.values()):
            for stem in (_stem(stem, language) for language, listed in languages.items() for stem in listed):
                for clue in stem.clues:
                    index[clue].append((place, stem))
        return dict(index)


def likely(text: str, words: Words[CategoryT]) -> list[CategoryT]:
    """As Signs.likely, for words that are asked about once."""
    return Signs(words).likely(text)


@dataclass(frozen=True, slots=True)
class _Message:
    folded: str
    as_typed: frozenset[str]
    clues: frozenset[str]


@lru_cache(maxsize=1)  # the categories and the common questions are looked for in the same message
def _message(text: str) -> _Message:
    folded, as_typed = fold(text), _as_typed(text)
    within = {folded[at : at + SHORTEST_STEM] for at in range(len(folded) - SHORTEST_STEM + 1)}
    begun = {_begun(folded[at : at + 2]) for at in _starts(folded)}
    return _Message(folded, as_typed, frozenset(within | begun | {_typed(word) for word in as_typed}))


@dataclass(frozen=True, slots=True)
class _Stem:
    """`clues` are parts of a message of which one is there when the stem is."""

    key: str
    spelt: str
    clues: frozenset[str]
    as_typed: frozenset[str]  # only for the very short, which count in no other form

    def is_in(self, message: _Message) -> bool:
        if self.as_typed:
            return not self.as_typed.isdisjoint(message.as_typed)
        return _pattern(self.spelt).search(message.folded) is not None


def _stem(stem: str, language: str) -> _Stem:
    key = fold(stem)
    if len(key) < SHORTEST_STEM:
        # Folded, Turkish iş (work) would be Dutch is: a word of two letters counts only as it is typed.
        as_typed = _as_typed(stem)
        return _Stem(key, "", frozenset(map(_typed, as_typed)), as_typed)
    if language == "nl" and len(key) >= SHORTEST_PART:
        # Dutch writes words together: zwerfvuil, straatlamp.
        return _Stem(key, spellings(key), frozenset({key[:SHORTEST_STEM]}), frozenset())
    forms = _forms(key, language)
    spelt = rf"(?<!\S)(?:{'|'.join(map(spellings, forms))})"
    return _Stem(
        key, spelt, frozenset(_begun(two) for form in forms for two in beginnings(form)), frozenset()
    )


@lru_cache(maxsize=8192)
def _pattern(spelt: str) -> Pattern[str]:
    """Made when a message has the clue of it: to make all of them at once takes longer than anybody should wait."""
    return re.compile(spelt)


def _forms(key: str, language: str) -> tuple[str, ...]:
    """A stem, and how it stands before an ending."""
    softer = SOFTENED.get(language, {}).get(key[-1:])
    return (key,) if softer is None else (key, key[:-1] + softer)


def _starts(folded: str) -> Iterator[int]:
    return (word.start() for word in re.finditer(r"\S+", folded))


def _begun(two: str) -> str:
    """The clue of what a word begins with."""
    return f"^{two}"


def _typed(word: str) -> str:
    """The clue of a word as it is typed."""
    return f"={word}"


def _as_typed(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.replace("İ", "i").lower()))
