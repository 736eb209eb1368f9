"""How the bot is doing, told by the parts that do the work: figures for `/metrics`, checks for `/readyz`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from bot.engine.health import Check
from bot.engine.intake import Polling
from bot.engine.lanes import Lanes
from bot.engine.metrics import Backlog, Metrics, TurnEnd
from bot.engine.outcomes import Ending
from bot.engine.sender import Sender
from storage.database import Database, StorageFailed
from storage.outbox import count_in_doubt

LOOK_SECONDS: Final = 15
# Longer than one long poll and its pauses: Telegram answered within this time, or something is wrong.
POLL_IS_FRESH_SECONDS: Final = 90.0

_ENDS: Final = {"failed": TurnEnd.FAILED, "aside": TurnEnd.SET_ASIDE}


@dataclass(slots=True)
class Reporting:
    """Hangs itself into the parts as their listener."""

    metrics: Metrics
    database: Database
    lanes: Lanes
    sender: Sender
    polling: Polling
    _kept: dict[Backlog, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.lanes.on_turn = self._turn
        self.sender.on_ending = self._ending
        self.polling.intake.on_kept = self._update
        self.metrics.watch(Backlog.INBOX, lambda: len(self.lanes))
        self.metrics.watch(Backlog.OUTBOX, lambda: len(self.sender))
        for of in (Backlog.SET_ASIDE, Backlog.UNCERTAIN):
            self.metrics.watch(of, partial(self._length, of))

    def checks(self) -> Mapping[str, Check]:
        """What must hold before the bot counts as ready."""
        return {
            "database": self._database_answers,
            "telegram": self._telegram_answers,
            "sender": self._sender_sends,
        }

    async def look(self) -> None:
        """Count what only the database knows."""
        try:
            row = await self.database.read(count_in_doubt)
        except StorageFailed:
            return
        self._kept |= {Backlog.SET_ASIDE: row[0], Backlog.UNCERTAIN: row[1]}

    def _length(self, of: Backlog) -> float:
        return self._kept.get(of, 0)

    def _turn(self, _kind: str, end: str, seconds: float) -> None:
        self.metrics.turns.labels(_ENDS.get(end, TurnEnd.DONE)).inc()
        self.metrics.turn_seconds.observe(seconds)

    def _update(self, kind: str) -> None:
        self.metrics.updates.labels(kind).inc()

    def _ending(self, ending: Ending) -> None:
        urgency = ending.row.intent.urgency.name.lower()
        self.metrics.sent.labels(ending.outcome.value if ending.outcome else "again", urgency).inc()
        if ending.penalty is not None:
            self.metrics.penalties.inc()
        if ending.unanswered:
            self.metrics.calls_lost.inc()

    async def _database_answers(self) -> bool:
        await self.database.read(count_in_doubt)
        return True

    async def _telegram_answers(self) -> bool:
        return self.polling.seconds_since_answer() < POLL_IS_FRESH_SECONDS

    async def _sender_sends(self) -> bool:
        return self.sender.open
