"""Bulgarian in Latin letters, set into its own: machines translate it, and people read it, in no others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from bot.domain.folding import spellings
from bot.domain.small_words import SMALL

_DUTCH: Final = re.compile(r"(?i:straat|laan|plein|weg|steeg|dreef)$")
_WORD: Final = re.compile(r"[A-Za-z'46]*[A-Za-z][A-Za-z'46]*")
# How words begin that have an ъ, which is heard, and written, as a, u or y: no rule would find it.
_STEMS: Final = (
    "българ бърз бълх бъдещ вътр външ въпрос въздух възраст върв върне върни върх гръм гърм дълг дъжд държ дърв дъщер "
    "жълт къщ кръст мръс мъгл мухъл навън отпадъ петък плъх пълн пълз пърз първ пътек пътищ пътув съсед събир събор "
    "събр съвет съвс съвсем същ съобщ скъса слънц смърд смърт стъкл стълб сърц тръби тръгн тръгв тъмн търся търси търсе ъгъл ъгл "
    "хвърл хлъзг хълм"
)
# The first that fits is taken.
_RULES: Final = tuple(
    (re.compile(latin, re.IGNORECASE), cyrillic)
    for latin, cyrillic in (
        (r"sht|6t", "щ"),
        (r"zh", "ж"),
        (r"ch", "ч"),
        (r"sh", "ш"),
        (r"ts", "ц"),
        (r"iya|iq|ija", "ия"),
        (r"ia", "ия"),
        (r"[yj]u|iu", "ю"),
        (r"[yj]a", "я"),
        (r"[yj]o", "йо"),
        (r"j(?=[ei])|(?<=[iu])j(?=[dtkn])", "ж"),
        (r"(?<=[aeou])i(?=te(?![A-Za-z])|[dk])", "й"),
        (r"(?<=[aeou])[yji](?![A-Za-z])", "й"),
        (r"(?<=[aeiou])[yj]", "й"),
        (r"j", "й"),
        (r"y(?![A-Za-z])", "и"),
        (r"y", "ъ"),
        (r"ks", "кс"),
        (r"4", "ч"),
        (r"6", "ш"),
        (r"q", "я"),
    )
)
_LETTERS: Final = dict(zip("abvgdezijklmnoprstufhcwx'", "абвгдезийклмнопрстуфхцвхь", strict=True))


# As the law spells names of people and places in passports and on signs.
_LATIN: Final = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъьюя",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "zh",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "h",
            "ts",
            "ch",
            "sh",
            "sht",
            "a",
            "y",
            "yu",
            "ya",
        ],
        strict=True,
    )
)
_ENDS_IN_IA: Final = re.compile(r"ия\b")


def in_latin(name: str) -> str:
    """A name in Latin letters, for who reads no others; what has none but those stays."""
    plain = _ENDS_IN_IA.sub("ia", name)
    letters = (_LATIN.get(letter.lower(), letter) for letter in plain)
    pairs = zip(plain, letters, strict=True)
    return "".join(latin.capitalize() if letter.isupper() else latin for letter, latin in pairs)


def in_cyrillic(text: str) -> str:
    """The text with each Latin word spelt in Cyrillic letters: words that are known as they are written, others by rule."""
    return _WORD.sub(lambda word: _spelt(word[0]), text)


def _spelt(word: str) -> str:
    if _DUTCH.search(word):
        return word
    plain = _known(word.lower()) or "".join(_letters(word))
    if word.isupper() and len(word) > 1:
        return plain.upper()
    return plain[:1].upper() + plain[1:] if word[0].isupper() else plain.lower()


def _letters(word: str) -> Iterator[str]:
    at = 0
    while at < len(word):
        for pattern, letters in _RULES:
            if found := pattern.match(word, at):
                yield letters
                at = found.end()
                break
        else:
            yield _LETTERS.get(word[at].lower(), word[at])
            at += 1


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Small words with an ъ, and then how other words with one begin."""
    words = [(spellings(word) + "$", word) for word in SMALL["bg"].split() if "ъ" in word]
    stems = [(spellings(stem), stem) for stem in sorted(_STEMS.split(), key=len, reverse=True)]
    return tuple((re.compile(pattern), letters) for pattern, letters in words + stems)


def _known(word: str) -> str | None:
    """The word when it begins as one that is known; the rest by rule."""
    for pattern, letters in _patterns():
        if found := pattern.match(word):
            return letters + "".join(_letters(word[found.end() :]))
    return None
