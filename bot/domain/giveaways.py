"""Giveaways: what in a Dutch text may tell a partner who reported: a name, a number, where somebody lives, whose child it is."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from bot.domain.names import named_in, surely_named

GAP: Final = "[…]"


class Tells(StrEnum):
    """What a part of a text may tell of who wrote it."""

    NAME = "name"
    NUMBER = "number"  # a telephone, an address of mail, a plate: found by who knows how those are written
    HOME = "home"
    LIFE = "life"


@dataclass(frozen=True, slots=True)
class Giveaway:
    """A part of a text, from `start` up to `end`."""

    tells: Tells
    start: int
    end: int
    words: str = field(repr=False)


_REST: Final = r"[^.,;!?\n]{0,60}"
_OWN: Final = r"(?:mijn|onze|ons|m'n)"
_NEAR: Final = r"(?:boven|onder|naast|tegenover|achter|voor|bij|vlakbij|rechtover)"
_NUMBER: Final = r"(?:huisnummer|nummer|nr\.?|bus)\s*\d+\s?[a-z]?\b"
_PARTS: Final = (
    r"huis|appartement|flat|woning|studio|kamer|deur|voordeur|raam|ramen|balkon|terras|tuin|gevel|garage|oprit|kelder|"
    r"dak|verdieping|straat|slaapkamer|keuken|badkamer|brievenbus|blok|gebouw|bu(?:ur|ren)\w*|huisbaas|adres"
)
_PEOPLE: Final = (
    r"man|vrouw|partner|dochters?|zoon|zonen|kind(?:eren|je)?|baby|moeder|mama|vader|papa|ouders|broers?|zus(?:sen)?|oma|"
    r"opa|familie|gezin|schoonmoeder|schoonvader|vriend(?:in)?|baas|werk|job|collega\w*|ploeg\w*|hond|kat|auto|wagen|"
    r"dokter|school|land"
)
_WHICH: Final = r"\d+\s?(?:e|de|ste)|eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|laatste|bovenste"
_RULES: Final[Sequence[tuple[Tells, str]]] = (
    (Tells.HOME, rf"\b{_NEAR}\s+(?:de|het|een|{_OWN})\b{_REST}?\b{_NUMBER}"),
    (Tells.HOME, rf"\b(?:{_NEAR}\s+|op\s+)?{_NUMBER}"),
    (Tells.HOME, r"\b(?:ik|wij|we)\s+(?:zelf\s+)?(?:woon|wonen|leef|leven|huur|huren)\b" + _REST),
    (Tells.HOME, r"\bwaar\s+(?:ik|wij|we)\s+(?:woon|wonen|zit|zitten)\b"),
    (Tells.HOME, rf"\b(?:{_NEAR}\s+)?{_OWN}\s+(?:\w+\s+)?(?:{_PARTS})\b"),
    (Tells.HOME, rf"\b{_NEAR}\s+(?:mij|ons)\b(?:\s+(?:thuis|binnen|beneden|boven))?"),
    (Tells.HOME, r"\bboven\s+(?:de|het|een)\s+\w+"),
    (Tells.HOME, rf"\b(?:(?:de|het)\s+)?(?:gelijkvloers|(?:{_WHICH})\s+(?:verdieping|verdiep|etage))\b"),
    (Tells.LIFE, rf"\b{_OWN}\s+(?:\w+\s+)?(?:{_PEOPLE})\b"),
    (Tells.LIFE, r"\b(?:ik|wij|we)\s+(?:werk|werken)\b" + _REST),
    (Tells.LIFE, r"\bik\s+ben\s+(?:zwanger|ziek|alleen|weduwe|weduwnaar|gehandicapt|oud|\d+\s+jaar)\b"),
)
_COMPILED: Final = tuple((tells, re.compile(pattern, re.IGNORECASE)) for tells, pattern in _RULES)


def giveaways(
    text: str, numbers: Iterable[tuple[int, int]] = (), known: Collection[str] | None = None
) -> tuple[Giveaway, ...]:
    """What stands in the text that may give its writer away, in order; `numbers` are spans that were found before.

    `known` are words of places and services, in small letters: with them, two capitals side by side are a name too.
    It is a hint for who looks: a text without any may still tell who wrote it.
    """
    found = [Giveaway(Tells.NUMBER, start, end, text[start:end]) for start, end in numbers]
    named = surely_named(text) if known is None else named_in(text, known)
    found += [Giveaway(Tells.NAME, one.said_from, one.end, text[one.said_from : one.end]) for one in named]
    for tells, pattern in _COMPILED:
        found += [Giveaway(tells, *match.span(), match[0].strip()) for match in pattern.finditer(text)]
    return _apart(found)


def without(text: str, found: Sequence[Giveaway]) -> str:
    """The text with a gap in the place of each; what is left may read oddly, and is looked at again."""
    pieces, end = [], 0
    for one in found:
        pieces += [text[end : one.start], GAP]
        end = one.end
    return "".join([*pieces, text[end:]])


def _apart(found: Iterable[Giveaway]) -> tuple[Giveaway, ...]:
    """The longest of those that overlap, in the order of the text."""
    kept: list[Giveaway] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))
