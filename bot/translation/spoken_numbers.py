"""Telephone numbers in words, as they are dictated or heard: a run of words that are numbers, also among figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from bot.domain.folding import fold

_DUTCH: Final = (
    r"(?:(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)?honderd)?"
    r"(?:(?:(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)(?:en|ën))?"
    r"(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)"
    r"|(?:der|veer|vijf|zes|zeven|acht|negen)tien|tien|elf|twaalf"
    r"|nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)"
)
_TURKISH: Final = (
    r"s[ıi]f[ıi]r|bir|iki|[üu][çc]|d[öo]rt|be[şs]|alt[ıi]|yedi|sekiz|dokuz|on|yirmi|otuz|k[ıi]rk|elli|altm[ıi][şs]"
    r"|yetmi[şs]|seksen|doksan|y[üu]z"
)
_BULGARIAN: Final = (
    r"(?:еди|два|три|четири|пет|шест|седем|осем|девет)на(?:йсет|десет)|(?:два|три|четири|пет|шест|седем|осем|девет)(?:йсет|десет)"
    r"|двайсет|трийсет|(?:четири|пет|шест|седем|осем|девет)стотин|нула|един|една|едно|два|две|три|четири|пет|шест|седем"
    r"|осем|девет|десет|сто|двеста|триста"
    r"|nula|edin|edna|edno|dva|dve|tri|(?:ch|4)etiri|pet|(?:sh|6)est|sedem|osem|devet|deset|sto"
)
_NUMBER: Final = re.compile(
    rf"(?<![\w.,])(?:(?P<word>{_DUTCH}|{_TURKISH}|{_BULGARIAN}|(?:twee|drie|vier|vijf|zes|zeven|acht|negen)?honderd)|\d{{1,4}})(?!\w)",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"[ \t\u00a0,.;–-]{1,3}(?:(?:en|ve|и|i)\s)?", re.IGNORECASE)
_ZERO: Final = re.compile(r"0|nul|s[ıi]f[ıi]r|нула|nula", re.IGNORECASE)
_UNITS: Final = (
    "nul een twee drie vier vijf zes zeven acht negen",
    "sıfır bir iki üç dört beş altı yedi sekiz dokuz",
    "нула един две три четири пет шест седем осем девет",
    "nula edin dve tri chetiri pet shest sedem osem devet",
    "- една два - 4etiri - 6est",
    "- edna dva",
    "- едно",
    "- edno",
)
_TENS: Final = (
    "tien twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "on yirmi otuz kırk elli altmış yetmiş seksen doksan",
    "десет двадесет тридесет четиридесет петдесет шестдесет седемдесет осемдесет деветдесет",
    "deset двайсет трийсет четирийсет",
)
_OTHERS: Final = {
    "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17,
    "achttien": 18, "negentien": 19, "honderd": 100, "yüz": 100, "сто": 100, "sto": 100, "двеста": 200, "триста": 300,
}  # fmt: skip
_VALUES: Final = {
    fold(word): number
    for known in (
        *((list(enumerate(words.split()))) for words in _UNITS),
        *([(10 * ten, word) for ten, word in enumerate(words.split(), 1)] for words in _TENS),
        [(number, word) for word, number in _OTHERS.items()],
    )
    for number, word in known
    if word != "-"
}
LONG: Final = 6  # numbers one after the other
LONG_FROM_ZERO: Final = 4  # as a telephone number begins


def spoken_numbers(text: str) -> Iterator[tuple[int, int]]:
    """From where to where such a run stands; figures alone are none, for those others look."""
    run: list[re.Match[str]] = []
    for number in _NUMBER.finditer(text):
        if run and not _BETWEEN.fullmatch(text, run[-1].end(), number.start()):
            yield from _long(run)
            run = []
        run.append(number)
    yield from _long(run)


def _long(run: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    has_words = any(number["word"] for number in run)
    if has_words and len(run) >= (LONG_FROM_ZERO if _ZERO.match(run[0][0]) else LONG):
        yield run[0].start(), run[-1].end()


def in_figures(said: str) -> str:
    """Such a run as it is dialled: "nul vierhonderd achtenzeventig twaalf" is 0 478 12; as it is where a word is unknown."""
    numbers = list(_NUMBER.finditer(said))
    if not any(number["word"] for number in numbers):
        return said
    try:
        return " ".join(_grouped(said, numbers))
    except KeyError:
        return said


def _grouped(said: str, numbers: list[re.Match[str]]) -> list[str]:
    groups = [_figure(numbers[0][0])]
    for before, number in pairwise(numbers):
        is_apart = "," in said[before.end() : number.start()]
        whole = None if is_apart else _together(before[0], groups[-1], number[0])
        if whole is None:
            groups.append(_figure(number[0]))
        else:
            groups[-1] = whole
    return groups


def _together(before: str, so_far: str, word: str) -> str | None:
    """Beş yüz is 500, yüz otuz is 130, otuz iki is 32; None where another number begins. In Dutch those are one word."""
    if word.isdecimal() or before.isdecimal():
        return None
    number, value, last = int(so_far), int(_figure(word)), int(_figure(before))
    if value == 100 and 1 < number < 10:
        return str(number * 100)
    is_below = last >= 100 > value > 0 or (10 <= last < 100 and last % 10 == 0 and 0 < value < 10)
    return str(number + value) if is_below and not fold(before).endswith("tig") else None


def _figure(word: str) -> str:
    plain = fold(word)
    if plain.isdecimal() or plain in _VALUES:
        return plain if plain.isdecimal() else str(_VALUES[plain])
    hundred, found, rest = word.lower().partition("honderd")
    if found:
        return str(100 * _VALUES.get(fold(hundred), 1) + (int(_figure(rest)) if rest else 0))
    if plain.endswith("стотин"):
        return str(100 * _VALUES.get(plain.removesuffix("стотин"), 1))
    if teen := re.fullmatch(r"(.+)на(?:йсет|десет)", plain):
        return str(10 + _VALUES.get(teen[1], 1))
    return str(_dutch_pair(plain))


def _dutch_pair(plain: str) -> int:
    """Achtenzeventig; folded, the end of a unit may have run into the "en" behind it. Raises KeyError."""
    ten = next((one for one in map(fold, _TENS[0].split()) if plain.endswith(one)), "")
    unit = plain.removesuffix(ten)
    known = (_VALUES.get(unit.removesuffix(end)) for end in ("en", "n", "e", ""))
    return _VALUES[ten] + next((one for one in known if one), 0)
