"""What becomes of an outbox row after one attempt."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from bot.domain.intents import Act, Outcome, Urgency
from bot.engine.answers import (
    Answer,
    Broken,
    Delivered,
    Later,
    Migrated,
    Reason,
    Revoked,
    Unknown,
    Unreachable,
)
from storage.outbox import OutboxRow

# A message may go twice at most; an edit says the same however often, so it may be tried more.
MOST_SENDS: Final = 2
MOST_EDITS: Final = 5
# A picture is fetched before anything leaves, so it may be tried often; for ever would hold up its chat.
MOST_FETCHES: Final = 10
_AGAIN_SECONDS: Final = 1.0
_FETCH_AGAIN_SECONDS: Final = 5.0
# Of these Telegram looked at the message itself: no limit on all is in force.
TAKEN: Final = (Delivered, Unreachable, Broken)
_TROUBLE: Final = {Outcome.BROKEN: "message-refused", Outcome.UNCERTAIN: "message-uncertain"}
_MOST_KEPT: Final = 2**63
_GONE: Final = {Reason.MESSAGE_NOT_FOUND, Reason.MESSAGE_FIXED}


@dataclass(frozen=True, slots=True)
class Unfetched:
    """The picture of a message could not be fetched, for the so-manieth time; nothing of the message has left.

    `unanswered`: Telegram itself did not answer. Elsewhere it does, so nobody else's message has to wait.
    """

    times: int = 1
    unanswered: bool = False


@dataclass(frozen=True, slots=True)
class Unmarked:
    """Its markup was refused: it goes again, as plain text."""


Attempt = Answer | Unfetched | Unmarked


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """One attempt's end. `outcome` None: the row waits again, from `part` on; an uncounted attempt wrote nothing.

    `message` is what the row is known by; `others` are further messages that it became.
    """

    row: OutboxRow
    outcome: Outcome | None = None
    message: int | None = None
    others: tuple[int, ...] = ()
    again_in: float = 0.0
    counted: bool = True
    part: int = 0
    penalty: float | None = None
    penalty_of_all: float | None = None
    unanswered: bool = False
    revoked: bool = False
    moved_to: int | None = None
    anew: bool = False
    reason: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether all there is to write down is how it ended."""
        ended = self.outcome is not None and self.outcome is not Outcome.UNREACHABLE
        has_more = self.penalty is not None or self.moved_to is not None or self.anew or bool(self.others)
        return ended and not has_more

    @property
    def trouble(self) -> str | None:
        """What the log calls it when somebody has to look."""
        return _TROUBLE.get(self.outcome) if self.outcome else None


def has_expired(row: OutboxRow, now: datetime) -> bool:
    """Whether it is too late to say it."""
    return row.intent.expires_at is not None and row.intent.expires_at < now


def ending_of(row: OutboxRow, parts: int, attempt: Attempt) -> Ending:
    """Judge one attempt to say piece `row.part` of `parts`."""
    match attempt:
        case Delivered(result):
            return _delivered(row, parts, result)
        case Unreachable(reason):
            return Ending(row=row, outcome=Outcome.UNREACHABLE, reason=reason.value)
        case Broken(_, reason):
            return _broken(row, parts, reason)
        case Later(None):
            return _again(row, unanswered=True, reason="not-connected")
        case Later(float() as seconds):
            return Ending(
                row=row, again_in=seconds, counted=False, part=row.part, penalty=seconds, reason="limited"
            )
        case Unknown(gap):
            return _unknown(row, gap.value)
        case Migrated(new):
            return Ending(row=row, counted=False, part=row.part, moved_to=new, reason="migrated")
        case _:
            return _unasked(row, attempt)


def _unasked(row: OutboxRow, attempt: Attempt) -> Ending:
    """Telegram has not looked at the message."""
    match attempt:
        case Unfetched():
            return _unfetched(row, attempt)
        case Unmarked():
            return back(row, 0.0)
        case _:
            return _again(row, unanswered=True, revoked=isinstance(attempt, Revoked), reason="refused-us")


def back(row: OutboxRow, seconds: float) -> Ending:
    """It was claimed and did not leave: it waits again, so many seconds."""
    return Ending(row=row, again_in=seconds, counted=False, part=row.part)


def _again(row: OutboxRow, *, unanswered: bool, revoked: bool = False, reason: str) -> Ending:
    return Ending(
        row=row,
        again_in=_AGAIN_SECONDS,
        counted=False,
        part=row.part,
        unanswered=unanswered,
        revoked=revoked,
        reason=reason,
    )


def _unfetched(row: OutboxRow, missed: Unfetched) -> Ending:
    if missed.times >= MOST_FETCHES:
        return Ending(row=row, outcome=Outcome.BROKEN, reason="unfetched")
    waits = back(row, _FETCH_AGAIN_SECONDS * missed.times)
    return replace(waits, unanswered=missed.unanswered, reason="unfetched")


def _delivered(row: OutboxRow, parts: int, result: Any) -> Ending:
    messages = _messages_of(result)
    if row.part + 1 < parts:
        return Ending(row=row, counted=False, part=row.part + 1, others=messages)
    first, others = (messages[0], messages[1:]) if messages else (None, ())
    return Ending(row=row, outcome=Outcome.DELIVERED, message=first, others=others)


def _messages_of(result: Any) -> tuple[int, ...]:
    """The id of the message, or of every one of an album."""
    messages = result if isinstance(result, list) else [result]
    numbers = (one.get("message_id") for one in messages if isinstance(one, Mapping))
    return tuple(number for number in numbers if type(number) is int and abs(number) < _MOST_KEPT)


def _broken(row: OutboxRow, parts: int, reason: Reason) -> Ending:
    act = row.intent.act
    is_so_already = act is Act.DELETE or (act is Act.EDIT and reason is Reason.NOT_MODIFIED)
    if is_so_already and row.part + 1 < parts:
        # What is gone, or says so already, must not keep the rest of it as it was.
        return Ending(row=row, counted=False, part=row.part + 1, reason=reason.value)
    if is_so_already:
        return Ending(row=row, outcome=Outcome.DELIVERED, reason=reason.value)
    if act is Act.EDIT and reason in _GONE:
        return Ending(row=row, outcome=Outcome.EXPIRED, anew=True, reason=reason.value)
    return Ending(row=row, outcome=Outcome.BROKEN, reason=reason.value)


def _unknown(row: OutboxRow, gap: str) -> Ending:
    """It left, and nobody knows. A prompt is not said twice; a message once more at most."""
    is_send = row.intent.act is Act.SEND
    tries = MOST_SENDS if is_send else MOST_EDITS
    if row.attempts >= tries or (is_send and row.intent.urgency is Urgency.PROMPT):
        return Ending(row=row, outcome=Outcome.UNCERTAIN, unanswered=True, reason=gap)
    return Ending(row=row, again_in=_AGAIN_SECONDS, part=row.part, unanswered=True, reason=gap)
