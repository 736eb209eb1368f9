"""Hours and days in words: half elf is 10:30 in Dutch, and half past eleven to who translates word by word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from bot.domain.folding import fold, spellings

HOURS: Final[Mapping[str, int]] = {
    word: number
    for words in (
        "een twee drie vier vijf zes zeven acht negen tien elf twaalf",
        "bir iki üç dört beş altı yedi sekiz dokuz on on-bir on-iki",
        "един два три четири пет шест седем осем девет десет единадесет дванадесет",
        "една две три четири пет шест седем осем девет десет единайсет дванайсет",
    )
    for number, word in enumerate(words.split(), start=1)
} | {"één": 1}
_SMALL: Final = {fold(word.replace("-", "")): number for word, number in HOURS.items() if number > 1}
_ELEVEN: Final = re.compile(r"\bon (bir|iki)\b")
_MINUTES: Final = {"vijf": 5, "tien": 10, "kwart": 15, "twintig": 20}
_HOUR: Final = (
    "(?P<hour>" + "|".join(sorted(HOURS, key=len, reverse=True)).replace("-", "[ ]") + r"|1[0-2]|[1-9])"
)
# As many of these are no hour: half een jaar, kwart over tien procent.
_NO_HOUR: Final = (
    r"(?!\w|[.,:]\d|[ ](?:procent|meter|liter|kilo|keer|euro|jaar|maand|week|weken|dag|dagen|dozijn)\b)"
)
DUTCH_HOUR: Final = re.compile(
    rf"(?<!\w)(?:(?P<minutes>vijf|tien|kwart|twintig|5|10|20)[ ](?P<side>voor|over|na)[ ](?P<half>half[ ])?|half[ ])"
    rf"{_HOUR}(?:[ ]uur\b)?{_NO_HOUR}",
    re.IGNORECASE,
)
_OTHER_HALVES: Final = (
    re.compile(rf"(?<!\w)saat[ ]{_HOUR}[ ]buçuk(?:ta|tan|a)?(?!\w)", re.IGNORECASE),
    re.compile(rf"(?<!\w){_HOUR}[ ]buçuk(?:ta|tan|a)(?!\w)", re.IGNORECASE),
    re.compile(rf"(?<!\w)(?:в|във|от|до|към|около|след)[ ]{_HOUR}[ ]и[ ]половина(?!\w)", re.IGNORECASE),
)
WEEKDAYS: Final = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
_TURKISH_DAYS: Final = "pazartesi salı çarşamba perşembe cuma cumartesi"
_BULGARIAN_DAYS: Final = "понеделник вторник сряда четвъртък петък събота неделя"
_PARTS: Final = "en|s|avond|middag|morgen|ochtend|nacht|voormiddag|namiddag"
_SHORT_DAYS: Final = "ma di wo do vr za zo"
SUNDAY: Final = 6


@dataclass(frozen=True, slots=True)
class Weekdays:
    """Those that a text names, as 0 to 6; `perhaps`: pazar is a market too, and "zo 12" may count people."""

    surely: frozenset[int]
    perhaps: frozenset[int]

    @property
    def any(self) -> bool:
        return bool(self.surely or self.perhaps)

    def missing_in(self, other: Weekdays) -> tuple[str, ...]:
        """Their Dutch names."""
        names = WEEKDAYS.split()
        return tuple(names[day] for day in sorted(self.surely - other.surely - other.perhaps))


def hour_said(match: re.Match[str]) -> str:
    """The hour of DUTCH_HOUR as a clock shows it: kwart voor half elf is 10:15."""
    found = match.groupdict()
    is_half = found["half"] or not found["minutes"]
    minutes = 60 * _number(match["hour"]) - (30 if is_half else 0)
    if found["minutes"]:
        some = _MINUTES.get(found["minutes"].lower()) or int(found["minutes"])
        minutes += -some if found["side"].lower() == "voor" else some
    return f"{(minutes // 60 - 1) % 12 + 1}:{minutes % 60:02}"


def with_figures(text: str) -> str:
    """The text with the hours that are said in words as a clock shows them."""
    text = DUTCH_HOUR.sub(hour_said, text)
    for half in _OTHER_HALVES:
        text = half.sub(lambda match: f"{_number(match['hour'])}:30", text)
    return text


def small_numbers_in(text: str) -> Counter[str]:
    """Numbers from two to twelve that are written as words, each as a figure; one is an article in most languages."""
    words = _ELEVEN.sub(r"on\1", fold(with_figures(text))).split()
    return Counter(str(_SMALL[word]) for word in words if word in _SMALL)


def weekdays_in(text: str) -> Weekdays:
    folded = fold(text)
    surely = frozenset(day for day, pattern in enumerate(_DAYS) if pattern.search(folded))
    perhaps = {SUNDAY} if _MARKET.search(folded) else set[int]()
    perhaps |= {_SHORT_DAYS.split().index(match[1]) for match in _SHORT.finditer(folded)}
    return Weekdays(surely, frozenset(perhaps))


def _number(hour: str) -> int:
    return int(hour) if hour.isdecimal() else HOURS[hour.lower().replace(" ", "-")]


def _either(words: Iterable[str]) -> str:
    return "|".join(words)


def _day(dutch: str, turkish: str, bulgarian: str) -> re.Pattern[str]:
    parts = _either(map(fold, _PARTS.split("|")))
    ways = [
        rf"{fold(dutch)}(?:{parts})*",
        rf"{fold(turkish)}(?:y?[aeiu]|n[iu]n|[dt][ae]n?|l[ae]ri?)?",
        rf"{spellings(bulgarian)}(?:а|a|та|ta|и|i)?",
    ]
    return re.compile(rf"(?<!\w)(?:{_either(ways)})(?!\w)")


_DAYS: Final = tuple(
    _day(*names)
    for names in zip(
        WEEKDAYS.split(), [*_TURKISH_DAYS.split(), "pazar günü"], _BULGARIAN_DAYS.split(), strict=True
    )
)
_MARKET: Final = re.compile(r"(?<!\w)pazar(?:a|i|dan|in|lari)?(?!\w)")
_SHORT: Final = re.compile(rf"(?<!\w)({_SHORT_DAYS.replace(' ', '|')})(?=(?: ¦)? \d)")
