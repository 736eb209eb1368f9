"""Drafts: a report, question or idea before it is sent; two questions at most, and each may be left open."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from bot.domain.cases import CaseKind, Media, Origin, Spot, Words
from bot.domain.city import CategoryId, WijkId
from bot.domain.errors import TooLong
from bot.domain.typed_place import LONGEST_READ

MOST_PARTS: Final = 100  # messages and albums in one draft; a story never comes near
MOST_TEXT: Final = 40_000  # characters in all


class DraftStep(StrEnum):
    """Which screen somebody is looking at."""

    WORDS = "words"
    REWRITE = "rewrite"
    COMMON = "common"  # the answer to a common question
    ADVICE = "advice"  # what one can try first, or who handles it
    CATEGORY = "category"
    CATEGORIES = "categories"
    PLACE = "place"
    PART = "part"  # a place was named that needs one question more
    UNKNOWN = "unknown"  # a place was typed that nobody knows
    LIST = "list"
    HERE = "here"  # the keyboard with the location button
    SUMMARY = "summary"
    CHANGE = "change"


PLACE_STEPS: Final = frozenset(
    {DraftStep.PLACE, DraftStep.PART, DraftStep.LIST, DraftStep.UNKNOWN, DraftStep.HERE}
)
# Screens that words lead on from; on the others the question stays.
LEAD_ON: Final = frozenset(
    {DraftStep.WORDS, DraftStep.REWRITE, DraftStep.COMMON, DraftStep.ADVICE, DraftStep.CHANGE}
)


class Why(StrEnum):
    """Why a place needs one question more."""

    PART_OF = "part-of"  # the name holds several wijken
    NEAR = "near"  # a location: the likeliest are offered
    MEANT = "meant"  # a typing mistake was forgiven
    STREET = "street"  # the street is known, its wijk is not


@dataclass(frozen=True, slots=True)
class Part:
    """One message of the draft, and its id in the chat, so that a reply to it finds the case."""

    words: Words
    message: int | None = None

    @property
    def may_be_place(self) -> bool:
        """A place is a few words; what is longer, or comes with a picture, is more of the story."""
        return bool(self.words.text) and not self.words.media and len(self.words.text) <= LONGEST_READ


@dataclass(frozen=True, slots=True)
class Choice:
    """One place to choose: a wijk, or a name that may have been meant."""

    wijk: WijkId | None = None
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What was gathered so far. `place` is a street or words of the person, `narrowing` while it lacks its wijk."""

    kind: CaseKind
    step: DraftStep
    version: int = 0
    parts: tuple[Part, ...] = ()
    category: CategoryId | None = None
    has_category: bool = False  # the question was answered, if only with "I don't know"
    wijk: WijkId | None = None
    place: str = ""
    spot: Spot | None = None
    has_place: bool = False
    urgent: bool = False
    dangers: tuple[str, ...] = ()  # of which the card was shown
    narrowing: bool = False
    is_street: bool = False
    why: Why | None = None
    choices: tuple[Choice, ...] = ()
    typed: Part | None = None
    page: int = 0
    common: str | None = None
    advice: str | None = None  # the category whose self-help was shown, or the question whose answer was
    is_outside: bool = False  # the last place lay outside the city
    beyond: str = ""  # the municipality that it seems to lie in
    changing: bool = False  # one answer is given anew, out of the summary
    origin: Origin = Origin.RESIDENT
    agreed: bool = False  # the person for whom it is reported agrees to it

    @property
    def text(self) -> str:
        """Everything that was written, a paragraph for each message."""
        return "\n".join(part.words.text for part in self.parts if part.words.text)

    @property
    def media(self) -> tuple[Media, ...]:
        return tuple(item for part in self.parts for item in part.words.media)

    @property
    def empty(self) -> bool:
        """Whether nothing would be lost; the wijk of a poster alone is nothing."""
        return not self.parts and self.spot is None and not self.has_category

    def added_to(self, before: "Draft") -> bool:
        """Whether something came while the same question stays open."""
        if self.version != before.version or self.step is not before.step or self.step not in _STAYS:
            return False
        is_more = len(self.parts) > len(before.parts) or self.spot != before.spot
        return is_more and self.choices == before.choices and not self.is_outside

    def onward(self) -> "Draft":
        """To the first question that is still open, or to the summary."""
        return replace(self, step=self._open_question(), is_outside=False, changing=False)

    def _open_question(self) -> DraftStep:
        if not self.parts and (self.spot is None or self.kind is not CaseKind.SIGNAL):
            return DraftStep.WORDS
        if self.kind is CaseKind.SIGNAL and not self.has_category:
            return DraftStep.CATEGORY
        if not self.parts and self.category is None:
            return DraftStep.WORDS
        if self.has_place:
            return DraftStep.SUMMARY
        # A location that came first is asked about: which of the likeliest wijken.
        return DraftStep.PART if self.narrowing and self.choices else DraftStep.PLACE

    def backward(self) -> "Draft | None":
        """To the screen before this one; None when there is none."""
        before = DraftStep.CHANGE if self.changing and self.step in _CHANGED else _BEFORE.get(self.step)
        if before is DraftStep.CATEGORY and self.kind is not CaseKind.SIGNAL:
            before = DraftStep.WORDS
        if before is DraftStep.PLACE:
            return replace(self.asked_where(), is_outside=False)
        return replace(self, step=before, is_outside=False) if before else None

    def told(self, part: Part) -> "Draft":
        """With one message more. Raises TooLong when it is too much for one case."""
        if len(self.parts) >= MOST_PARTS or len(self.text) + len(part.words.text) > MOST_TEXT:
            raise TooLong
        return replace(self, parts=(*self.parts, part))

    def since(self, first: int) -> "Draft":
        """A report of the messages from this one on, with nothing of what was answered before."""
        return Draft(
            kind=CaseKind.SIGNAL,
            step=DraftStep.WORDS,
            version=self.version,
            parts=self.parts[first:],
            dangers=self.dangers,
            urgent=self.urgent,
            origin=self.origin,
        )

    def with_typed(self) -> "Draft":
        """What was typed for a place and led to none is part of the story: nobody's words are lost."""
        return replace(self, parts=(*self.parts, self.typed), typed=None) if self.typed else self

    def about(self, category: CategoryId | None) -> "Draft":
        return replace(self, category=category, has_category=True).onward()

    def at(self, wijk: WijkId | None) -> "Draft":
        """With the place settled; a street, own words or a location stay when they led to this wijk."""
        told = self.with_typed()
        kept = told if self.narrowing else replace(told, place="", spot=None)
        street = kept.place if kept.is_street or wijk is None else ""
        settled = replace(kept, wijk=wijk, place=street, has_place=True)
        return replace(settled, narrowing=False, is_street=False, choices=(), why=None).onward()

    def at_poster(self, wijk: WijkId) -> "Draft":
        """At the first open question, with the wijk of a poster where no place was given yet."""
        return self.onward() if self.has_place or self.narrowing else self.at(wijk)

    def asked_where(self) -> "Draft":
        """At the place question, asked from the beginning."""
        told = self.with_typed()
        return replace(told, step=DraftStep.PLACE, narrowing=False, is_street=False, choices=(), why=None)

    def narrowed(
        self,
        why: Why,
        choices: tuple[Choice, ...] = (),
        *,
        place: str = "",
        is_street: bool = False,
        spot: Spot | None = None,
    ) -> "Draft":
        """With a place that needs one question more; what was answered before no longer counts."""
        bare = replace(self.with_typed(), wijk=None, has_place=False, is_outside=False)
        return replace(
            bare,
            step=DraftStep.PART,
            why=why,
            choices=choices,
            place=place,
            is_street=is_street,
            spot=spot,
            narrowing=True,
        )


_BEFORE: Final = {
    DraftStep.REWRITE: DraftStep.CHANGE,
    DraftStep.COMMON: DraftStep.WORDS,
    DraftStep.ADVICE: DraftStep.CATEGORY,
    DraftStep.CATEGORY: DraftStep.WORDS,
    DraftStep.CATEGORIES: DraftStep.CATEGORY,
    DraftStep.PLACE: DraftStep.CATEGORY,
    DraftStep.PART: DraftStep.PLACE,
    DraftStep.UNKNOWN: DraftStep.PLACE,
    DraftStep.LIST: DraftStep.PLACE,
    DraftStep.HERE: DraftStep.PLACE,
    DraftStep.SUMMARY: DraftStep.PLACE,
    DraftStep.CHANGE: DraftStep.SUMMARY,
}
# Questions that stay open while more of the story comes.
_STAYS: Final = frozenset(DraftStep) - LEAD_ON - {DraftStep.UNKNOWN, DraftStep.HERE}
_CHANGED: Final = frozenset({DraftStep.CATEGORY, DraftStep.PLACE, DraftStep.REWRITE})
