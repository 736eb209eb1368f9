"""How the bot is doing, told by the parts that do the work: figures for `/metrics`, checks for `/readyz`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from math import nan
from typing import Final

from bot.domain.alarms import Alarm
from bot.domain.intents import Outcome, Urgency
from bot.engine.alarms import Alarms
from bot.engine.budget import month_of
from bot.engine.health import Check
from bot.engine.heartbeat import Heartbeat
from bot.engine.intake import Polling
from bot.engine.interpreter import Interpreter
from bot.engine.lanes import Lanes
from bot.engine.metrics import Backlog, Level, Metrics, Oldest, Rate, TurnEnd
from bot.engine.outcomes import Ending
from bot.engine.sender import Sender
from bot.engine.webhook import Webhook
from storage.alarms import ALIVE, find_backup_made, find_mark
from storage.database import Database, StorageFailed, Transaction
from storage.ownership import Checked, find_checked
from storage.spending import Spent, find_spent
from storage.standing import Standing, read_standing

LOOK_SECONDS: Final = 15
# Longer than one long poll and its pauses: Telegram answered within this time, or something is wrong.
POLL_IS_FRESH_SECONDS: Final = 90.0

_ENDS: Final = {"failed": TurnEnd.FAILED, "not-noted": TurnEnd.FAILED, "aside": TurnEnd.SET_ASIDE}
_ALARMS: Final = {"aside": Alarm.ROW_SET_ASIDE, "not-noted": Alarm.JOURNAL_UNWRITABLE}


@dataclass(slots=True, kw_only=True)
class Reporting:
    """Hangs itself into the parts as their listener. What only the database knows is looked up now and then."""

    metrics: Metrics
    database: Database
    clock: Callable[[], datetime]
    lanes: Lanes
    sender: Sender
    polling: Polling
    interpreter: Interpreter
    hearing: Interpreter | None = None
    webhook: Webhook | None = None
    alarms: Alarms
    heartbeat: Heartbeat
    # Whether this process is the one that asks Telegram and sends, where several share a database.
    leads: Callable[[], bool] = lambda: True
    _standing: Standing | None = None
    _backup: datetime | None = None
    _checked: tuple[datetime, Checked] | None = None
    _spent: Spent | None = None
    _rate: Rate = field(init=False)

    def __post_init__(self) -> None:
        self._rate = Rate(self.sender.monotonic)
        self._listen()
        self._watch_backlogs()
        self._watch_levels()

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
            await self.database.read(self._read)
        except StorageFailed:
            return

    async def _read(self, tx: Transaction) -> None:
        self._standing = await read_standing(tx, self.clock())
        self._backup = await find_backup_made(tx)
        self._checked = await find_checked(tx)
        self._spent = await find_spent(tx, month_of(self.clock()))

    def _listen(self) -> None:
        self.lanes.on_turn = self._turn
        self.sender.on_ending = self._ending
        self.sender.on_departure = self._departure
        self.polling.intake.on_kept = self._update
        self.interpreter.on_asked = self._asked
        if self.hearing is not None:
            self.hearing.on_asked = self._heard
        self.alarms.on_told = self._told
        self.sender.alarm = self.alarms.raise_
        self.polling.alarm = self._polling_fails
        if self.webhook is not None:
            self.webhook.registration.alarm = self.alarms.raise_

    def _watch_backlogs(self) -> None:
        watch = self.metrics.watch
        # What the lanes hold is fresher; of a flood they hold only a part.
        watch(Backlog.INBOX, lambda: max(len(self.lanes), self._standing.inbox.rows if self._standing else 0))
        watch(Backlog.OUTBOX, self._waiting_out)
        watch(Backlog.TRANSLATIONS, lambda: self._standing.machine.rows if self._standing else 0)
        watch(Backlog.TRANSCRIPTS, lambda: self._standing.sounds.rows if self._standing else 0)
        watch(Backlog.SET_ASIDE, lambda: self._standing.aside if self._standing else 0)
        watch(Backlog.UNCERTAIN, lambda: self._standing.uncertain if self._standing else 0)
        if (webhook := self.webhook) is not None:
            watch(Backlog.TELEGRAM, lambda: webhook.registration.pending)
        for of in Oldest:
            self.metrics.watch_oldest(of, partial(self._oldest, of))

    def _watch_levels(self) -> None:
        watch = self.metrics.watch_level
        watch(Level.LEADS, lambda: float(self.leads()))
        watch(Level.LANES_BUSY, lambda: self.lanes.busy)
        watch(Level.RATE, self._rate)
        watch(Level.RATE_LIMIT, lambda: self.sender.rate)
        watch(Level.PENALTIES_HELD, self._penalties_held)
        watch(Level.DISK_FREE_RATIO, self._disk_free)
        watch(Level.BACKUP_TIMESTAMP_SECONDS, lambda: self._backup.timestamp() if self._backup else 0)
        watch(Level.OWNERSHIP_TIMESTAMP_SECONDS, lambda: self._checked[0].timestamp() if self._checked else 0)
        watch(Level.MENDED_CASES, lambda: self._checked[1].mended if self._checked else 0)
        watch(Level.UNOWNED_CASES, lambda: self._checked[1].left if self._checked else 0)

        watch(Level.TRANSLATOR_CHARACTERS, lambda: self._spent.characters if self._spent else 0)
        watch(Level.TRANSLATOR_BUDGET, lambda: self.interpreter.budget.characters)

    def _waiting_out(self) -> float:
        """What the sender holds is fresher, and there is one only where this process leads."""
        if self.leads() or self._standing is None:
            return len(self.sender)
        return sum(waiting.rows for waiting in self._standing.outbox.values())

    def _oldest(self, of: Oldest) -> float:
        standing = self._standing
        if standing is None:
            return 0
        now = self.clock()
        if of is Oldest.OUTBOX:
            return max((waiting.seconds(now) for waiting in standing.outbox.values()), default=0)
        others = {
            Oldest.INBOX: standing.inbox,
            Oldest.TRANSLATIONS: standing.machine,
            Oldest.TRANSCRIPTS: standing.sounds,
        }
        return others[of].seconds(now)

    def _penalties_held(self) -> float:
        return len(self.sender.pacer.penalties(self.sender.monotonic()))

    def _disk_free(self) -> float:
        """Not a number where the database is on another machine: a nought would mean a full disk."""
        free = self.heartbeat.free()
        return nan if free is None else free

    def _turn(self, _kind: str, end: str, seconds: float) -> None:
        self.metrics.turns.labels(_ENDS.get(end, TurnEnd.DONE)).inc()
        self.metrics.turn_seconds.observe(seconds)
        if (alarm := _ALARMS.get(end)) is not None:
            self.alarms.raise_(alarm)

    def _polling_fails(self, name: str) -> None:
        """One that was frozen and goes on hears that another polls: where several share a database, as it must be."""
        if self.leads():
            self.alarms.raise_(name)

    def _update(self, kind: str) -> None:
        self.metrics.updates.labels(kind).inc()
        if kind == "unreadable":
            self.alarms.raise_(Alarm.ROW_SET_ASIDE)

    def _asked(self, end: str, seconds: float) -> None:
        self.metrics.translations.labels(end).inc()
        self.metrics.translator_seconds.observe(seconds)

    def _heard(self, end: str, seconds: float) -> None:
        self.metrics.transcripts.labels(end).inc()
        self.metrics.transcriber_seconds.observe(seconds)

    def _departure(self, urgency: Urgency, seconds: float) -> None:
        self._rate.count()
        self.metrics.waiting_of[urgency].observe(seconds)

    def _ending(self, ending: Ending) -> None:
        self.metrics.sent_of[ending.outcome, ending.row.intent.urgency].inc()
        if ending.outcome is Outcome.BROKEN:
            self.alarms.message_broken(ending.row.intent.name)
        if ending.penalty is not None:
            self.metrics.penalties.inc()
        if ending.unanswered:
            self.metrics.calls_lost.inc()

    def _told(self, alarm: Alarm) -> None:
        self.metrics.alarms.labels(alarm).inc()

    async def _database_answers(self) -> bool:
        await self.database.read(_read_a_mark)
        return True

    async def _telegram_answers(self) -> bool:
        if self.webhook is not None:
            return self.webhook.hears(leads=self.leads())
        return not self.leads() or self.polling.seconds_since_answer() < POLL_IS_FRESH_SECONDS

    async def _sender_sends(self) -> bool:
        return not self.leads() or self.sender.open


async def _read_a_mark(tx: Transaction) -> None:
    await find_mark(tx, ALIVE)
