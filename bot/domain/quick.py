"""Quick answers: what is left open in them, and how staff write one of their own."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final, NewType

from bot.domain.cases import Case
from bot.domain.city import PLACEHOLDER, City, QuickAnswer, Wording
from bot.domain.people import StaffId

ProposalId = NewType("ProposalId", int)
DATE: Final = "date"
PLACE: Final = "place"
PARTNER: Final = "partner"
NUMBER: Final = "number"
# In the order in which they are filled in; a partner brings its number.
BLANKS: Final = (DATE, PLACE, PARTNER)
# What staff write in capitals where something is to be filled in: the same words in every language.
MARKERS: Final[Mapping[str, str]] = {"DATUM": DATE, "PLAATS": PLACE, "DIENST": PARTNER, "NUMMER": NUMBER}
MOST_TEXT: Final = 300
MOST_LABEL: Final = 20
EMOJI: Final = "⚡"
_MARKER: Final = re.compile(rf"\b(?:{'|'.join(MARKERS)})\b")
_WORDS: Final = {blank: marker for marker, blank in MARKERS.items()}


class ProposalState(StrEnum):
    PROPOSED = "proposed"
    APPROVED = "approved"
    REFUSED = "refused"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A quick answer that staff wrote; `texts` by language, as they are kept. Offered once it is approved, or refused with a word."""

    id: ProposalId
    label: str
    texts: Mapping[str, str]
    state: ProposalState
    by: StaffId
    created_at: datetime
    refusal: str | None = field(default=None, repr=False)

    def missing(self, city: City) -> tuple[str, ...]:
        """The languages that nobody has written yet."""
        return tuple(one.code for one in city.languages if one.code not in self.texts)

    @property
    def answer(self) -> QuickAnswer:
        return QuickAnswer(id_of(self.id), EMOJI, self.label, Wording(self.texts))


def id_of(proposal: ProposalId) -> str:
    """As its button carries it, beside those of the city's file."""
    return f"q{proposal}"


def blanks_of(answer: QuickAnswer) -> tuple[str, ...]:
    """What must be filled in, in order."""
    return in_order(answer.text.placeholders)


def in_order(open_: frozenset[str]) -> tuple[str, ...]:
    needed = open_ | ({PARTNER} if NUMBER in open_ else set())
    return tuple(blank for blank in BLANKS if blank in needed)


def as_kept(typed: str) -> str:
    """What staff typed, with its capitals as placeholders; braces of their own are none."""
    plain = typed.replace("{", "(").replace("}", ")")
    return _MARKER.sub(lambda found: f"{{{MARKERS[found[0]]}}}", plain)


def as_typed(kept: str) -> str:
    """The same as people read it before it is filled in."""
    return PLACEHOLDER.sub(lambda found: _WORDS.get(found[1], found[0]), kept)


def open_in(kept: str) -> frozenset[str]:
    return frozenset(PLACEHOLDER.findall(kept))


def places_for(city: City, case: Case, *, is_alone: bool) -> Mapping[str, str]:
    """What can be filled in as a place, by a letter for the button: where it is, the wijk, the office.

    Where it is are words of who reported it: they go to nobody else, and stand on no button of a sensitive case.
    """
    wijk = city.wijk(case.wijk).name if case.wijk and city.has_wijk(case.wijk) else ""
    found = {"p": case.place if is_alone and not case.sensitive else "", "w": wijk, "o": city.office.address}
    return {letter: words for letter, words in found.items() if words}


def is_begun(answer: QuickAnswer, given: Sequence[str]) -> bool:
    """Whether these fill in the first of its blanks, with more to come; a partner comes last, so never among them."""
    return len(given) < len(blanks_of(answer)) and all(
        _is_filling(blank, value) for blank, value in zip(blanks_of(answer), given, strict=False)
    )


def _is_filling(blank: str, value: str) -> bool:
    return re.fullmatch(r"\d{8}" if blank == DATE else r"[pwo]", value) is not None
