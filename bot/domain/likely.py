"""Which categories a message is likeliest about, by its words. Only orders buttons; the resident decides."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from re import Pattern
from typing import Final, TypeVar

from bot.domain.folding import fold, initials, spellings

CategoryT = TypeVar("CategoryT", bound=Hashable)

ENOUGH: Final = 1000  # characters; what a message is about stands at its beginning
SHORTEST_STEM: Final = 3
SHORTEST_PART: Final = 4
# The last letter of a stem that changes before an ending: sokak, sokağı; боклук, боклуци; afval stays.
SOFTENED: Final[Mapping[str, Mapping[str, str]]] = {
    "tr": {"k": "g", "p": "b", "t": "d"},
    "bg": {"к": "ц", "г": "з", "х": "с"},
}


def likely(text: str, words: Mapping[CategoryT, Mapping[str, Sequence[str]]]) -> list[CategoryT]:
    """Order the categories whose words are in `text`, likeliest first, those without any left out.

    `words` are stems by category and language; all languages count at once, for people mix them. A longer stem is
    a stronger sign; equally likely ones keep the order of `words`.
    """
    message = _Message.of(text[:ENOUGH])
    scores = {category: _score(message, stems) for category, stems in words.items()}
    return sorted((category for category in scores if scores[category]), key=lambda one: -scores[one])


def _score(message: _Message, stems: Mapping[str, Sequence[str]]) -> int:
    """Add the length of each different stem that is in the message: one said twice is no stronger."""
    known = (_stem(stem, language) for language, listed in stems.items() for stem in listed)
    return sum(map(len, {stem.key for stem in known if stem.is_in(message)}))


@dataclass(frozen=True, slots=True)
class _Message:
    folded: str
    initials: frozenset[str]  # what its words begin with
    as_typed: frozenset[str]

    @classmethod
    def of(cls, text: str) -> _Message:
        folded = fold(text)
        return cls(folded, frozenset(word[0] for word in folded.split()), _as_typed(text))


@dataclass(frozen=True, slots=True)
class _Stem:
    key: str
    pattern: Pattern[str]
    initials: frozenset[str]  # empty: anywhere in a word
    as_typed: frozenset[str]  # only for the very short, which count in no other form

    def is_in(self, message: _Message) -> bool:
        if self.as_typed:
            return not self.as_typed.isdisjoint(message.as_typed)
        if (
            self.initials.isdisjoint(message.initials)
            if self.initials
            else self.key[:-1] not in message.folded
        ):
            return False  # the pattern would say the same, much more slowly
        return self.pattern.search(message.folded) is not None


@lru_cache(maxsize=8192)
def _stem(stem: str, language: str) -> _Stem:
    key = fold(stem)
    # Folded, Turkish iş (work) would be Dutch is: a word of two letters counts only as it is typed.
    as_typed = _as_typed(stem) if len(key) < SHORTEST_STEM else frozenset()
    # Dutch writes words together: zwerfvuil, straatlamp.
    is_anywhere = language == "nl" and len(key) >= SHORTEST_PART
    pattern = re.compile(("" if is_anywhere else r"(?<!\S)") + _spelt(key, language))
    return _Stem(key, pattern, frozenset() if is_anywhere else initials(key), as_typed)


def _spelt(key: str, language: str) -> str:
    softer = SOFTENED.get(language, {}).get(key[-1:])
    if softer is None:
        return spellings(key)
    return f"{spellings(key[:-1])}(?:{spellings(key[-1])}|{spellings(softer)})"


def _as_typed(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.replace("İ", "i").lower()))
