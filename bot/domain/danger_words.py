"""Words of danger in each language, as data: for people who know the language to read and correct: one module each.

A phrase is words in their order. `*` at the end of a word: any ending. `a|b`: either. `_`: up to two other words.
`~`: up to three of the language's FILLERS. Case, diacritics and doubled letters never matter, and Bulgarian is found
in Latin letters as well (folding.py). No phrase reaches across a comma or the end of a sentence.
HARMLESS phrases are taken out first, so they must be certain: a card too many costs less than one too few.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.domain import danger_bulgarian, danger_dutch, danger_turkish
from bot.domain.danger_kinds import DangerKind

_MODULES: Final = {"nl": danger_dutch, "tr": danger_turkish, "bg": danger_bulgarian}

PHRASES: Final[Mapping[str, Mapping[DangerKind, tuple[str, ...]]]] = {
    language: words.PHRASES for language, words in _MODULES.items()
}
HARMLESS: Final[Mapping[str, tuple[str, ...]]] = {
    language: words.HARMLESS for language, words in _MODULES.items()
}
# Too little to be sure of in a sentence, and all there is to say when it is the whole message.
CRIES: Final[Mapping[str, Mapping[DangerKind, str]]] = {
    language: words.CRY for language, words in _MODULES.items()
}
CALLS: Final[Mapping[str, str]] = {language: words.CALLS for language, words in _MODULES.items()}
FILLERS: Final[Mapping[str, str]] = {language: words.FILLERS for language, words in _MODULES.items()}
