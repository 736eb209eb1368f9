"""Alarms: whoever sees trouble raises one; operators hear of each once within its time, also over a restart."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

import structlog

from bot.domain.alarms import Alarm
from bot.engine.signal import Signal
from storage.alarms import raise_alarm
from storage.database import Database, StorageFailed, Transaction

log = structlog.get_logger("alarms")

LOOK_SECONDS: Final = 1.0
# Whoever comes to a database that is held waits in the same line: an alarm is in less hurry than all others.
STORAGE_PAUSE: Final = 15.0

# Tells the administrators, in the transaction that notes it.
Warn = Callable[[Transaction, Alarm, datetime, Mapping[str, int]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Raised:
    """Not written down yet: when it was raised first, how often since, and its figures."""

    at: datetime
    times: int
    facts: Mapping[str, int]


@dataclass(slots=True, kw_only=True)
class Alarms:
    """`raise_` returns at once and never fails; what it was told is kept until the database takes it.

    While the database takes nothing, the log is told from memory. `warn` None: the log alone is told.
    """

    database: Database
    clock: Callable[[], datetime]
    warn: Warn | None = None
    on_told: Callable[[Alarm], None] = lambda _alarm: None
    woken: Signal = field(default_factory=Signal)
    _raised: dict[Alarm, Raised] = field(default_factory=dict)
    _logged: dict[Alarm, datetime] = field(default_factory=dict)

    def raise_(self, name: str, **facts: int) -> None:
        """Say that something is wrong; `facts` are the figures that its text needs."""
        try:
            alarm = Alarm(name)
        except ValueError:
            log.error("alarm-unknown", alarm=name)  # noqa: TRY400 - its frames would tell of this function only
            return
        before = self._raised.get(alarm)
        self._raised[alarm] = Raised(
            before.at if before else self.clock(), before.times + 1 if before else 1, facts
        )
        self.woken.set()

    def message_broken(self, name: str) -> None:
        """A message of this name is our mistake. One that warns of an alarm would only raise the next."""
        if not name.startswith("alarm-"):
            self.raise_(Alarm.MESSAGE_BROKEN)

    async def run(self, stopping: asyncio.Event) -> None:
        """Write down what is raised until told to stop, and once more then; a stop waits for no database that is held."""
        while not stopping.is_set():
            await self.woken.wait(LOOK_SECONDS)
            if not await self.keep():
                await self._rest(stopping)

    async def keep(self) -> bool:
        """Write down what was raised and tell it; False when the database took nothing."""
        raised, self._raised = self._raised, {}
        if not raised:
            return True
        try:
            told = await self.database.turn(lambda tx: self._keep(tx, raised))
        except StorageFailed:
            self._hold(raised)
            return False
        except Exception:
            log.exception("alarm-not-kept")
            told = list(raised)
        for alarm in told:
            self._log(alarm, raised[alarm])
        return True

    async def _keep(self, tx: Transaction, raised: Mapping[Alarm, Raised]) -> Sequence[Alarm]:
        """Those of which nobody was told within their time; in a transaction of its own, so they are told once."""
        now = self.clock()
        told = [
            alarm
            for alarm, one in raised.items()
            if await raise_alarm(tx, alarm, times=one.times, quiet=alarm.quiet, now=now)
        ]
        if self.warn is not None:
            for alarm in told:
                await self.warn(tx, alarm, raised[alarm].at, raised[alarm].facts)
        return told

    def _hold(self, raised: dict[Alarm, Raised]) -> None:
        """Tell the log now; the administrators once the database takes it again."""
        newer, self._raised = self._raised, raised
        for alarm, one in newer.items():
            before = raised.get(alarm)
            raised[alarm] = replace(before, times=before.times + one.times) if before else one
        raised.setdefault(Alarm.DATABASE_UNWRITABLE, Raised(self.clock(), 1, {}))
        for alarm, one in raised.items():
            self._log(alarm, one)

    def _log(self, alarm: Alarm, raised: Raised) -> None:
        now = self.clock()
        last = self._logged.get(alarm)
        if last is not None and last <= now < last + alarm.quiet:
            return
        self._logged[alarm] = now
        log.error(alarm.value, **raised.facts)
        self.on_told(alarm)

    async def _rest(self, stopping: asyncio.Event) -> None:
        try:
            async with asyncio.timeout(STORAGE_PAUSE):
                await stopping.wait()
        except TimeoutError:
            return
