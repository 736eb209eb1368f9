"""Which categories a message is likeliest about, by its words. Only orders buttons; the resident decides."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from functools import lru_cache
from re import Pattern
from typing import Final, TypeVar

from bot.domain.folding import fold, spellings

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
    folded, as_typed = fold(text[:ENOUGH]), _as_typed(text[:ENOUGH])
    scores = {category: _score(folded, as_typed, stems) for category, stems in words.items()}
    return sorted((category for category in scores if scores[category]), key=lambda one: -scores[one])


def _score(folded: str, as_typed: frozenset[str], stems: Mapping[str, Sequence[str]]) -> int:
    """Add the length of each different stem that is in the text: one said twice is no stronger."""
    found = {
        fold(stem): len(fold(stem))
        for language, listed in stems.items()
        for stem in listed
        if _is_in(stem, language, folded, as_typed)
    }
    return sum(found.values())


def _is_in(stem: str, language: str, folded: str, as_typed: frozenset[str]) -> bool:
    # Folded, Turkish iş (work) would be Dutch is: a word of two letters counts only as it is typed.
    if len(fold(stem)) < SHORTEST_STEM:
        return not as_typed.isdisjoint(_as_typed(stem))
    return _stem_pattern(stem, language).search(folded) is not None


def _as_typed(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.replace("İ", "i").lower()))


@lru_cache(maxsize=4096)
def _stem_pattern(stem: str, language: str) -> Pattern[str]:
    key = fold(stem)
    softer = SOFTENED.get(language, {}).get(key[-1])
    last = f"(?:{spellings(key[-1])}|{spellings(softer)})" if softer else spellings(key[-1])
    # Dutch writes words together: zwerfvuil, straatlamp.
    start = r"(?<!\S)" if language != "nl" or len(key) < SHORTEST_PART else ""
    return re.compile(start + spellings(key[:-1]) + last)
