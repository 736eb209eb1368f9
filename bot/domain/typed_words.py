"""Words typed instead of a command: the whole message, apart from politeness and one slip, is one of these phrases."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from re import Pattern
from typing import Final

from bot.domain.folding import BREAK, fold, spellings

LONGEST: Final = 60  # characters; what is longer tells something
SHORTEST_SLIPPED: Final = 5  # a slip in a shorter word makes another word
MOST_SIGNS: Final = 3


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing that can be wished for: its phrases folded, as they are looked for, and those that are signs alone."""

    name: str
    phrases: tuple[str, ...]
    signs: frozenset[str]
    pattern: Pattern[str]

    def is_said(self, words: str) -> bool:
        return self.pattern.fullmatch(words) is not None

    def is_nearly_said(self, words: str) -> bool:
        return any(is_one_slip(words, phrase) for phrase in self.phrases)


class TypedWords:
    """Every phrase of every language at once, for people mix them; Bulgarian also in Latin letters.

    `phrases` by what they wish for; `around`: words of politeness, which say nothing at either end; `others` are
    words that look like one of them with a slip; `unclear` is the wish of a greeting that has nothing else, or of no
    more than some signs.
    """

    def __init__(
        self,
        phrases: Mapping[str, Iterable[str]],
        around: Iterable[str],
        *,
        unclear: str,
        others: Iterable[str] = (),
    ) -> None:
        self._wishes = tuple(_wish(name, listed) for name, listed in phrases.items())
        self._most_words = max(phrase.count(" ") + 1 for wish in self._wishes for phrase in wish.phrases)
        self._around = _pattern(_folded(around))
        self._others = frozenset(_folded(others))
        self._unclear = unclear
        self._greeting = next(wish for wish in self._wishes if wish.name == unclear)

    def wish(self, text: str, *, forgiving: bool = True) -> str | None:
        """What the whole message wishes for; None when it says something. `forgiving`: one slip in a word is none."""
        if len(text) > LONGEST:
            return None
        words = [word for word in fold(text).split() if word != BREAK]
        if not words:
            return self._of_signs("".join(text.split()))
        meant = self._without_politeness(words)
        if len(meant) > self._most_words:
            return None
        core = " ".join(meant)
        return self._said(" ".join(words), core) or (self._nearly(core) if forgiving else None)

    def _of_signs(self, signs: str) -> str | None:
        said = next((wish.name for wish in self._wishes if signs in wish.signs), None)
        return said or (self._unclear if 0 < len(signs) <= MOST_SIGNS else None)

    def _said(self, whole: str, core: str) -> str | None:
        for words in (whole, core):
            for wish in self._wishes:
                if wish.is_said(words):
                    return wish.name
        is_greeting = not core and any(self._greeting.is_said(word) for word in whole.split())
        return self._unclear if is_greeting else None

    def _nearly(self, core: str) -> str | None:
        if core in self._others:
            return None
        near = {wish.name for wish in self._wishes if wish.is_nearly_said(core)}
        return near.pop() if len(near) == 1 else None

    def _without_politeness(self, words: list[str]) -> list[str]:
        first = next((at for at, word in enumerate(words) if self._says_something(word)), len(words))
        last = next((at for at in range(len(words), first, -1) if self._says_something(words[at - 1])), first)
        return words[first:last]

    def _says_something(self, word: str) -> bool:
        return self._around.fullmatch(word) is None


def is_one_slip(typed: str, meant: str) -> bool:
    """Whether one letter is missing, doubled, wrong or changed places with the next.

    The first letter is right, and so is the last unless it changed places: another ending makes another word.
    """
    if len(meant) < SHORTEST_SLIPPED or typed[:1] != meant[:1] or abs(len(typed) - len(meant)) > 1:
        return False
    same = next((at for at, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b), None)
    if same is None:
        return typed == meant
    rest, wanted = typed[same:], meant[same:]
    if rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:]:
        return True
    is_slipped = rest[1:] == wanted[1:] or rest[1:] == wanted or rest == wanted[1:]
    return is_slipped and typed[-1] == meant[-1]


def _wish(name: str, listed: Iterable[str]) -> Wish:
    phrases = tuple(listed)
    folded = _folded(phrases)
    signs = frozenset(phrase for phrase in phrases if not any(map(str.isalnum, phrase)))
    return Wish(name, folded, signs, _pattern(folded))


def _folded(phrases: Iterable[str]) -> tuple[str, ...]:
    folded = (" ".join(word for word in fold(phrase).split() if word != BREAK) for phrase in phrases)
    return tuple(phrase for phrase in folded if phrase)


def _pattern(phrases: Iterable[str]) -> Pattern[str]:
    return re.compile("|".join(map(spellings, phrases)) or "(?!)")
