"""Typed numbers of cases: "48271", "nr. 48271", "48271: het ligt er nog"."""

import re
from dataclasses import dataclass
from typing import Final

from bot.domain.cases import NUMBER_PATTERN, CaseNumber

# Words that may stand before a number, in the languages that we speak; short, so that no story is mistaken for one.
_BEFORE: Final = (
    r"(?:(?:melding|dossier|nummer|nr|no|numara|mesaj|номер|сигнал|съобщение)\b[.:]?\s*){0,2}[#№]?\s*"
)
_NUMBER: Final = re.compile(
    rf"\s*{_BEFORE}(?P<number>{NUMBER_PATTERN})(?![0-9])(?P<more>.*)", re.IGNORECASE | re.DOTALL
)
_NOTHING_MORE: Final = re.compile(r"[\s.!?:,]*")


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """A number at the beginning of what was typed; `has_more`: words stand behind it."""

    number: CaseNumber
    has_more: bool


def numbered(text: str) -> TypedNumber | None:
    """The number of a case that a text is, or begins with."""
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    return TypedNumber(CaseNumber(found["number"]), _NOTHING_MORE.fullmatch(found["more"]) is None)
