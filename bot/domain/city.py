"""What a city is, as its city file says: whoever holds a City may trust every id in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.domain.asked import Asked
from bot.domain.asked_first import AskedFirst
from bot.domain.city_parts import (
    DUTCH,
    PLACEHOLDER,
    About,
    Alias,
    AnswerTerm,
    Category,
    CategoryId,
    ClosedDay,
    CommonQuestion,
    Confidence,
    HelpFor,
    HelpNumber,
    Ideas,
    Kept,
    Language,
    Office,
    OfficeHours,
    Partner,
    PartnerId,
    Point,
    QuickAnswer,
    Retention,
    Stadsdeel,
    StreetList,
    Wijk,
    WijkId,
    WijkKind,
    Wording,
)
from bot.domain.errors import ButtonExpired, WijkUnknown
from bot.domain.glossary import Entry, Glossary
from bot.domain.likely import Signs
from bot.domain.limits import Limits
from bot.domain.municipalities import Municipality

__all__ = [
    "DUTCH",
    "PLACEHOLDER",
    "About",
    "Alias",
    "AnswerTerm",
    "Category",
    "CategoryId",
    "City",
    "ClosedDay",
    "CommonQuestion",
    "Confidence",
    "HelpFor",
    "HelpNumber",
    "Ideas",
    "Kept",
    "Language",
    "Office",
    "OfficeHours",
    "Partner",
    "PartnerId",
    "Point",
    "QuickAnswer",
    "Retention",
    "Stadsdeel",
    "StreetList",
    "Wijk",
    "WijkId",
    "WijkKind",
    "Wording",
]

Kind = TypeVar("Kind", Category, Partner, QuickAnswer, CommonQuestion)


# Never compared by what is in it, so that what is made of a city can be kept beside it.
@dataclass(frozen=True, slots=True, repr=False, eq=False)
class City:
    """One city, whole and checked. `outside_metres`: further than this from every point is outside the city."""

    name: str
    postcode: str
    nis: str
    police_zone: str
    time_zone: ZoneInfo
    attribution: str
    role_name: str
    languages: tuple[Language, ...]
    texts_confirmed: tuple[str, ...]
    stadsdelen: tuple[Stadsdeel, ...]
    wijken: tuple[Wijk, ...]
    aliases: tuple[Alias, ...]
    said_first: tuple[str, ...]
    streets: StreetList
    outside_metres: int
    categories: tuple[Category, ...]
    sensitive_roles: tuple[str, ...]
    sensitive_roles_confirmed: bool
    partners: tuple[Partner, ...]
    help_numbers: tuple[HelpNumber, ...]
    quick_answers: tuple[QuickAnswer, ...]
    common_questions: tuple[CommonQuestion, ...]
    ideas: Ideas | None
    office: Office
    answers: AnswerTerm
    retention: tuple[Retention, ...]
    municipalities: tuple[Municipality, ...] = ()
    asked_first: tuple[AskedFirst, ...] = ()
    organisations: tuple[str, ...] = ()
    limits: Limits = Limits()  # noqa: RUF009 - immutable
    terms: tuple[Entry, ...] = ()
    glossary: Glossary = field(init=False, compare=False)
    signs: Signs[CategoryId] = field(init=False, compare=False)
    asked: Asked[str] = field(init=False, compare=False)
    _wijken: Mapping[str, Wijk] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "signs", Signs({one.id: one.words for one in self.categories}))
        object.__setattr__(self, "asked", Asked({one.id: one.asked for one in self.common_questions}))
        object.__setattr__(self, "_wijken", {wijk.id: wijk for wijk in self.wijken})
        object.__setattr__(self, "glossary", Glossary(self.terms, tuple(self._names())))

    def __repr__(self) -> str:
        return f"City({self.name!r})"

    def _names(self) -> Iterable[str]:
        """What is called the same in every language."""
        yield from (wijk.name for wijk in self.wijken)
        yield from (stadsdeel.name for stadsdeel in self.stadsdelen)
        yield from (alias.name for alias in self.aliases)
        yield from self.streets.names
        yield from (street for wijk in self.wijken for street in wijk.streets)
        yield from (partner.name for partner in self.partners)

    @property
    def master(self) -> Language:
        """Dutch: the language that counts."""
        return next(language for language in self.languages if language.code == DUTCH)

    def wijk(self, wijk: str) -> Wijk:
        """Find a wijk by its id; raises WijkUnknown."""
        if wijk not in self._wijken:
            raise WijkUnknown
        return self._wijken[wijk]

    def has_wijk(self, wijk: str) -> bool:
        return wijk in self._wijken

    def municipality(self, name: str) -> Municipality | None:
        """A neighbour by its name."""
        return next((one for one in self.municipalities if one.name == name), None)

    def stadsdeel(self, name: str) -> Stadsdeel | None:
        """By its name, however it is capitalised."""
        wanted = name.strip().casefold()
        return next((one for one in self.stadsdelen if one.name.casefold() == wanted), None)

    def stadsdeel_of(self, wijk: str) -> Stadsdeel | None:
        """Also a guess: for routing. Raises WijkUnknown."""
        name = self.wijk(wijk).stadsdeel
        return self.stadsdeel(name) if name else None

    def shown_stadsdeel_of(self, wijk: str) -> Stadsdeel | None:
        """Only what the city has confirmed: for residents. Raises WijkUnknown."""
        stadsdeel = self.stadsdeel_of(wijk)
        is_sure = stadsdeel is not None and stadsdeel.confirmed and self.wijk(wijk).stadsdeel_confirmed
        return stadsdeel if is_sure else None

    def wijken_of(self, stadsdeel: str) -> tuple[Wijk, ...]:
        return tuple(wijk for wijk in self.wijken if wijk.stadsdeel == stadsdeel)

    def category(self, category: str) -> Category:
        """Find by id; raises ButtonExpired: an id that is gone comes from an old button or a crafted one."""
        return _by_id(self.categories, category)

    def category_of(self, category: str | None) -> Category | None:
        """As above; None for what has none, and for one that was left out of the city's file since."""
        return next((one for one in self.categories if one.id == category), None)

    def partner(self, partner: str) -> Partner:
        """Find by id; raises ButtonExpired."""
        return _by_id(self.partners, partner)

    def partner_of(self, organisation: str | None) -> Partner | None:
        """The partner that somebody's organisation is: by its id or its name, however it is capitalised."""
        wanted = (organisation or "").strip().casefold()
        return next((one for one in self.partners if wanted in {one.id, one.name.casefold()}), None)

    def quick_answer(self, answer: str) -> QuickAnswer:
        """Find by id; raises ButtonExpired."""
        return _by_id(self.quick_answers, answer)

    def common_question(self, question: str) -> CommonQuestion:
        """Find by id; raises ButtonExpired."""
        return _by_id(self.common_questions, question)

    def question_in(self, text: str) -> CommonQuestion | None:
        """The common question that a text asks; none where it speaks of what is sensitive besides: that is a report.

        "My boss took my identity card" does not ask how to get one.
        """
        likely = self.asked.likely(text)
        if likely is None:
            return None
        asking = self.signs.likely(self.asked.words(text, likely))
        is_sensitive = any(
            self.category(one).sensitive for one in self.signs.likely(text) if one not in asking
        )
        return None if is_sensitive else self.common_question(likely)

    def help_for(self, use: HelpFor) -> tuple[HelpNumber, ...]:
        """Pick the numbers that residents may see for this trouble, in the order of the file."""
        return tuple(number for number in self.help_numbers if number.shown and use in number.use)

    def term(self, kept: Kept) -> Retention:
        return next(term for term in self.retention if term.kept is kept)


def _by_id(things: Iterable[Kind], wanted: str) -> Kind:
    found = next((thing for thing in things if thing.id == wanted), None)
    if found is None:
        raise ButtonExpired
    return found
