"""Lanes: one chat in order and one at a time, different chats side by side."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

import structlog

from bot.engine.signal import Signal
from bot.engine.turns import Turns, refusal_of
from storage.database import Database, StorageFailed, Transaction
from storage.inbox import InboxRow, fail_inbox, finish_inbox, list_waiting, set_aside

log = structlog.get_logger("lanes")

# The pauses after each failure; after the last the row is set aside.
PAUSES: Final = (0.5, 2.0, 5.0, 15.0)
AT_ONCE: Final = 64
LOOK_AHEAD: Final = 1_000
LOOK_SECONDS: Final = 1.0
STORAGE_PAUSE: Final = 1.0


@dataclass(slots=True)
class Lanes:
    """Takes rows from the inbox and lets each take effect; `after` is called when something was kept."""

    database: Database
    turns: Turns
    clock: Callable[[], datetime]
    after: Callable[[], None]
    woken: Signal = field(default_factory=Signal)
    on_turn: Callable[[str, str, float], None] = lambda _kind, _end, _seconds: None
    _waiting: dict[int, deque[InboxRow]] = field(default_factory=dict)
    _busy: set[int] = field(default_factory=set)
    _last: int = 0

    def __len__(self) -> int:
        return sum(len(rows) for rows in self._waiting.values())

    async def run(self, stopping: asyncio.Event) -> None:
        """Work until told to stop; turns that have begun are finished."""
        slots = asyncio.Semaphore(AT_ONCE)
        async with asyncio.TaskGroup() as group:
            while not stopping.is_set():
                await self._load()
                for lane in [lane for lane in self._waiting if lane not in self._busy]:
                    self._busy.add(lane)
                    group.create_task(self._work(lane, slots, stopping))
                await self.woken.wait(LOOK_SECONDS)

    async def _load(self) -> None:
        try:
            rows = await self.database.turn(self._next)
        except StorageFailed:
            log.warning("inbox-unreadable")
            return
        for row in rows:
            self._waiting.setdefault(row.lane, deque()).append(row)
            self._last = row.id
        if len(rows) == LOOK_AHEAD:
            self.woken.set()

    async def _next(self, tx: Transaction) -> list[InboxRow]:
        return await list_waiting(tx, self._last, LOOK_AHEAD)

    async def _work(self, lane: int, slots: asyncio.Semaphore, stopping: asyncio.Event) -> None:
        """Handle what waits in one lane. A pause between two tries holds no slot."""
        rows = self._waiting[lane]
        while rows and not stopping.is_set():
            async with slots:
                pause = await self._try(rows[0])
            if pause is None:
                rows.popleft()
            else:
                await _sleep(pause, stopping)
        self._busy.discard(lane)
        if not rows:
            del self._waiting[lane]

    async def _try(self, row: InboxRow) -> float | None:
        """One try; None when the row is done with, else the seconds until the next."""
        began = asyncio.get_running_loop().time()
        try:
            end = await self._end(row)
        except StorageFailed:
            log.warning("turn-not-kept", inbox=row.id)
            return STORAGE_PAUSE
        self.on_turn(row.kind, end or "failed", asyncio.get_running_loop().time() - began)
        self.after()
        return None if end else PAUSES[row.attempts - 1]

    async def _end(self, row: InboxRow) -> str | None:
        """How the row ended; None when it is to be tried again. Raises StorageFailed."""
        try:
            await self.database.turn(lambda tx: self._handle(tx, row))
        except StorageFailed:
            raise
        except Exception as error:  # noqa: BLE001 - a bug in one turn must not stop the lanes
            return await self._failed(row, error)
        return "done"

    async def _handle(self, tx: Transaction, row: InboxRow) -> None:
        if await finish_inbox(tx, row.id, self.clock()):
            await self.turns.handle(tx, row)

    async def _failed(self, row: InboxRow, error: Exception) -> str | None:
        if refusal := refusal_of(error):
            await self.database.turn(lambda tx: self._refuse(tx, row, refusal))
            return "refused"
        row.attempts += 1
        log.error("turn-failed", inbox=row.id, kind=row.kind, attempt=row.attempts, exc_info=error)
        if row.attempts <= len(PAUSES):
            again_at = self.clock() + timedelta(seconds=PAUSES[row.attempts - 1])
            await self.database.turn(lambda tx: fail_inbox(tx, row.id, row.attempts, again_at))
            return None
        await self.database.turn(lambda tx: self._give_up(tx, row))
        log.error("row-set-aside", inbox=row.id, kind=row.kind)
        return "aside"

    async def _refuse(self, tx: Transaction, row: InboxRow, refusal: str) -> None:
        if await finish_inbox(tx, row.id, self.clock()):
            await self.turns.refuse(tx, row, refusal)

    async def _give_up(self, tx: Transaction, row: InboxRow) -> None:
        await set_aside(tx, row.id, row.attempts, self.clock())
        await self.turns.refuse(tx, row, "went-wrong")


async def _sleep(seconds: float, stopping: asyncio.Event) -> Any:
    """Sleep, but no longer than until the stop."""
    try:
        async with asyncio.timeout(seconds):
            await stopping.wait()
    except TimeoutError:
        return
