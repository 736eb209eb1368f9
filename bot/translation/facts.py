"""What must be equal in a text and its translation: numbers, dates, times, links, telephone numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from bot.domain.folding import fold
from bot.domain.guessing import guess
from bot.translation.masking import mask
from bot.translation.personal import Found, Kind
from bot.translation.said_times import small_numbers_in, weekdays_in, with_figures
from bot.translation.spoken_numbers import in_figures
from bot.translation.translator import Doubt

MONTHS: Final = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
}
MONTH_NUMBERS: Final = {
    fold(name): number for names in MONTHS.values() for number, name in enumerate(names.split(), start=1)
}
NAMED_DATE: Final = re.compile(r"(?<!\d)(\d{1,2})(?:e|\.|-ти|-ви|-ри|-ми)? ([^\W\d_]{3,})")
SUFFIX: Final = re.compile(r"(?:[td][ae]n?|[aeiu]|[iu]n)?")  # Turkish hangs one on a month: 12 Mayısta
WRITTEN_DATE: Final = re.compile(
    r"(?<![\d./-])(\d{1,2})(?:/(\d{1,2})(?![\d/])|[./-](\d{1,2})[./-](?:\d{4}|\d{2})(?!\d))"
)
THOUSANDS: Final = re.compile(r"(?<![\d.,])\d{1,3}(?:[.\u00a0\u202f]\d{3})+(?!\d)")
FULL_HOUR: Final = re.compile(r"(?<!\d)(\d{1,2})[:.]00(?!\d)")
NUMBER: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Difference:
    """What stands on one side only, as it was understood there (13:00 is 13, mei is 5)."""

    kind: Doubt
    left: tuple[str, ...] = field(repr=False)
    right: tuple[str, ...] = field(repr=False)


def differences(left: str, right: str) -> tuple[Difference, ...]:
    """Compare two texts that must say the same, kind by kind; empty when nothing differs."""
    here, there = _facts(left), _facts(right)
    pairs = ((kind, here[kind], there[kind]) for kind in here)
    found = [
        Difference(kind, tuple((one - other).elements()), tuple((other - one).elements()))
        for kind, one, other in pairs
        if one != other and not _is_unsaid(kind, one, other)
    ]
    return (*_as_words(found, left, right), *_of_weekdays(left, right))


def _as_words(found: Iterable[Difference], left: str, right: str) -> Iterator[Difference]:
    """A small number may be a figure here and a word there; another word than the one that stands here is another number."""
    here, there = small_numbers_in(left), small_numbers_in(right)
    figures = next((one for one in found if one.kind is Doubt.NUMBERS), Difference(Doubt.NUMBERS, (), ()))
    lost, added = Counter(figures.left) - there, Counter(figures.right) - here
    here_only = here - there - Counter(figures.right)
    there_only = there - here - Counter(figures.left)
    if here_only and (there_only or added):
        lost += here_only
    if there_only and (here_only or lost):
        added += there_only
    yield from (one for one in found if one.kind is not Doubt.NUMBERS)
    if lost or added:
        yield Difference(Doubt.NUMBERS, tuple(lost.elements()), tuple(added.elements()))


def _of_weekdays(left: str, right: str) -> Iterator[Difference]:
    """A day of the week on one side only; of a language whose days are not known here nothing is said."""
    one, other = weekdays_in(left), weekdays_in(right)
    lost, added = one.missing_in(other), other.missing_in(one)
    is_known = (one.any or guess(left)) and (other.any or guess(right))
    if (lost or added) and is_known:
        yield Difference(Doubt.DATES, lost, added)


def _facts(text: str) -> dict[Doubt, Counter[str]]:
    masked = mask(text)
    words = _with_month_numbers(with_figures(masked.words))
    links = [one.value.rstrip("/").casefold() for one in masked.found if one.kind is Kind.LINK]
    others = [
        re.sub(r"[\W_]", "", _dialled(one)).casefold() for one in masked.found if one.kind is not Kind.LINK
    ]
    return {
        Doubt.LINKS: Counter(links),
        Doubt.PERSONAL: Counter(others),
        Doubt.DATES: Counter(f"{day}/{month}" for day, month in _dates(words)),
        Doubt.NUMBERS: Counter(_numbers(words)),
    }


def _dialled(one: Found) -> str:
    return in_figures(one.value) if one.kind is Kind.PHONE else one.value


def _is_unsaid(kind: Doubt, one: Counter[str], other: Counter[str]) -> bool:
    """Dates can only be compared where both sides write them out; their numbers are compared anyhow."""
    return kind is Doubt.DATES and one.total() != other.total()


def _with_month_numbers(text: str) -> str:
    return NAMED_DATE.sub(_in_figures, text)


def _in_figures(date: re.Match[str]) -> str:
    month = _month(fold(date[2]))
    return date[0] if month is None else f"{date[1]}/{month} "


def _month(word: str) -> int | None:
    begun = (name for name in MONTH_NUMBERS if word.startswith(name) and SUFFIX.fullmatch(word[len(name) :]))
    return MONTH_NUMBERS.get(next(begun, ""))


def _dates(text: str) -> list[tuple[int, int]]:
    found = ((int(date[1]), int(date[2] or date[3])) for date in WRITTEN_DATE.finditer(text))
    return [(day, month) for day, month in found if 1 <= day <= 31 and 1 <= month <= 12]


def _numbers(text: str) -> list[str]:
    joined = THOUSANDS.sub(lambda number: re.sub(r"\D", "", number[0]), text)
    return [str(int(number)) for number in NUMBER.findall(FULL_HOUR.sub(r"\1", joined))]
