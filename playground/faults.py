"""Faults by script: what a bad hour at Telegram looks like from the bot's side."""

from __future__ import annotations

import enum
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from playground.wire import JSON


class Fault(enum.Enum):
    """What goes wrong with a call; the comment says whether the call took effect."""

    RESET_BEFORE = enum.auto()  # the connection breaks, nothing happened
    RESET_AFTER = enum.auto()  # it took effect, the answer is lost
    SERVER_ERROR = enum.auto()  # 500 as JSON, nothing happened
    BAD_GATEWAY = enum.auto()  # 502 as HTML, nothing happened
    GATEWAY_TIMEOUT = enum.auto()  # 504 as HTML, and yet it took effect
    DELAY = enum.auto()  # it took effect at once, the answer comes `seconds` late
    FREEZE = enum.auto()  # it took effect, the answer never comes
    FREEZE_BEFORE = enum.auto()  # nothing happened, the answer never comes
    UNAUTHORIZED = enum.auto()  # 401: the token was revoked
    TOO_MANY = enum.auto()  # 429 with retry_after; nothing happened, a penalty begins for the chat
    TOO_MANY_FOR_ALL = enum.auto()  # the same for every chat


TAKES_EFFECT = frozenset({Fault.RESET_AFTER, Fault.GATEWAY_TIMEOUT, Fault.DELAY, Fault.FREEZE})


SWITCHES = ("down", "slow", "too_many", "revoked")
Span: TypeAlias = "int | tuple[int, int]"


@dataclass(frozen=True, slots=True)
class Strike:
    """One fault that hits one call; `retry_after` for a 429, `seconds` for a late answer."""

    fault: Fault
    retry_after: int = 1
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class _Rule:
    method: str | None
    fault: Fault
    retry_after: tuple[int, int]
    seconds: float
    part: float = 1.0

    def fits(self, method: str) -> bool:
        return self.method in {None, method}

    def strike(self, dice: random.Random) -> Strike:
        return Strike(self.fault, dice.randint(*self.retry_after), self.seconds)


@dataclass(slots=True)
class Faults:
    """The script: `down` comes first, then `once`, `share`, and the other switches.

    Method names are written as in the documentation, in any case. The draws are seeded, so a run
    can be repeated. The switches are read as attributes and turned with `switch`.
    """

    seed: int = 7
    slow_seconds: float = 1.5
    on_switch: Callable[[JSON], None] | None = None
    down: bool = field(default=False, init=False)
    slow: bool = field(default=False, init=False)
    too_many: bool = field(default=False, init=False)
    revoked: bool = field(default=False, init=False)
    struck: int = field(default=0, init=False)
    thaws: int = field(default=0, init=False)
    _once: list[_Rule] = field(default_factory=list, init=False)
    _shares: list[_Rule] = field(default_factory=list, init=False)
    _dice: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self._dice = random.Random(self.seed)  # noqa: S311  # repeatable on purpose, nothing is secret here

    def once(self, method: str | None, fault: Fault, *, retry_after: Span = 1, seconds: float = 0.0) -> None:
        """The next call of this method (of any, when None) meets the fault; several queue up."""
        self._once.append(_Rule(_lowered(method), fault, _span(retry_after), seconds))

    def share(
        self,
        part: float,
        fault: Fault,
        *,
        method: str | None = None,
        retry_after: Span = 1,
        seconds: float = 0.0,
    ) -> None:
        """This part (0.0 to 1.0) of the calls meets the fault, until `clear`.

        `retry_after` is a number of seconds or (least, most).
        """
        self._shares.append(_Rule(_lowered(method), fault, _span(retry_after), seconds, part))

    def switch(self, **states: bool) -> None:
        """Turn `down`, `slow`, `too_many` or `revoked` on or off, and tell who looks on."""
        for name, state in states.items():
            if name not in SWITCHES:
                raise ValueError(f"unknown switch {name}")
            setattr(self, name, state)
        if self.on_switch:
            self.on_switch(self.switches())

    def switches(self) -> JSON:
        return {"type": "switches"} | {name: getattr(self, name) for name in SWITCHES}

    def clear(self) -> None:
        """No more faults: rules and switches are off, and whoever is frozen is let go unanswered."""
        self._once.clear()
        self._shares.clear()
        self.thaws += 1
        self.switch(**dict.fromkeys(SWITCHES, False))

    def strike(self, method: str) -> Strike | None:
        """The fault that this call (method in lower case) meets, if any."""
        strike = self._drawn(method)
        self.struck += strike is not None
        return strike

    def strikes_file(self) -> bool:
        """Whether a download fails: only `once("file", …)` does that, with a 502 whatever the fault."""
        rule = next((rule for rule in self._once if rule.method == "file"), None)
        if rule is not None:
            self._once.remove(rule)
            self.struck += 1
        return rule is not None

    def _drawn(self, method: str) -> Strike | None:
        if self.down:
            return Strike(Fault.RESET_BEFORE)
        for rule in self._once:
            if rule.fits(method):
                self._once.remove(rule)
                return rule.strike(self._dice)
        for rule in self._shares:
            if rule.fits(method) and self._dice.random() < rule.part:
                return rule.strike(self._dice)
        return self._switched(method)

    def _switched(self, method: str) -> Strike | None:
        if self.revoked:
            return Strike(Fault.UNAUTHORIZED)
        if self.too_many and method.startswith(("send", "edit")) and self._dice.random() < 0.5:
            return Strike(Fault.TOO_MANY, self._dice.randint(2, 6))
        if self.slow and method != "getupdates":
            return Strike(Fault.DELAY, seconds=self.slow_seconds)
        return None


def _lowered(method: str | None) -> str | None:
    return method.lower() if method else None


def _span(wait: Span) -> tuple[int, int]:
    return wait if isinstance(wait, tuple) else (wait, wait)
