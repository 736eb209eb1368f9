"""Names of people in a story, as they are likely to be written: a guess that only ever warns, and decides nothing."""

import re
from collections.abc import Collection, Iterator
from typing import Final

# A word that begins with a capital and goes on in small letters: a name, or the beginning of a sentence.
_CAPITAL: Final = r"[A-ZÀ-ÖØ-ÞĀĞİŞŁŠŽČА-Я][a-zà-öø-ÿāğışłšžčа-я'’-]+"
_PARTICLES: Final = r"(?:(?:van|de|der|den|el|al|bin|ben|von|da|di)\s+){0,2}"
# After these words comes who is meant, also with a single name.
_BEFORE: Final = (
    r"[Mm]evrouw|[Mm]evr\.?|[Mm]eneer|[Mm]ijnheer|[Dd]hr\.?|[Mm]w\.?|[Dd]e heer|[Ff]amilie"
    r"|[Bb]uurman|[Bb]uurvrouw|[Hh]uisbaas|[Zz]oon|[Dd]ochter|[Bb]roer|[Zz]us|[Ee]chtgenoot|[Ee]chtgenote"
    r"|[Mm]ijn man|[Mm]ijn vrouw|[Hh]aar man|[Zz]ijn vrouw|[Hh]eet|[Nn]aam is|[Gg]enaamd"
    r"|[Bb]ayan|[Bb]ay|[Ss]ayın|[Kk]omşu|[Aa]dı|[Aa]dım|[İi]smi|[İi]smim|[Oo]ğlu|[Kk]ızı"
    r"|г-н|г-жа|[Гг]осподин|[Гг]оспожа|[Кк]азва се|[Кк]азвам се|[Сс]ъсед(?:ът|ката)?|[Хх]азяинът|[Ии]мето (?:ми|му|ѝ) е"
)
_MARKED: Final = re.compile(rf"(?<!\w)(?:{_BEFORE}):?\s+({_PARTICLES}{_CAPITAL}(?:\s+{_CAPITAL})*)")
_HONOURED: Final = re.compile(rf"(?<!\w)({_CAPITAL})\s+(?:[Hh]anım|[Bb]ey|[Aa]bla|[Aa]bi)(?!\w)")
# A first name and a family name stand together; at the beginning of a sentence the first word may be any.
_TWO: Final = re.compile(rf"(?<!\w)({_CAPITAL}\s+{_PARTICLES}{_CAPITAL})(?!\w)")
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


def names_in(text: str, known: Collection[str] = ()) -> list[str]:
    """What looks like the name of a person, in order; `known`: words of places and services, in small letters."""
    found = {match[1] for rule in (_MARKED, _HONOURED) for match in rule.finditer(text)}
    found.update(_pairs(text))
    return sorted((name for name in found if not _is_known(name, known)), key=text.index)


def _pairs(text: str) -> Iterator[str]:
    """Two capitals side by side, where the first is not merely the beginning of a sentence."""
    for match in _TWO.finditer(text):
        first = match[1].split()[0]
        begins = _ENDS.search(text[: match.start()]) is not None
        if not (begins and first.casefold() in _PLAIN):
            yield match[1]


def _is_known(name: str, known: Collection[str]) -> bool:
    """A place or a service: then one of its words is known."""
    return any(word.casefold() in known for word in _WORD.findall(name))
