"""Every figure the bot shows about itself, in one place; no label holds an id, a name of anybody or a language."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from enum import StrEnum
from typing import Final, TypeVar

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from bot.domain.alarms import Alarm
from bot.domain.intents import Outcome, Urgency

K = TypeVar("K")
T = TypeVar("T")

TURN_SECONDS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5)
WAITING_SECONDS: Final = (0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15, 60, 300, 1800)
MACHINE_SECONDS: Final = (0.1, 0.25, 0.5, 1, 2, 4, 8, 15)
HEARING_SECONDS: Final = (0.5, 1, 2, 4, 8, 15, 30, 60, 120)
RATE_SECONDS: Final = 10.0


class TurnEnd(StrEnum):
    DONE = "done"
    FAILED = "failed"
    SET_ASIDE = "set-aside"


class Backlog(StrEnum):
    """What may wait: its length is asked for when somebody looks."""

    INBOX = "inbox"
    OUTBOX = "outbox"
    TRANSLATIONS = "translations"
    TRANSCRIPTS = "transcripts"
    TELEGRAM = "telegram"
    SET_ASIDE = "set-aside"
    UNCERTAIN = "uncertain"


class Oldest(StrEnum):
    """Of what waits, how long the oldest has."""

    INBOX = "inbox"
    OUTBOX = "outbox"
    TRANSLATIONS = "translations"
    TRANSCRIPTS = "transcripts"


class Level(StrEnum):
    """How high something stands now."""

    LEADS = "leads"
    LANES_BUSY = "lanes_busy"
    RATE = "rate"
    RATE_LIMIT = "rate_limit"
    PENALTIES_HELD = "penalties_held"
    DISK_FREE_RATIO = "disk_free_ratio"
    BACKUP_TIMESTAMP_SECONDS = "last_backup_timestamp_seconds"
    OWNERSHIP_TIMESTAMP_SECONDS = "last_ownership_check_timestamp_seconds"
    MENDED_CASES = "mended_cases"
    UNOWNED_CASES = "unowned_cases"
    TRANSLATOR_CHARACTERS = "translator_characters_this_month"
    TRANSLATOR_BUDGET = "translator_budget_characters"


_LEVELS: Final = {
    Level.LEADS: "1 in the process that polls, sends and minds the time, 0 in a replica that stands by",
    Level.LANES_BUSY: "Chats whose turn is being handled, or rests between two tries",
    Level.RATE: "Calls that left a second, over the last ten",
    Level.RATE_LIMIT: "Messages a second that may leave",
    Level.PENALTIES_HELD: "Chats, or all of them, that Telegram told to wait",
    Level.DISK_FREE_RATIO: "The part of the database's disk that is free; NaN when it is on another machine",
    Level.BACKUP_TIMESTAMP_SECONDS: "When the last backup was made, 0 when there was none",
    Level.OWNERSHIP_TIMESTAMP_SECONDS: "When every open case was last looked at, 0 when never",
    Level.MENDED_CASES: "Open cases that had nobody who is there at that look, and were put right",
    Level.UNOWNED_CASES: "Open cases for which there was nobody after it",
    Level.TRANSLATOR_CHARACTERS: "Characters given to the machine in this calendar month",
    Level.TRANSLATOR_BUDGET: "Characters a month after which the operator is warned, 0 when never",
}


class Children(dict[K, T]):
    """The children of a labelled figure, each looked up once: looking one up costs more than counting in it."""

    def __init__(self, child: Callable[[K], T]) -> None:
        super().__init__()
        self._child = child

    def __missing__(self, key: K) -> T:
        child = self[key] = self._child(key)
        return child


class Rate:
    """How many a second, over the last ten seconds."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._times: deque[float] = deque()

    def count(self) -> None:
        self._times.append(self._monotonic())
        self._forget()

    def __call__(self) -> float:
        self._forget()
        return len(self._times) / RATE_SECONDS

    def _forget(self) -> None:
        before = self._monotonic() - RATE_SECONDS
        while self._times and self._times[0] <= before:
            self._times.popleft()


class Metrics:
    """The bot's own registry; whoever does the work counts it here."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.updates = self._counter("updates", "Updates taken in, by kind", "kind")
        self.turns = self._counter("turns", "Turns ended", "end")
        self.sent = self._counter("sent", "Outbox attempts that ended", "outcome", "urgency")
        self.penalties = self._counter("penalties", "Answers 429")
        self.calls_lost = self._counter("calls_lost", "Calls with an unknown end")
        self.alarms = self._counter("alarms", "Alarms told, by their name", "alarm")
        self.translations = self._counter(
            "translator_calls", "Texts given to the machine, by how it ended", "end"
        )
        self.translator_seconds = self._histogram(
            "translator_seconds", "From asking the machine to its answer or failure", MACHINE_SECONDS
        )
        self.transcripts = self._counter(
            "transcriber_calls", "Sounds given to the machine, by how it ended", "end"
        )
        self.transcriber_seconds = self._histogram(
            "transcriber_seconds", "From fetching a sound to its words or failure", HEARING_SECONDS
        )
        self.turn_seconds = self._histogram(
            "turn_seconds", "From the start of a turn to its commit", TURN_SECONDS
        )
        self.waiting_seconds = self._histogram(
            "waiting_seconds", "From when a message could leave to when it left", WAITING_SECONDS, "urgency"
        )
        self._waiting = Gauge("wijklijn_backlog", "Rows that wait", ["of"], registry=self.registry)
        self._oldest = Gauge(
            "wijklijn_oldest_waiting_seconds",
            "How long the oldest row that waits has waited",
            ["of"],
            registry=self.registry,
        )
        self._levels = {
            level: Gauge(f"wijklijn_{level}", says, registry=self.registry) for level, says in _LEVELS.items()
        }
        self.sent_of = Children[tuple[Outcome | None, Urgency], Counter](
            lambda key: self.sent.labels(key[0].value if key[0] else "again", _label(key[1]))
        )
        self.waiting_of = Children[Urgency, Histogram](
            lambda urgency: self.waiting_seconds.labels(_label(urgency))
        )
        self._begin_at_nothing()

    def watch(self, of: Backlog, length: Callable[[], float]) -> None:
        """Ask `length` each time the figures are read; it must answer from memory, at once."""
        self._waiting.labels(of).set_function(length)

    def watch_oldest(self, of: Oldest, seconds: Callable[[], float]) -> None:
        """As `watch`."""
        self._oldest.labels(of).set_function(seconds)

    def watch_level(self, level: Level, now: Callable[[], float]) -> None:
        """As `watch`."""
        self._levels[level].set_function(now)

    def text(self) -> bytes:
        """Write all figures in Prometheus' text format."""
        return generate_latest(self.registry)

    def _begin_at_nothing(self) -> None:
        """Whoever watches for the first of something sees a nought before it."""
        for end in TurnEnd:
            self.turns.labels(end)
        for alarm in Alarm:
            self.alarms.labels(alarm)
        for urgency in Urgency:
            self.waiting_seconds.labels(_label(urgency))

    def _counter(self, name: str, says: str, *labels: str) -> Counter:
        return Counter(f"wijklijn_{name}", says, labels, registry=self.registry)

    def _histogram(self, name: str, says: str, buckets: tuple[float, ...], *labels: str) -> Histogram:
        return Histogram(f"wijklijn_{name}", says, labels, buckets=buckets, registry=self.registry)


def _label(urgency: Urgency) -> str:
    return urgency.name.lower()
