"""Which of the line's languages a short message is in, by script, letters and small words; a guess, never a decision."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from re import Pattern
from typing import Final

from bot.domain.cases import Author, CaseMessage
from bot.domain.folding import DOUBLED, beginnings, fold, spellings
from bot.domain.small_words import OTHERS, SMALL

ENOUGH: Final = 600  # characters; nobody changes language in the middle of a message for longer
BEGINNING: Final = 160  # characters that tell it of a message that was looked at in full when it came
_FEWEST_LETTERS: Final = 4
_FEWEST_WORDS: Final = 4
_WORD: Final = re.compile(r"[^\W_]+")
_CYRILLIC: Final = re.compile(r"[а-яА-ЯёЁ]")
# Letters of other Cyrillic languages: whoever writes them does not write Bulgarian.
_NOT_BULGARIAN: Final = re.compile(r"[ыэёіїєґјљњћђў]", re.IGNORECASE)
_NOT_LATIN_OF_OURS: Final = re.compile(r"[ąęłśźżćńřěůőűțșãõñßåøæ]", re.IGNORECASE)
_LINK: Final = re.compile(r"\S+[./@]\w\S*")
_LETTERS: Final[Mapping[str, tuple[tuple[str, float], ...]]] = {
    "nl": (
        (r"ij|sch|aa|oo|ee|uu", 0.6),
        (r"(?:lijk|heid|tje|tjes|ing|ingen|lijke)$", 0.6),
        (r"[^aeiou]en$|oe|ui|eu|ie", 0.3),
        (r"ë|ï", 0.5),
        (r"^ge\w+(?:d|t|en)$|^ver\w+|^be\w+en$", 0.4),
    ),
    "tr": (
        (r"[şğı]", 1.2),
        (r"[çöü]", 0.6),
        (r"[ıiuü]yor\w*$|yor(?:um|uz|lar)?$", 1.0),
        (r"\w{2}(?:lar|ler)(?:[ıi]\w*|da|de|dan|den)?$", 0.7),
        (r"\w{2}(?:mak|mek|m[ıi]s|mış|miş|muş|d[ıi]k|acak|ecek|acag\w+|eceg\w+)\w{0,4}$", 0.7),
        (r"\w{3}(?:nda|nde|ndan|nden|daki|deki|taki|teki|s[ıi]nda|m[ıi]z|n[ıi]n|n[ıi]z|na|ne|im|um|imi|umu)$", 0.4),
        (r"\w{3}(?:s[ıi]n|s[uü]n)$", 0.5),
        (r"\w{3}(?:ir|ur|ar|er)(?:im|um|iz|uz|mi|sin|siniz)?$", 0.2),
    ),
    "bg": (
        (r"[a-z](?:4|6)|(?:4|6)[a-z]|(?<!^)q(?!u)|sht|zh|[a-z]j[aeiou]?|ts[aeiu]|kv|vd|vs|zd|mn[ao]", 0.6),
        (r"\w{3}(?:ata|ta|oto|to|ite|ete|te|iya|iq|iat|yat|ia)$", 0.5),
        (r"\w{2}(?:ova|eva|ski|ska|sko|vam|vame|vat|nete|hme|ha|me|sh|at|ya)$", 0.4),
        (r"^(?:pr[eio]|za|iz|raz|po|na|ot|ob|vs)\w{3,}", 0.3),
    ),
}  # fmt: skip
_SIGNS: Final = tuple(
    (re.compile(sign).search, language, points)
    for language, signs in _LETTERS.items()
    for sign, points in signs
)
_SMALL_COUNTS: Final = 1.0
_CERTAIN: Final = 1.0
_AHEAD: Final = 1.8  # below it two languages may be mixed
_FEWEST_OTHERS: Final = 2
_ONE_SCRIPT: Final = 0.75  # of the letters; names of places stay as they are


def guess(text: str) -> str | None:
    """The code of the language, of Dutch, Turkish and Bulgarian; None when it may be any of them, or another."""
    said = _LINK.sub(" ", text[:ENOUGH])
    if sum(map(str.isalpha, said)) < _FEWEST_LETTERS:
        return None
    words = list(_words(said))
    letters = "".join(words)
    cyrillic = len(_CYRILLIC.findall(letters)) / max(len(letters), 1)
    if cyrillic > _ONE_SCRIPT:
        return None if _NOT_BULGARIAN.search(said) else "bg"
    if cyrillic > 1 - _ONE_SCRIPT:
        return None
    return None if _NOT_LATIN_OF_OURS.search(said) else _decided(_scores(words), _of_others(words))


def languages_said(messages: Sequence[CaseMessage]) -> tuple[str, ...]:
    """The languages that a resident's own words surely are in, newest first: content, and never what a chat is set to."""
    theirs = [one for one in reversed(messages) if one.author is Author.RESIDENT]
    return tuple(one.said_in for one in theirs if one.said and guess(one.said[:BEGINNING]) == one.said_in)


def source_of(text: str, own: str) -> str | None:
    """What to translate from: the language that the text is surely in, `own` when it says too little to tell.

    None when it says enough and is of no one language: mixed, or of another people's.
    """
    if (guessed := guess(text)) is not None:
        return guessed
    return own if len(_WORD.findall(_LINK.sub(" ", text))) < _FEWEST_WORDS else None


def _decided(scores: Mapping[str, float], of_others: int) -> str | None:
    """The highest, when it is high and well ahead of the next, and no language that is not ours says as much."""
    best, next_best, *_ = sorted(scores, key=lambda language: -scores[language])
    most, next_most = scores[best], scores[next_best]
    is_clear = most >= _CERTAIN and most >= _AHEAD * next_most
    return best if is_clear and (of_others < _FEWEST_OTHERS or of_others < most) else None


def _of_others(words: Iterable[str]) -> int:
    """How many small words it has of the language that is not ours and has most of them."""
    plain = [_plain(word) for word in words]
    return max(sum(word in listed for word in plain) for listed in _others())


def _scores(words: Iterable[str]) -> dict[str, float]:
    scores = dict.fromkeys(SMALL, 0.0)
    for word in words:
        small = _languages_of(word)
        for language in small:
            scores[language] += _SMALL_COUNTS / len(small)
        for language, points in _letter_points(word):
            scores[language] += points
    return scores


def _words(text: str) -> Iterator[str]:
    """In lower case, with their diacritics; a name of a street is no sign of a language."""
    for found in _WORD.finditer(text.replace("İ", "i").replace("'", " ").replace("’", " ")):
        word = unicodedata.normalize("NFC", found[0]).lower()
        if not word.endswith(("straat", "laan", "plein", "weg")):
            yield word


def _languages_of(word: str) -> list[str]:
    plain = _plain(word)
    found = [language for language in ("nl", "tr") if plain in _listed(language)]
    return [*found, "bg"] if _is_bulgarian(_folded(word)) else found


def _folded(word: str) -> str:
    """As fold, which has more to do where there is more than one word, or a letter that is not plain."""
    return DOUBLED.sub(r"\1", word) if word.isascii() else fold(word)


def _is_bulgarian(folded: str) -> bool:
    """Whether it is one of the small words, in any spelling; most words begin like none of them."""
    pattern = _bulgarian().get(folded[:2])
    return pattern is not None and pattern.fullmatch(folded) is not None


def _letter_points(word: str) -> Iterator[tuple[str, float]]:
    for found, language, points in _SIGNS:
        if found(word):
            yield language, points


def _plain(word: str) -> str:
    if word.isascii():
        return word
    split = unicodedata.normalize("NFKD", word.replace("ı", "i"))
    return "".join(letter for letter in split if not unicodedata.combining(letter))


@cache
def _listed(language: str) -> frozenset[str]:
    return frozenset(map(_plain, SMALL[language].split()))


@cache
def _others() -> tuple[frozenset[str], ...]:
    """Without single letters: those are small words everywhere."""
    return tuple(
        frozenset(_plain(word) for word in words.split() if len(word) > 1) for words in OTHERS.values()
    )


@cache
def _bulgarian() -> Mapping[str, Pattern[str]]:
    """The small words by how their spellings begin."""
    begun: dict[str, list[str]] = {}
    for word in SMALL["bg"].split():
        for beginning in beginnings(word):
            begun.setdefault(beginning, []).append(spellings(word))
    return {beginning: re.compile("|".join(words)) for beginning, words in begun.items()}
