"""Whether a text says no: "niet opgehaald" and "opgehaald" differ by one word, and machines drop it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from bot.domain.folding import fold

# All in folded text: without diacritics, and with doubled letters single (geen is gen).
# Turkish says no inside the verb: gelmiyor, gelmedi, gelmez, gelmeyecek, gelmesin, gelmemiş, gelmeyin, gelmeden.
_TURKISH_VERB: Final = (
    r"\w+m[iu]yor\w*|\w{2,}m[ae]d(?:i\w*|[ae]n)|\w{2,}m[ae]y(?:[ae](?:ca|ce|n)\w*|in(?:iz)?)"
    r"|\w{2,}m[ae]sin(?:lar|ler)?|\w{2,}m[ae]mi\w*|\w{2,}m[ae]mali\w*"
    r"|\w{2,}m[ae]z(?:sin|siniz|lar|ler|s[ae]\w*|di\w*)?|\w{2,}[ae]m[ae]m"
)
_NO_TURKISH_VERB: Final = r"namaz|komedi\w*|yaramaz|hamami\w*|mamami\w*"
_SAYS_NO: Final[Mapping[str, str]] = {
    "nl": r"niet|gen|nooit|niemand|niets|niks|nergens|noch|zonder|onmogelijk|nen|ne",
    "tr": rf"degil\w*|yok|yoktu\w*|yokmus|hayir|hic|hicbir\w*|asla|kimse|(?!(?:{_NO_TURKISH_VERB})\b)(?:{_TURKISH_VERB})",
    "bg": r"не|ням\w*|никога|никой|никого|никъде|никакв\w*|нищо|нито|недей\w*|без|невъзможно"
    r"|ne|n(?:ya|ia|ja|q|e)ma\w*|nikoga|niko[ijy]|ni(?:sht|6t|st)o|nito|bez|nede[ijy]\w*",
}
# Where the other language may say the same without a word for no of its own.
_SAYS_LESS: Final[Mapping[str, str]] = {
    "nl": r"on[a-z]{4,}|weg|kapot|stuk|leg|toch|helas|verboden|stop\w*|mis\w*|tekort|amper|nauwelijks",
    "tr": r"\w{2,}s[iu]z\w*|yasak\w*|bozuk\w*|bos\w*|haric|eksik\w*|neredeyse|zor",
    "bg": r"\w*без\w+|забран\w*|счупен\w*|развален\w*|празн\w*|едва|освен|спря\w*|не\w{4,}|lipsva\w*|липсва\w*",
}
# What looks like a no and is a question: "güzel, değil mi?"
_NO_NO: Final = re.compile(r"\bdegil mi\b|\bof niet\b|\bnietwar\b|\bniet alen\b")
_SURELY: Final = {code: re.compile(rf"\b(?:{words})\b") for code, words in _SAYS_NO.items()}
_PERHAPS: Final = {
    code: re.compile(rf"\b(?:{words}|{_SAYS_LESS[code]})\b") for code, words in _SAYS_NO.items()
}


_END: Final = re.compile(r"[.!?…]+(?=\s|$)|\n+")


def differs(text: str, source: str, translation: str, target: str) -> bool:
    """Whether one of the two surely says no and the other not at all; False where a language is unknown."""
    if source not in _SURELY or target not in _SURELY:
        return False
    pairs = [(text, translation), *_sentences(text, translation)]
    return any(_differ(_plain(here), source, _plain(there), target) for here, there in pairs)


def _sentences(text: str, translation: str) -> list[tuple[str, str]]:
    """One beside the other, where both have as many: of two that say no one may have lost it."""
    here, there = ([part for part in _END.split(one) if part.strip()] for one in (text, translation))
    return list(zip(here, there, strict=True)) if len(here) == len(there) > 1 else []


def _differ(here: str, source: str, there: str, target: str) -> bool:
    is_lost = _SURELY[source].search(here) is not None and _PERHAPS[target].search(there) is None
    is_added = _SURELY[target].search(there) is not None and _PERHAPS[source].search(here) is None
    return is_lost or is_added


def _plain(text: str) -> str:
    return _NO_NO.sub(" ", fold(text))
