"""Cases: one matter of one resident, and what may become of it."""

import secrets
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final, NewType

from bot.domain.city import CategoryId, WijkId
from bot.domain.errors import NotPossibleNow
from bot.domain.people import PersonId, StaffId

CaseId = NewType("CaseId", int)
CaseNumber = NewType("CaseNumber", str)
CaseMessageId = NewType("CaseMessageId", int)

# So many characters of what was written stand on the card; a longer text follows whole, as a reply.
ON_CARD: Final = 1_200


class CaseKind(StrEnum):
    SIGNAL = "signal"
    QUESTION = "question"
    IDEA = "idea"


class Origin(StrEnum):
    """Whose words a case began with."""

    RESIDENT = "resident"
    BEHALF = "behalf"  # a contact worker speaks for somebody without Telegram
    HANDED_OVER = "handed-over"  # that somebody has taken it over since
    OBSERVED = "observed"  # what staff saw or heard themselves: there is no reporter


class Status(StrEnum):
    RECEIVED = "received"
    IN_HAND = "in-hand"
    PASSED_ON = "passed-on"
    HANDLED = "handled"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"


class Closing(StrEnum):
    """How the desk closed a case; whether it is solved, only the resident says."""

    SOLVED = "solved"
    PARTLY = "partly"
    NOT_POSSIBLE = "not-possible"
    NOT_FOR_US = "not-for-us"


class Solved(StrEnum):
    """What the resident says of a handled case."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


OPEN: Final[AbstractSet[Status]] = frozenset(
    {Status.RECEIVED, Status.IN_HAND, Status.PASSED_ON, Status.REOPENED}
)

MAY_BECOME: Final[Mapping[Status, AbstractSet[Status]]] = {
    Status.RECEIVED: {Status.IN_HAND, Status.PASSED_ON, Status.HANDLED, Status.WITHDRAWN},
    Status.IN_HAND: {Status.PASSED_ON, Status.HANDLED, Status.WITHDRAWN},
    Status.PASSED_ON: {Status.IN_HAND, Status.HANDLED, Status.WITHDRAWN},
    Status.HANDLED: {Status.REOPENED},
    Status.REOPENED: {Status.IN_HAND, Status.PASSED_ON, Status.HANDLED, Status.WITHDRAWN},
    Status.WITHDRAWN: set(),
}


class MediaKind(StrEnum):
    PHOTO = "photo"
    VOICE = "voice"
    VIDEO = "video"
    VIDEO_NOTE = "video_note"
    PICTURE_DOCUMENT = "picture_document"  # a picture that came as a file: stripped before anybody sees it


# The kinds of file of which a photo can be made; of a phone's own (HEIC), of plans and of drawings none can.
PICTURE_FILES: Final = frozenset(
    {
        "image/jpeg",
        "image/jpg",
        "image/png",
        "image/webp",
        "image/gif",
        "image/bmp",
        "image/x-ms-bmp",
    }
)
# Telegram gives bots no file that is larger.
LARGEST_FILE: Final = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Media:
    """A photo, voice or video by Telegram's file_id for this bot; no file name, no unique id, no caption."""

    kind: MediaKind
    file_id: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A point that somebody sent, WGS84 degrees."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Words:
    """What a person put into one message: text, media and perhaps a point."""

    text: str = ""
    media: tuple[Media, ...] = ()
    spot: Spot | None = None

    @property
    def empty(self) -> bool:
        return not self.text and not self.media and self.spot is None


class Author(StrEnum):
    RESIDENT = "resident"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Heard:
    """What a machine wrote down of what was spoken: to be listened to, to be sure."""

    text: str = field(repr=False)
    language: str
    engine: str = ""


@dataclass(frozen=True, slots=True)
class CaseMessage:
    """One message in a case, in the language its author wrote in; `corrected_at`: when other words took its place."""

    id: CaseMessageId
    case: CaseId
    author: Author
    language: str
    words: Words
    at: datetime
    corrected_at: datetime | None = None
    heard: Heard | None = None

    @property
    def said(self) -> str:
        """What was written, else what a machine heard."""
        return self.words.text or (self.heard.text if self.heard else "")

    @property
    def said_in(self) -> str:
        """The language of that."""
        return self.heard.language if self.heard and not self.words.text else self.language


@dataclass(frozen=True, slots=True)
class Case:
    """One matter of one resident. `resident` is None once that person erased everything, or where there is none.

    While a contact worker speaks for somebody, `resident` is the contact worker's own chat. `opened_by`: who of the
    staff began it. `reference`: what the city's own system calls it.

    `promised_on` is the day that the resident was told when `due_on` had passed; `talk`: a conversation was asked for;
    `twin_of`: the case it goes with, where both are about one thing.
    """

    id: CaseId
    number: CaseNumber
    alias: str
    kind: CaseKind
    status: Status
    created_at: datetime
    resident: PersonId | None = None
    category: CategoryId | None = None
    wijk: WijkId | None = None
    place: str = ""
    spot: Spot | None = None
    urgent: bool = False
    sensitive: bool = False
    owner: StaffId | None = None
    due_on: date | None = None
    outcome: Closing | None = None
    reopened: int = 0
    promised_on: date | None = None
    talk: bool = False
    twin_of: CaseId | None = None
    origin: Origin = Origin.RESIDENT
    opened_by: StaffId | None = None
    reference: str = ""

    @property
    def expected_on(self) -> date | None:
        """The day by when the resident expects to hear something."""
        return self.promised_on or self.due_on

    @property
    def talks_first(self) -> bool:
        """A conversation in the place of a sensitive report."""
        return self.talk and self.sensitive

    @property
    def open(self) -> bool:
        return self.status in OPEN


def require_arrow(before: Status, after: Status) -> None:
    """Raise NotPossibleNow unless a case may go from one status to the other."""
    if after not in MAY_BECOME[before]:
        raise NotPossibleNow


NUMBER_DIGITS: Final = 5
# When nearly all of these are given, the next have a digit more: 9,990,000 numbers are enough for Flanders.
MOST_NUMBER_DIGITS: Final = 7
# A regular expression: what a number looks like wherever somebody types one.
NUMBER_PATTERN: Final = rf"[1-9][0-9]{{{NUMBER_DIGITS - 1},{MOST_NUMBER_DIGITS - 1}}}"
# Without the letters and digits that people mix up on a small screen or by telephone.
ALIAS_LETTERS: Final = "ACDEFHJKLMNPRTVWXY34679"


def draw_number(digits: int = NUMBER_DIGITS) -> CaseNumber:
    """So many random digits, never a leading zero: said by telephone and typed without doubt."""
    least = 10 ** (digits - 1)
    return CaseNumber(str(secrets.randbelow(9 * least) + least))


def draw_alias() -> str:
    """Four random letters and digits; a case has an alias of its own, so two cases never tell of one person."""
    return "".join(secrets.choice(ALIAS_LETTERS) for _ in range(4))


def on_card(messages: Iterable[CaseMessage]) -> tuple[tuple[CaseMessage, ...], bool]:
    """The resident's messages that the card shows, and whether they fit on it whole."""
    said = tuple(one for one in messages if one.author is Author.RESIDENT and one.said)
    return said, sum(len(one.said) for one in said) <= ON_CARD
