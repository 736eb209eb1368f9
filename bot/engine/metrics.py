"""Every figure the bot shows about itself, in one place; no label holds an id, a name or a language."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

TURN_SECONDS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5)
WAITING_SECONDS: Final = (0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15, 60, 300, 1800)


class TurnEnd(StrEnum):
    DONE = "done"
    FAILED = "failed"
    SET_ASIDE = "set-aside"


class Backlog(StrEnum):
    """What may wait: its length is asked for when somebody looks."""

    INBOX = "inbox"
    OUTBOX = "outbox"
    SET_ASIDE = "set-aside"
    UNCERTAIN = "uncertain"


class Metrics:
    """The bot's own registry; whoever does the work counts it here."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.updates = Counter(
            "wijklijn_updates", "Updates taken in, by kind", ["kind"], registry=self.registry
        )
        self.turns = Counter("wijklijn_turns", "Turns ended", ["end"], registry=self.registry)
        self.sent = Counter(
            "wijklijn_sent", "Outbox attempts that ended", ["outcome", "urgency"], registry=self.registry
        )
        self.penalties = Counter("wijklijn_penalties", "Answers 429", registry=self.registry)
        self.calls_lost = Counter("wijklijn_calls_lost", "Calls with an unknown end", registry=self.registry)
        self.turn_seconds = Histogram(
            "wijklijn_turn_seconds",
            "From the start of a turn to its commit",
            buckets=TURN_SECONDS,
            registry=self.registry,
        )
        self.waiting_seconds = Histogram(
            "wijklijn_waiting_seconds",
            "From when a message could leave to when it left",
            ["urgency"],
            buckets=WAITING_SECONDS,
            registry=self.registry,
        )
        self._waiting = Gauge("wijklijn_backlog", "Rows that wait", ["of"], registry=self.registry)
        for end in TurnEnd:
            self.turns.labels(end)

    def watch(self, of: Backlog, length: Callable[[], float]) -> None:
        """Ask `length` each time the figures are read; it must answer from memory, at once."""
        self._waiting.labels(of).set_function(length)

    def text(self) -> bytes:
        """Write all figures in Prometheus' text format."""
        return generate_latest(self.registry)
