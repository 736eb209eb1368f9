"""Ways to break the pacer and the sender, so that they are too fast, too slow, too late or too eager."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from bot.domain.intents import Urgency
from bot.engine import outcomes, pacer, request, sender
from bot.engine.acceptance import Acceptance
from bot.engine.answers import Delivered, Gap, Unknown
from bot.engine.backlog import Backlog
from bot.engine.intake import Polling
from bot.engine.ledger import Ledger
from bot.engine.pacer import Pacer
from gates.breaking import change

_EAGER_SECONDS: Final = 0.05
_IMPATIENT_SECONDS: Final = 5.0
_HASTE: Final = 1.05
_EARLY: Final = timedelta(minutes=10)


def forgotten_penalty() -> None:
    """What was answered 429 goes again at once, and nobody remembers it."""

    def changed(ending_of: Any) -> Any:
        def ended(*what: Any) -> Any:
            ending = ending_of(*what)
            return (
                ending if ending.penalty is None else replace(ending, penalty=None, again_in=_EAGER_SECONDS)
            )

        return ended

    change(sender, "ending_of", changed)


def one_penalty_for_all() -> None:
    """Whenever one chat is to wait, all wait."""

    def changed(penalise: Any) -> Any:
        def penalised(self: Any, _chat: int | None, until: float, now: float) -> Any:
            return penalise(self, None, until, now)

        return penalised

    change(Pacer, "penalise", changed)


def unpaced() -> None:
    """Everything leaves as soon as it is written down."""

    def at_once(_self: Any, _chat: int, now: float, **_how: bool) -> float:
        return now

    change(Pacer, "ready_at", lambda _: at_once)
    change(Pacer, "free_at", lambda _: lambda _self, now: now)


def five_percent_too_fast() -> None:
    """Each message leaves a twentieth too soon after the one before it."""

    def changed(pace_of_all: Any) -> Any:
        def hasty(rate: int) -> Any:
            pace = pace_of_all(rate)
            return replace(pace, interval=pace.interval / _HASTE)

        return hasty

    change(pacer, "_pace_of_all", changed)


def first_come_first_served() -> None:
    """An announcement is as urgent as an answer."""

    def changed(add: Any) -> Any:
        def added(self: Any, head: Any, *at: Any) -> None:
            add(self, replace(head, urgency=Urgency.CASE), *at)

        return added

    change(Backlog, "add", changed)


def misread_answers() -> None:
    """What Telegram answers about a third of all chats is not understood, as if it had been lost."""

    def changed(answer_of: Any) -> Any:
        def answered(status: int, body: bytes) -> Any:
            answer = answer_of(status, body)
            told = answer.result if isinstance(answer, Delivered) else None
            is_third = isinstance(told, dict) and "chat" in told and told["chat"]["id"] % 3 == 0
            return Unknown(Gap.NOT_JSON, status) if is_third else answer

        return answered

    change(request, "answer_of", changed)
    change(request, "_is_garbled", lambda _: lambda *_what: False)


def gives_up_at_once() -> None:
    """After one lost answer a message is given up."""
    change(outcomes, "MOST_SENDS", lambda _: 1)


def probed_by_messages() -> None:
    """After a lost answer the next messages leave as if nothing were wrong."""
    change(sender.Sender, "open", lambda _: property(lambda _self: True))


def expired_sent_late() -> None:
    """Nobody looks whether it is too late."""

    def changed(begin: Any) -> Any:
        async def begun(self: Any, tx: Any, row: Any) -> Any:
            return await begin(self, tx, replace(row, intent=replace(row.intent, expires_at=None)))

        return begun

    change(Ledger, "_begin", changed)


def expired_too_early() -> None:
    """What has an end is taken for expired ten minutes before it."""

    def changed(begin: Any) -> Any:
        async def begun(self: Any, tx: Any, row: Any) -> Any:
            end = row.intent.expires_at
            early = None if end is None else end - _EARLY
            return await begin(self, tx, replace(row, intent=replace(row.intent, expires_at=early)))

        return begun

    change(Ledger, "_begin", changed)


def asks_without_pause() -> None:
    """Who is refused tries again every few seconds: the token, and the poll."""

    def changed(refuse: Any) -> Any:
        def refused(self: Any, reason: str) -> Any:
            self.pause = _IMPATIENT_SECONDS
            return refuse(self, reason)

        return refused

    change(Acceptance, "refuse", changed)
    change(Polling, "_alarm", lambda alarm: lambda self, event: min(alarm(self, event), _IMPATIENT_SECONDS))
