"""Names of people in what somebody wrote, as they are likely to be written. It is a guess: nothing is decided by it."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Final

from bot.domain.folding import fold
from bot.domain.name_words import BEFORE, CLOSINGS, HONOURS, NO_NAMES, OWN, SALUTATIONS, SELF
from bot.domain.small_words import SMALL

_UP: Final = "A-ZÀ-ÖØ-ÞĀĆČĞİŁŠŞŽА-Я"
_LOW: Final = "a-zß-öø-ÿāćčğıłšşžа-яѝ"
# A capital and small letters: a name, or the beginning of a sentence. A Turkish ending behind an apostrophe is no part.
_CAPITAL: Final = rf"[{_UP}](?:['’](?=[{_UP}])[{_UP}])?[{_LOW}]+(?:[-'’][{_UP}][{_LOW}]+)*(?![{_UP}{_LOW}])"
_SHOUTED: Final = rf"[{_UP}]{{2,}}(?![{_UP}{_LOW}])"
_WRITTEN: Final = rf"(?:{_CAPITAL}|{_SHOUTED})"
_PARTICLES: Final = r"(?:(?:[Vv]an|[Dd]e|der|den|el|al|bin|ben|von|da|di)\s+){0,2}"
_NAME: Final = rf"(?P<name>{_PARTICLES}{_WRITTEN}(?:[ ]{_PARTICLES}{_WRITTEN}){{0,2}})"
# Who says the own name may be careless about capitals; a second word without one ends there, or before an "and".
_CARELESS: Final = (
    rf"(?P<name>[{_LOW}{_UP}]{{2,}}(?:[ ][{_LOW}]{{2,}}(?=\s*(?:[.,;!?\n]|$)|\s(?:en|ve|и|i)\s))?)"
)


def _after(words: str, name: str) -> re.Pattern[str]:
    """The name that comes after one of these words, in whatever capitals those are."""
    return re.compile(rf"(?<!\w)(?:(?i:{words}))(?:\s*[:=]\s*|,?\s+){name}", re.MULTILINE)


_RULES: Final = (
    _after(OWN, _NAME),
    _after(OWN, _CARELESS),
    _after(SELF, _NAME),
    _after(BEFORE, _NAME),
    _after(SALUTATIONS, _NAME),
    re.compile(rf"(?<!\w)(?i:{CLOSINGS})[,\s]+{_NAME}(?=[.!\s]*$)", re.MULTILINE),
    re.compile(rf"(?<!\w)(?P<name>{_CAPITAL})(?=\s+(?i:{HONOURS})(?![{_LOW}{_UP}]))"),
)
# A first name and a family name stand together; at the beginning of a sentence the first word may be any.
_TWO: Final = re.compile(rf"(?<!\w)(?P<name>{_CAPITAL}\s+{_PARTICLES}{_CAPITAL})(?!\w)")
_WORD: Final = re.compile(r"[^\W\d_]+")
_ENDS: Final = re.compile(r"(?:^|[.!?…\n:]\s*)$")
# Words that often begin a sentence before a capital that is no name.
_PLAIN: Final = frozenset(
    [
        "de",
        "het",
        "een",
        "dit",
        "dat",
        "deze",
        "die",
        "er",
        "in",
        "op",
        "aan",
        "bij",
        "van",
        "voor",
        "met",
        "naar",
        "uit",
        "langs",
        "tegenover",
        "achter",
        "naast",
        "tussen",
        "tot",
        "bu",
        "şu",
        "bir",
        "ve",
        "ile",
        "için",
        "в",
        "на",
        "до",
        "от",
        "при",
        "с",
        "към",
        "зад",
        "пред",
        "срещу",
    ]
)
_SMALL: Final = frozenset(fold(word) for words in SMALL.values() for word in words.split())


@dataclass(frozen=True, slots=True)
class Named:
    """A name from `start` to `end`, and from where on the words stand that say that it is one."""

    said_from: int
    start: int
    end: int
    name: str = field(repr=False)


def surely_named(text: str) -> list[Named]:
    """Names with words at them that say so: "my name is", "Mrs", "regards"; in order, apart from each other."""
    found: list[Named] = []
    for rule in _RULES:
        for match in rule.finditer(text):
            one = _named(match)
            if one and not any(one.start < other.end and other.start < one.end for other in found):
                found.append(one)
    return sorted(found, key=lambda one: one.start)


def named_in(text: str, known: Collection[str] = ()) -> list[Named]:
    """These, and two capitals side by side; `known`: words of places and services, in small letters."""
    sure = surely_named(text)
    pairs = [
        one
        for one in _pairs(text)
        if not any(one.start < other.end and other.start < one.end for other in sure)
    ]
    return sorted(
        (one for one in [*sure, *pairs] if not _is_known(one.name, known)), key=lambda one: one.start
    )


def names_in(text: str, known: Collection[str] = ()) -> list[str]:
    """The names alone."""
    return list(dict.fromkeys(one.name for one in named_in(text, known)))


def _named(match: re.Match[str]) -> Named | None:
    """Up to the first word that is none of a name; None when that is the first one."""
    start, end = match.span("name")
    words = list(_WORD.finditer(match["name"]))
    is_careless = not words[0][0][:1].isupper()
    for word in words:
        if fold(word[0]) in NO_NAMES or ((is_careless or word is not words[0]) and _is_small(word[0])):
            end = start + word.start()
            break
    name = match.string[start:end].rstrip()
    return Named(match.start(), start, start + len(name), name) if name else None


def _is_small(word: str) -> bool:
    """Van and De are small words, and belong to names where they have a capital."""
    return fold(word) in _SMALL and not re.fullmatch(r"van|de|den|der|el|al|bin|ben|von|da|di", word.lower())


def _pairs(text: str) -> Iterator[Named]:
    """Two capitals side by side, where the first is not merely the beginning of a sentence."""
    for match in _TWO.finditer(text):
        first = match["name"].split()[0]
        begins = _ENDS.search(text[: match.start()]) is not None
        if not (begins and first.casefold() in _PLAIN):
            yield Named(match.start(), *match.span("name"), match["name"])


def _is_known(name: str, known: Collection[str]) -> bool:
    """A place or a service: then one of its words is known."""
    return any(word.casefold() in known for word in _WORD.findall(name))
