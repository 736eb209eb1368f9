"""Intents: what must be said to whom. They name a text; it is written when it leaves, in the language of that moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import NewType

from bot.domain.cases import CaseId
from bot.domain.people import ChatId, PersonId

OutboxId = NewType("OutboxId", int)
AnnouncementId = NewType("AnnouncementId", int)
Value = str | int | bool | None


class Urgency(IntEnum):
    """What goes first in a chat, and in all when there is more than Telegram takes."""

    PROMPT = 0  # the answer to what somebody just did; of no use ten minutes later
    CASE = 1  # about a case; never dropped
    ANNOUNCEMENT = 2


class Act(StrEnum):
    SEND = "send"
    EDIT = "edit"
    DELETE = "delete"
    CALL = "call"  # a method of Telegram that shows no message (leaveChat, setMyCommands)


@dataclass(frozen=True, slots=True)
class Button:
    """One button. Its label is a text's name, or words as they are (a name of a place); it carries data or a link."""

    data: str = ""
    label: str = ""
    words: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)
    url: str = ""


Buttons = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """One thing to say. No text of a person is in `values`: it is looked up by id when the message is written."""

    chat: ChatId
    name: str
    person: PersonId | None = None
    urgency: Urgency = Urgency.PROMPT
    act: Act = Act.SEND
    values: Mapping[str, Value] = field(default_factory=dict)
    buttons: Buttons = ()
    keyboard: str | None = None
    language: str | None = None
    case: CaseId | None = None
    announcement: AnnouncementId | None = None
    edits: OutboxId | None = None
    edits_message: int | None = None
    replies_to: OutboxId | None = None
    replies_to_message: int | None = None
    silent: bool = False
    coalesce: str | None = None
    not_before: datetime | None = None
    expires_at: datetime | None = None


class Outcome(StrEnum):
    """What became of an outbox row."""

    WAITING = "waiting"
    SENDING = "sending"
    DELIVERED = "delivered"
    UNREACHABLE = "unreachable"
    BROKEN = "broken"
    UNCERTAIN = "uncertain"
    EXPIRED = "expired"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class File:
    """What is uploaded with a call: made as it leaves, and never kept.

    `may_leave`: it is made to be printed or passed on, and holds nothing of anybody else; all other things that staff get
    cannot be saved or forwarded.
    """

    name: str
    content: bytes = field(repr=False)
    may_leave: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """One request to Telegram's Bot API.

    `picture` is a file_id to fetch, strip and upload as `photo` with it; `file` goes up as its `document`.
    """

    method: str
    params: Mapping[str, object]
    picture: str | None = None
    file: File | None = None
