"""Passings: a case that was passed on to a partner; how it went there, and how it ended."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final, NewType

from bot.domain.cases import CaseId, Media, MediaKind
from bot.domain.city import PartnerId
from bot.domain.people import StaffId

PassingId = NewType("PassingId", int)
# What a mail takes along: a picture can be stripped of all but what is seen on it, sound cannot.
PICTURES: Final = frozenset({MediaKind.PHOTO, MediaKind.PICTURE_DOCUMENT})


class Way(StrEnum):
    """How the partner hears of it."""

    PERSON = "person"  # somebody of the partner is here
    MAIL = "mail"
    SELF = "self"  # who passes it on tells them: neither is there


class Mail(StrEnum):
    """What became of the mail."""

    WAITING = "waiting"
    SENDING = "sending"  # the server has been given the text, and has not said whether it takes it
    SENT = "sent"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"


class Ended(StrEnum):
    """Why a partner has a case no more."""

    DONE = "done"
    OVER = "over"  # the case itself is
    TAKEN_BACK = "taken-back"


@dataclass(frozen=True, slots=True)
class Letter:
    """What the partner reads: a subject of the city's own words, and the text that was looked at once more.

    `enclosed`: the pictures and sounds that were chosen to go with it, each by itself.
    """

    subject: str
    text: str = field(repr=False)
    enclosed: tuple[Media, ...] = field(default=(), repr=False)

    @property
    def pictures(self) -> tuple[Media, ...]:
        """Those of them that a mail takes along."""
        return tuple(item for item in self.enclosed if item.kind in PICTURES)


@dataclass(frozen=True, slots=True)
class Passing:
    """`mail` is None where none is sent; `attempts` counts those of this letter.

    Of its pictures `too_large` did not fit into the mail, and `gone` could not be had from Telegram any more.
    """

    id: PassingId
    case: CaseId
    partner: PartnerId
    way: Way
    staff: StaffId
    letter: Letter
    at: datetime
    mail: Mail | None = None
    attempts: int = 0
    outcome: Ended | None = None
    too_large: int = 0
    gone: int = 0

    @property
    def left_out(self) -> int:
        """How many pictures stayed behind."""
        return self.too_large + self.gone

    @property
    def open(self) -> bool:
        return self.outcome is None


@dataclass(frozen=True, slots=True)
class PartnerAnswer:
    """What a partner said, or what the desk wrote down of it; `staff` is who typed it."""

    text: str = field(repr=False)
    staff: StaffId | None
    at: datetime
