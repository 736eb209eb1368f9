"""Lanes: one chat in order and one at a time, different chats side by side."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.engine.claims import Claims
from bot.engine.signal import Signal
from bot.engine.turns import Turns, refusal_of
from storage.database import Database, StorageFailed, Transaction
from storage.inbox import InboxRow, fail_inbox, list_waiting, set_aside

log = structlog.get_logger("lanes")

# The pauses after each failure; after the last the row is set aside.
PAUSES: Final = (0.5, 2.0, 5.0, 15.0)
AT_ONCE: Final = 64
LOOK_AHEAD: Final = 1_000
LOOK_SECONDS: Final = 1.0
STORAGE_PAUSE: Final = 1.0
# Nothing in a turn waits for a network: one that takes this long never ends, and all others wait behind it.
TURN_SECONDS: Final = 30.0
# Of more rows than these only where they belong is held in memory; what they say is read at their turn.
MOST_WHOLE: Final = 2_000


@dataclass(slots=True)
class Lanes:
    """Takes rows from the inbox and lets each take effect; `after` is called when something was kept.

    With `claims`, other replicas work on the same inbox.
    """

    database: Database
    turns: Turns
    clock: Callable[[], datetime]
    after: Callable[[], None]
    pauses: tuple[float, ...] = PAUSES
    turn_seconds: float = TURN_SECONDS
    most_whole: int = MOST_WHOLE
    claims: Claims | None = None
    woken: Signal = field(default_factory=Signal)
    on_turn: Callable[[str, str, float], None] = lambda _kind, _end, _seconds: None
    _waiting: dict[int, deque[InboxRow]] = field(default_factory=dict)
    _busy: set[int] = field(default_factory=set)
    _last: int = 0
    _left: int = 0

    def __len__(self) -> int:
        return sum(len(rows) for rows in self._waiting.values())

    @property
    def busy(self) -> int:
        """How many lanes are being worked in, or rest between two tries."""
        return len(self._busy)

    async def run(self, stopping: asyncio.Event) -> None:
        """Work until told to stop; turns that have begun are finished."""
        slots, rang = asyncio.Semaphore(AT_ONCE), True
        async with asyncio.TaskGroup() as group:
            if self.claims is not None:
                group.create_task(self.claims.run(stopping))
            while not stopping.is_set():
                await self._load(eager=rang)
                for lane in [lane for lane in self._waiting if lane not in self._busy]:
                    self._busy.add(lane)
                    group.create_task(self._work(lane, slots, stopping))
                rang = await self.woken.wait(LOOK_SECONDS)
        if self.claims is not None:
            await self.claims.give_back()

    async def _load(self, *, eager: bool) -> None:
        left = self._left
        try:
            rows = await self._fresh(eager=eager)
        except StorageFailed:
            log.warning("inbox-unreadable")
            return
        if left != self._left:  # what was left meanwhile comes before these, and is not among them
            self.woken.set()
            return
        for row in rows:
            self._waiting.setdefault(row.lane, deque()).append(row)
            self._last = row.id
        if len(rows) >= LOOK_AHEAD:
            self.woken.set()

    async def _fresh(self, *, eager: bool) -> list[InboxRow]:
        """What came since the last look. Raises StorageFailed."""
        if self.claims is None:
            return await self.database.read(self._next)
        known = {row.id for rows in self._waiting.values() for row in rows}
        return await self.claims.fresh(known, eager=eager)

    async def _next(self, tx: Transaction) -> list[InboxRow]:
        return await list_waiting(tx, self._last, LOOK_AHEAD, whole=len(self) < self.most_whole)

    async def _work(self, lane: int, slots: asyncio.Semaphore, stopping: asyncio.Event) -> None:
        """Handle what waits in one lane. A pause between two tries holds no slot."""
        rows = self._waiting[lane]
        while rows and not stopping.is_set():
            async with slots:
                pause = await self._try(rows[0])
            if pause is None:
                rows.popleft()
            if self.claims is not None and not self.claims.has(lane):
                self._leave(rows)
            elif pause is not None:
                await _sleep(pause, stopping)
        self._busy.discard(lane)
        if not rows:
            del self._waiting[lane]
        if self.claims is not None and self.claims.has_room:
            self.woken.set()

    def _leave(self, rows: deque[InboxRow]) -> None:
        """The chat was given back, or another replica has it: what came meanwhile is looked for anew."""
        if rows:
            rows.clear()
            self._left += 1
            self.woken.set()

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
        return None if end else self.pauses[row.attempts - 1]

    async def _end(self, row: InboxRow) -> str | None:
        """How the row ended; None when it is to be tried again. Raises StorageFailed."""
        error = await self._kept(row, lambda tx: self.turns.handle(tx, row))
        if error is not None and (refusal := refusal_of(error)):
            error = await self._kept(row, lambda tx: self.turns.refuse(tx, row, refusal))
            if error is None:
                return "refused"
        return "done" if error is None else await self._failed(row, error)

    async def _kept(self, row: InboxRow, work: Callable[[Transaction], Awaitable[None]]) -> Exception | None:
        """Run it as the turn that ends the row; what went wrong in it. Raises StorageFailed."""
        last = len(self._waiting[row.lane]) == 1

        async def timed(tx: Transaction) -> None:
            async with asyncio.timeout(self.turn_seconds):
                await self._enter(tx, row, last=last)
                await work(tx)

        try:
            await self.database.turn(timed)
        except StorageFailed:
            raise
        except Exception as error:  # noqa: BLE001 - a bug in one turn must not stop the lanes
            return error
        if last and self.claims is not None:
            self.claims.forget(row.lane)
        return None

    async def _enter(self, tx: Transaction, row: InboxRow, *, last: bool) -> None:
        if self.claims is not None:
            await self.claims.enter(tx, row.lane, last=last)

    async def _failed(self, row: InboxRow, error: Exception) -> str | None:
        attempts = row.attempts + 1
        log.error("turn-failed", inbox=row.id, kind=row.kind, attempt=attempts, exc_info=error)
        if attempts <= len(self.pauses):
            again_at = self.clock() + timedelta(seconds=self.pauses[attempts - 1])

            async def fail(tx: Transaction) -> None:
                await self._enter(tx, row, last=False)
                await fail_inbox(tx, row.id, attempts, again_at)

            await self.database.turn(fail)
            row.attempts = attempts
            return None
        await self._give_up(row, attempts)
        log.error("turn-given-up", inbox=row.id, kind=row.kind)
        return "aside"

    async def _give_up(self, row: InboxRow, attempts: int) -> None:
        """Set it aside and say so; when even saying it fails, without a word. Raises StorageFailed."""

        async def aside(tx: Transaction) -> None:
            await set_aside(tx, row.id, attempts, self.clock())

        async def aside_and_said(tx: Transaction) -> None:
            await aside(tx)
            await self.turns.apologise(tx, row, "went-wrong")

        if await self._kept(row, aside_and_said) is not None and await self._kept(row, aside) is not None:
            raise StorageFailed("a row could not even be set aside")


async def _sleep(seconds: float, stopping: asyncio.Event) -> None:
    """Sleep, but no longer than until the stop."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stopping.wait()
