"""What no machine may touch: names of the city, case numbers, dates, times and amounts; each is put back as it reads there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from bot.domain.cases import NUMBER_PATTERN
from bot.domain.folding import fold
from bot.domain.glossary import Glossary
from bot.translation.facts import MONTH_NUMBERS, MONTHS
from bot.translation.personal import PLACEHOLDER, Found, Kind, Span
from bot.translation.said_times import DUTCH_HOUR, hour_said

SHORTEST: Final = 4  # letters of a name; shorter ones are words as well
STREET_ENDINGS: Final = "straat|laan|plein|dreef|steeg|kaai"
HOUSE: Final = r"(?:,?[ \u00a0]\d{1,4}[a-zA-Z]?(?![\w.,:]?\d|\w)(?:[ ,]{1,2}bus[ ]\d{1,3})?)?"
MONTH_WORDS: Final = "|".join(word for names in MONTHS.values() for word in names.split())
NAMED_DATE: Final = re.compile(
    rf"(?<![\d.,/-])(\d{{1,2}})(?:e|-?(?:ти|ви|ри|ми))?[ \u00a0]({MONTH_WORDS})(?:[ \u00a0](\d{{4}}))?(?!\w)",
    re.IGNORECASE,
)
FIGURED_DATE: Final = re.compile(
    r"(?<![\d.,/-])(?:\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2})(?![\d/]|[.,-]\d)"
)
CLOCK: Final = re.compile(
    r"(?<![\d.,:/])([01]?\d|2[0-3])(?::([0-5]\d)(?:[ ]uur)?|\.([0-5]\d)[ ]uur|[ ]?[uh][ ]?([0-5]\d))(?![\w:]|[.,]\d)"
)
AMOUNT: Final = re.compile(
    r"(?<![\w.,])(?:(?:€|EUR)[ \u00a0]?\d[\d.]*(?:,\d{1,2}|,-)?|(\d[\d.]*(?:,\d{1,2})?)[ \u00a0]?(€|EUR|euro|avro|евро))(?!\w)",
    re.IGNORECASE,
)
CASE_NUMBER: Final = re.compile(rf"(?<![\d.,/-]){NUMBER_PATTERN}(?!\d|[.,/-]\d)")
EURO: Final = {"nl": "euro", "tr": "euro", "bg": "евро"}


@dataclass(frozen=True, slots=True)
class Shelter:
    """Finds it in a text; made once for a city, whose streets are hundreds."""

    glossary: Glossary = Glossary()  # noqa: RUF009 - immutable
    _names: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_names", _pattern(self.glossary.names))

    def found_in(self, text: str, target: str, taken: Iterable[Found]) -> list[Found]:
        """Everything to keep from the machine beside what was taken already, as it is to be read in `target`."""
        spans = [one.span for one in taken]
        found: list[Found] = []
        for span, value in self._candidates(text, target):
            if not any(span.start < other.end and other.start < span.end for other in spans):
                spans.append(span)
                found.append(Found(Kind.SHELTERED, span, value))
        return found

    def names_in(self, text: str) -> Counter[str]:
        """How often each name of the city stands in a text, whatever its capitals."""
        return Counter(match["name"].casefold() for match in self._names.finditer(text))

    def missing(self, text: str, translation: str) -> bool:
        """Whether a name that the text has is there less or more often."""
        there, plain = self.names_in(translation), translation.casefold()
        return any(
            there[name] > count or (there[name] < count and plain.count(name) < count)
            for name, count in self.names_in(text).items()
        )

    def without(self, text: str) -> str:
        """The text without names and placeholders, which are no sign of a language."""
        return PLACEHOLDER.sub(" ", self._names.sub(" ", text))

    def _candidates(self, text: str, target: str) -> Iterator[tuple[Span, str]]:
        yield from ((Span(*match.span()), match[0]) for match in self._names.finditer(text))
        yield from self._kept_words(text, target)
        for pattern, read in RULES:
            for match in pattern.finditer(text):
                yield Span(*match.span()), read(match, target)

    def _kept_words(self, text: str, target: str) -> Iterator[tuple[Span, str]]:
        """Dutch words of what is on a door, with an explanation where the glossary has one."""
        for word, say in self.glossary.kept(target).items():
            for match in re.finditer(rf"(?<!\w){re.escape(word)}s?(?!\w)", text, re.IGNORECASE):
                is_alone = match[0].casefold() == word.casefold()
                yield Span(*match.span()), match[0] + say[len(word) :] if is_alone else match[0]


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Names with capitals as they are written; streets in any, with a house number; streets that nobody listed."""
    known = sorted({name for name in names if len(name) >= SHORTEST}, key=len, reverse=True)
    streets = [re.escape(name) for name in known if re.search(rf"(?:{STREET_ENDINGS}|weg)$", name)]
    others = [re.escape(name) for name in known]
    listed = "|".join(
        [*(f"(?i:{street})" for street in streets), *others, rf"[A-Z]\w{{2,}}(?:{STREET_ENDINGS})"]
    )
    return re.compile(rf"(?<![\w-])(?P<name>{listed})(?![\w]|-[A-Z]){HOUSE}")


def _as_it_is(match: re.Match[str], target: str) -> str:  # noqa: ARG001 - one shape for all rules
    return match[0]


def _date(match: re.Match[str], target: str) -> str:
    """With the month's name in the other language."""
    if target not in MONTHS:
        return match[0]
    month = MONTHS[target].split()[MONTH_NUMBERS[fold(match[2])] - 1]
    name = month.replace("i", "İ", 1).capitalize() if target == "tr" and month.startswith("i") else month
    words = [match[1], name.capitalize() if target == "tr" else name, match[3]]
    return " ".join(word for word in words if word)


def _clock(match: re.Match[str], target: str) -> str:
    """10u30 is Dutch alone."""
    minutes = match[2] or match[3] or match[4]
    return match[0] if target == "nl" else f"{match[1]}:{minutes}"


def _said_hour(match: re.Match[str], target: str) -> str:
    """Half elf is Dutch alone; elsewhere it is read as half past eleven."""
    return match[0] if target == "nl" else hour_said(match)


def _amount(match: re.Match[str], target: str) -> str:
    return f"{match[1]} {EURO[target]}" if match[1] and target in EURO else match[0]


Read = Callable[[re.Match[str], str], str]
RULES: Final[tuple[tuple[re.Pattern[str], Read], ...]] = (
    (NAMED_DATE, _date),
    (FIGURED_DATE, _as_it_is),
    (CLOCK, _clock),
    (DUTCH_HOUR, _said_hour),
    (AMOUNT, _amount),
    (CASE_NUMBER, _as_it_is),
)
