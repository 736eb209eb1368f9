"""Telephone numbers in words, as they are dictated or heard: a run of words that are numbers, also among figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

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
