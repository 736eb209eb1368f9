"""Announcements: what staff say to a wijk, a stadsdeel or everybody, and what may become of it."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.city import City, WijkId
from bot.domain.errors import AnnouncementOver, MomentUnclear
from bot.domain.intents import AnnouncementId, OutboxId, Outcome
from bot.domain.news import Topic
from bot.domain.people import StaffId

# Together with its translation and the marks it stays one message of Telegram's 4096.
LONGEST_DUTCH: Final = 1_500
LONGEST_TRANSLATION: Final = 2_000
STAYS_TRUE: Final = timedelta(days=3)
PLANS_AHEAD: Final = timedelta(days=60)
_MOMENT: Final = re.compile(
    r"(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}))?,?\s+(?:om\s+)?(\d{1,2})(?:[:.u](\d{2})|\s*u(?:ur)?)",
    re.IGNORECASE,
)


class AudienceKind(StrEnum):
    WIJK = "wijk"
    STADSDEEL = "stadsdeel"
    EVERYBODY = "everybody"


@dataclass(frozen=True, slots=True)
class Audience:
    """Who gets it: those who follow one of its wijken. `name` is a wijk's id or a stadsdeel's name."""

    kind: AudienceKind
    name: str = ""

    def wijken(self, city: City) -> tuple[WijkId, ...]:
        """Raises WijkUnknown; a stadsdeel that is gone has none."""
        if self.kind is AudienceKind.WIJK:
            return (city.wijk(self.name).id,)
        is_in = self.kind is AudienceKind.EVERYBODY
        return tuple(wijk.id for wijk in city.wijken if is_in or wijk.stadsdeel == self.name)

    def place(self, city: City) -> str:
        """Its name, for staff; empty for everybody."""
        return city.wijk(self.name).name if self.kind is AudienceKind.WIJK else self.name


class State(StrEnum):
    DRAFT = "draft"
    PROPOSED = "proposed"  # waits for a second pair of eyes
    HELD = "held"  # decided, and can still be stopped whole
    GOING = "going"
    PAUSED = "paused"
    ENDED = "ended"
    STOPPED = "stopped"


MAY_BECOME: Final[Mapping[State, AbstractSet[State]]] = {
    State.DRAFT: {State.PROPOSED, State.HELD},
    State.PROPOSED: {State.DRAFT, State.HELD, State.STOPPED},
    State.HELD: {State.DRAFT, State.GOING, State.STOPPED},
    State.GOING: {State.PAUSED, State.STOPPED, State.ENDED},
    State.PAUSED: {State.GOING, State.STOPPED},
    State.ENDED: set(),
    State.STOPPED: set(),
}


class TextState(StrEnum):
    """How far one language is. Only what a person has confirmed is ever sent."""

    MACHINE = "machine"
    ARRIVED = "arrived"
    DRAFT = "draft"
    CONFIRMED = "confirmed"
    LEFT_OUT = "left-out"


_ON_THEIR_WAY: Final = (Outcome.WAITING, Outcome.SENDING)
SETTLED: Final = frozenset({TextState.CONFIRMED, TextState.LEFT_OUT})


@dataclass(frozen=True, slots=True)
class Wording:
    """One language of an announcement. `engine` names the machine that made the draft."""

    language: str
    text: str = field(repr=False)
    state: TextState
    engine: str | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Announcement:
    """`people` is how many it was meant for when it left; `progress` the message that shows how far it is.

    `round` counts how often it was offered to a second pair of eyes, last `offered_at`; then `leaves_at` is for when it
    is planned, None for at once. `decided_by` approved this round, or refused it with the words of `refusal`.
    """

    id: AnnouncementId
    staff: StaffId
    audience: Audience
    state: State
    created_at: datetime
    people: int = 0
    reached: int = 0
    progress: OutboxId | None = None
    leaves_at: datetime | None = None
    valid_until: datetime | None = None
    wordings: Mapping[str, Wording] = field(default_factory=dict)
    topic: Topic | None = None
    round: int = 0
    offered_at: datetime | None = None
    decided_by: StaffId | None = None
    refusal: str | None = field(default=None, repr=False)

    @property
    def urgent(self) -> bool:
        """Whether it waits for nobody's quiet hours, and comes in a pause too."""
        return self.topic is Topic.URGENT

    @property
    def approved(self) -> bool:
        """Whether somebody else has looked at it as it is now, and let it leave."""
        return self.decided_by is not None and self.refusal is None

    def text(self, language: str) -> str | None:
        """What a reader of this language is sent in it; None where nobody has confirmed any."""
        wording = self.wordings.get(language)
        return wording.text if wording and wording.state is TextState.CONFIRMED else None


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of it so far. `people` is how many it was meant for."""

    people: int
    outcomes: Mapping[Outcome, int]

    def of(self, *outcomes: Outcome) -> int:
        return sum(self.outcomes.get(outcome, 0) for outcome in outcomes)

    @property
    def done(self) -> int:
        return sum(self.outcomes.values()) - self.waiting

    @property
    def waiting(self) -> int:
        return self.of(*_ON_THEIR_WAY)


def require_state(announcement: Announcement, after: State) -> None:
    """Raise AnnouncementOver unless it may become that."""
    if after not in MAY_BECOME[announcement.state]:
        raise AnnouncementOver


def read_moment(text: str, now: datetime, city: City) -> datetime:
    """A time as staff type it ("25-11 10:00", "25/11 om 10u30"), in UTC. Raises MomentUnclear.

    Without a year it is the next such day. The hour that summer time leaves out does not exist.
    """
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        raise MomentUnclear
    day, month, year, hour, minute = (int(part) if part else None for part in found.groups())
    today = now.astimezone(city.time_zone).date()
    for candidate in (year,) if year else (today.year, today.year + 1):
        moment = _moment(city, (candidate, month or 0, day or 0), (hour or 0, minute or 0))
        if moment is not None and now < moment <= now + PLANS_AHEAD:
            return moment
    raise MomentUnclear


def _moment(city: City, day: tuple[int, int, int], clock: tuple[int, int]) -> datetime | None:
    try:
        local = datetime(*day, *clock, tzinfo=city.time_zone)
    except ValueError:
        return None
    moment = local.astimezone(UTC)
    return (
        moment
        if moment.astimezone(city.time_zone).replace(tzinfo=None) == local.replace(tzinfo=None)
        else None
    )
