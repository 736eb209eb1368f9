"""The parts of a city: wijken, words, partners, numbers and terms."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from typing import Final, NewType

WijkId = NewType("WijkId", str)
CategoryId = NewType("CategoryId", str)
PartnerId = NewType("PartnerId", str)

DUTCH: Final = "nl"  # the master: Flemish municipalities speak Dutch, every other text is a translation of it
PLACEHOLDER: Final = re.compile(r"\{([a-z][a-z0-9.-]*)\}")


class Confidence(StrEnum):
    """How well a fact is known before the city itself has confirmed it."""

    VERIFIED = "verified"
    LIKELY = "likely"
    UNVERIFIED = "unverified"


class WijkKind(StrEnum):
    LIVING = "woonwijk"
    INDUSTRY = "industrie"


class HelpFor(StrEnum):
    """What a help number is for; the card for danger picks by it."""

    FIRE = "fire"
    MEDICAL = "medical"
    GAS = "gas"
    VIOLENCE = "violence"
    VIOLENCE_AT_HOME = "violence-at-home"
    SUICIDE = "suicide"
    CHILDREN = "children"
    POISON = "poison"
    STORM = "storm"
    DOCTOR = "doctor"
    MISSING = "missing"
    TALK = "talk"
    GOVERNMENT = "government"


class Kept(StrEnum):
    """What is kept for a term and erased after it."""

    CASE_CONTENT = "case-content"
    SENSITIVE_CONTENT = "sensitive-content"
    PEOPLE = "people"
    DELIVERIES = "deliveries"
    SET_ASIDE = "set-aside"
    ACTS = "acts"
    BACKUPS = "backups"


@dataclass(frozen=True, slots=True)
class Point:
    """A place on earth, in degrees (WGS84)."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Wording:
    """One text, plain and unescaped, in the languages that somebody wrote it in."""

    words: Mapping[str, str] = field(hash=False)

    def says(self, language: str, **values: str) -> str:
        """Fill the {placeholders}; Dutch stands in for a language that has no words yet.

        Raises KeyError with the placeholder's name when its value is not given.
        """
        text = self.words.get(language) or self.words[DUTCH]
        return PLACEHOLDER.sub(lambda found: values[found[1]], text)

    def is_in(self, language: str) -> bool:
        return language in self.words

    @property
    def placeholders(self) -> frozenset[str]:
        return frozenset(PLACEHOLDER.findall(self.words[DUTCH]))


@dataclass(frozen=True, slots=True)
class Language:
    """`name` is in the language itself."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Stadsdeel:
    """A district that holds wijken; its name is its key."""

    name: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Wijk:
    """A neighbourhood. `points` lie inside it, `centre` need not."""

    id: WijkId
    name: str
    code: str
    kind: WijkKind
    centre: Point
    stadsdeel: str | None
    stadsdeel_confirmed: bool
    neighbours: tuple[WijkId, ...]
    streets: tuple[str, ...]
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Alias:
    """A name that people say, and the wijken they may mean by it."""

    name: str
    wijken: tuple[WijkId, ...]


@dataclass(frozen=True, slots=True)
class StreetList:
    """All streets of the city that are known, also those whose wijk is not."""

    names: tuple[str, ...]
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Partner:
    """A service or organisation a case is passed on to. `phone` is empty where no source gives one."""

    id: PartnerId
    name: str
    about: Wording
    phone: str
    email: str
    web: str
    address: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class About:
    """What staff should know of one matter inside a category: who handles it, and how sure that is (Dutch)."""

    id: str
    what: str
    handlers: tuple[PartnerId, ...]
    note: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Category:
    """What a signal is about. `words` are stems by language that make it likely.

    `self_help`: what one can try first; `may_follow`: what can come of a sensitive one, said before it is sent.
    """

    id: CategoryId
    emoji: str
    label: Wording
    sensitive: bool
    words: Mapping[str, tuple[str, ...]] = field(hash=False)
    handlers: tuple[PartnerId, ...]
    about: tuple[About, ...]
    self_help: Wording | None = None
    may_follow: Wording | None = None

    def button(self, language: str) -> str:
        return f"{self.emoji} {self.label.says(language)}"


@dataclass(frozen=True, slots=True)
class HelpNumber:
    """A number for danger or trouble. Only a `shown` one may reach a resident."""

    number: str
    what: Wording
    use: tuple[HelpFor, ...]
    shown: bool
    note: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class QuickAnswer:
    """An answer that people wrote in every language. `label` is the desk's button (Dutch)."""

    id: str
    emoji: str
    label: str
    text: Wording


@dataclass(frozen=True, slots=True)
class CommonQuestion:
    """A question many people have. `try_first`: what somebody can do without the city, where that is sensible.

    `asked` are phrases by language that make it likely, each of stems that must all be there. `not_for_us`: somebody
    else than the city handles it. In reports of `category` its answer is offered when the words ask for it.
    """

    id: str
    emoji: str
    label: Wording
    question: Wording
    answer: Wording
    try_first: Wording | None
    partner: PartnerId | None
    asked: Mapping[str, tuple[str, ...]] = field(hash=False)
    not_for_us: bool = False
    category: CategoryId | None = None

    def button(self, language: str) -> str:
        return f"{self.emoji} {self.label.says(language)}"


@dataclass(frozen=True, slots=True)
class Ideas:
    """What happens with an idea for the wijk: `then` for the resident, `note` for the desk (Dutch)."""

    then: Wording
    note: str


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """`weekday`: 0 is Monday. Local time."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Office:
    """Where the role that answers can be found. No hours means: nobody has told us."""

    name: str
    partner: PartnerId | None
    address: str
    hours: tuple[OfficeHours, ...]
    confirmed: bool


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """A day without work beside weekends and public holidays: one date, or with `year` None every year."""

    month: int
    day: int
    year: int | None
    reason: str

    def falls_on(self, day: date) -> bool:
        return (self.month, self.day) == (day.month, day.day) and self.year in {None, day.year}


@dataclass(frozen=True, slots=True)
class AnswerTerm:
    """A first answer is due within so many working days; `weekend` holds weekdays, 0 is Monday.

    `next_days`: so many working days after an answer the resident hears again, while the case is open; `partner_days`:
    after so many of silence the desk is reminded of a partner.
    """

    working_days: int
    weekend: frozenset[int]
    closed: tuple[ClosedDay, ...]
    next_days: int = 10
    partner_days: int = 5


@dataclass(frozen=True, slots=True)
class Retention:
    """What goes after how many days. `rule` names what the term follows; empty means nobody has said yet."""

    kept: Kept
    days: int
    rule: str
