"""Whether a message speaks of danger, so that the card with the emergency numbers is shown at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from re import Pattern
from typing import Final

from bot.domain.danger_kinds import DangerKind
from bot.domain.danger_words import CALLS, CRIES, FILLERS, HARMLESS, PHRASES
from bot.domain.folding import BREAK, fold, spellings

__all__ = ["Danger", "DangerKind", "danger_in"]

LONGEST_CRY: Final = 6  # words
UP_TO_TWO_WORDS: Final = r"(?:\w+ ){0,2}"


@dataclass(frozen=True, slots=True)
class Danger:
    """What kinds of danger a message speaks of; never empty."""

    kinds: frozenset[DangerKind]


def danger_in(text: str, language: str) -> Danger | None:
    """Look for words of danger of the chat's language. A language without a list never shows danger."""
    if language not in PHRASES:
        return None
    folded = _harmless(language).sub(BREAK, fold(text))
    kinds = frozenset(kind for kind, pattern in _dangerous(language).items() if pattern.search(folded))
    kinds |= _cried(folded, language)
    return Danger(kinds) if kinds else None


def _cried(folded: str, language: str) -> frozenset[DangerKind]:
    """What the whole message is, apart from calls for help: "Brand! Help!"."""
    words = [word for word in folded.split() if word != BREAK]
    if len(words) > LONGEST_CRY:
        return frozenset()
    told = [word for word in words if not _word_of(CALLS[language]).fullmatch(word)]
    cries = CRIES[language].items()
    return frozenset(
        kind for kind, cry in cries if told and all(_word_of(cry).fullmatch(word) for word in told)
    )


@cache
def _word_of(words: str) -> Pattern[str]:
    return re.compile(_either(words))


@cache
def _dangerous(language: str) -> dict[DangerKind, Pattern[str]]:
    return {kind: _pattern(phrases, language) for kind, phrases in PHRASES[language].items()}


@cache
def _harmless(language: str) -> Pattern[str]:
    return _pattern(HARMLESS[language], language)


def _pattern(phrases: Iterable[str], language: str) -> Pattern[str]:
    either = "|".join(_phrase(phrase, language) for phrase in phrases)
    return re.compile(rf"(?<!\S)(?:{either})(?!\S)")


def _phrase(phrase: str, language: str) -> str:
    slots = (_slot(slot, language) for slot in phrase.split())
    return "".join(slots).removesuffix(" ")


def _slot(slot: str, language: str) -> str:
    if slot == "_":
        return UP_TO_TWO_WORDS
    if slot == "~":
        return f"(?:(?:{_either(FILLERS[language])}) ){{0,3}}"
    return f"(?:{_either(slot)}) "


def _either(words: str) -> str:
    return "|".join(_word(word) for word in words.split("|"))


def _word(word: str) -> str:
    before = r"\w*" if word.startswith("*") else ""
    after = r"\w*" if word.endswith("*") else ""
    return before + spellings(word.strip("*")) + after
