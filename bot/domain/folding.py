"""Keys to compare words as people type them: any case, without diacritics, Bulgarian in either script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

BREAK: Final = "¦"  # stands where a sentence or its part ends; no phrase reaches across

# How Bulgarian letters are written, in Cyrillic (typing slips of phonetic keyboards) and in Latin letters.
BULGARIAN: Final = {
    "а": "a", "б": "b", "в": "v w", "г": "g", "д": "d", "е": "e э", "ж": "zh j z", "з": "z", "и": "i й",
    "й": "i y j и", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "h x", "ц": "c ts", "ч": "ch 4", "ш": "sh 6", "щ": "шт sht 6t", "ъ": "ь ы a u y",
    "ь": "ъ y i j", "ю": "йу yu iu ju", "я": "йа ya ia ja q",
}  # fmt: skip
SPELLINGS: Final = {
    letter: "(?:" + "|".join([letter, *others.split()]) + ")" for letter, others in BULGARIAN.items()
}
AFTER_I: Final = {"я": "a", "ю": "u", "й": ""}
BREVE: Final = "\u0306"  # on a Cyrillic и it makes another letter, й; everywhere else it is a diacritic
STOPS: Final = re.compile(r"[.,;:!?…()\[\]\n|]+")
INSIDE_WORDS: Final = re.compile(r"['’ʼ`´\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0f]")
DOUBLED: Final = re.compile(r"([^\W\d_])\1+")
WORD_OR_BREAK: Final = re.compile(rf"\w+|{BREAK}")


def fold(text: str) -> str:
    """Words with one space between them and ¦ where a sentence or its part ends.

    Lower case with every Turkish i alike, no diacritics, no apostrophes, doubled letters single. The same for every
    language, so that keys can be compared across them: İŞ, iş and is are one key.
    """
    plain = _without_diacritics(INSIDE_WORDS.sub("", text)).casefold().replace("ı", "i")
    words = WORD_OR_BREAK.findall(STOPS.sub(f" {BREAK} ", plain.replace("_", " ")))
    return DOUBLED.sub(r"\1", " ".join(words))


def _without_diacritics(text: str) -> str:
    if text.isascii():
        return text
    kept: list[str] = []
    for sign in unicodedata.normalize("NFKD", text):
        if not unicodedata.combining(sign) or (sign == BREVE and kept[-1:] in (["и"], ["И"])):
            kept.append(sign)
    # Normalising makes plain apostrophes of the wide ones.
    return INSIDE_WORDS.sub("", unicodedata.normalize("NFC", "".join(kept)))


@lru_cache(maxsize=8192)
def spellings(word: str) -> str:
    """Make a pattern that finds `word` in folded text; a Cyrillic word is found in Latin letters as well."""
    letters = fold(word)
    return "".join(_spelling(letter, before) for before, letter in pairwise(f" {letters}"))


def _spelling(letter: str, before: str) -> str:
    known = SPELLINGS.get(letter, re.escape(letter))
    # The second i of "ubiia" is gone after folding, and many do not write it anyhow: ubia.
    return f"(?:{known}|{AFTER_I[letter]})" if before == "и" and letter in AFTER_I else known


def beginnings(word: str) -> frozenset[str]:
    """The first two signs, in folded text, of every spelling of `word`."""
    begun = {""}
    for before, letter in pairwise(f" {fold(word)}"):
        begun = {
            start if len(start) > 1 else (start + end)[:2] for start in begun for end in _ways(letter, before)
        }
    return frozenset(begun)


def _ways(letter: str, before: str) -> Iterator[str]:
    """Every way to write a letter; after an i some may be left out."""
    yield from (letter, *BULGARIAN.get(letter, "").split())
    if before == "и" and letter in AFTER_I:
        yield AFTER_I[letter]
