"""Lanes: one chat in order and one at a time, different chats side by side."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Final

import structlog

from bot.engine.claims import Claims
from bot.engine.signal import Signal
from bot.engine.turns import Turns, refusal_of
from storage.database import Database, StorageFailed, Transaction
from storage.erased import JournalFailed
from storage.inbox import InboxRow, fail_inbox, list_waiting, list_waiting_in, set_aside

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
# No further is looked ahead while so many are held; and no more than so many of one chat, or it would keep out others.
MOST_HELD: Final = 2_000
MOST_OF_LANE: Final = 50


@dataclass(slots=True)
class Lanes:
    """Takes rows from the inbox and lets each take effect; `after` is called when something was kept.

    With `claims`, other replicas work on the same inbox.
    Only so much is held in memory: what else waits is left in the database, and comes in its order.
    """

    database: Database
    turns: Turns
    clock: Callable[[], datetime]
    after: Callable[[], None]
    pauses: tuple[float, ...] = PAUSES
    turn_seconds: float = TURN_SECONDS
    most_whole: int = MOST_WHOLE
    most_held: int = MOST_HELD
    most_of_lane: int = MOST_OF_LANE
    look_ahead: int = LOOK_AHEAD
    claims: Claims | None = None
    woken: Signal = field(default_factory=Signal)
    on_turn: Callable[[str, str, float], None] = lambda _kind, _end, _seconds: None
    _waiting: dict[int, deque[InboxRow]] = field(default_factory=dict)
    _busy: set[int] = field(default_factory=set)
    _last: int = 0
    _left: int = 0
    _held: int = 0
    # Of the held, those in lanes that rest between two tries: they must keep out nobody.
    _resting: int = 0
    _is_behind: bool = False
    # For each lane of which not all was taken in: the id from which on its rows are in the database alone.
    _rest: dict[int, int] = field(default_factory=dict)

    def __len__(self) -> int:
        """How many rows are held; more may wait in the database."""
        return self._held

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
            self._take(row)
        is_more = len(rows) >= self.look_ahead
        self._is_behind = self.claims is None and (is_more or not self._has_room)
        if is_more and (self.claims is not None or self._has_room):
            self.woken.set()

    def _take(self, row: InboxRow) -> None:
        """Hold it, unless its lane has enough to do or has left others before it; those come later, in order."""
        self._last = max(self._last, row.id)
        if self.claims is None and (row.lane in self._rest or self._is_full(row.lane)):
            self._rest.setdefault(row.lane, row.id)
        else:
            self._hold(row)

    def _is_full(self, lane: int) -> bool:
        return len(self._waiting.get(lane, ())) >= self.most_of_lane

    def _hold(self, row: InboxRow) -> None:
        self._waiting.setdefault(row.lane, deque()).append(row)
        self._held += 1

    @property
    def _has_room(self) -> bool:
        return self._held - self._resting < self.most_held

    @property
    def _is_wanting(self) -> bool:
        """Whether what was left in the database for want of room should be looked for again."""
        return self._is_behind and self._held - self._resting <= self.most_held // 2

    async def _catch_up(self) -> None:
        """Take in more of the lanes that have done all they held. Raises StorageFailed.

        No further than has been looked, so that no row comes both from here and from there.
        """
        for lane in [lane for lane in self._rest if lane not in self._waiting]:
            rows = await self.database.read(partial(self._more_of, lane=lane))
            for row in rows:
                self._hold(row)
            if len(rows) < self.most_of_lane:
                del self._rest[lane]
            else:
                self._rest[lane] = rows[-1].id + 1

    async def _more_of(self, tx: Transaction, *, lane: int) -> list[InboxRow]:
        ids = self._rest[lane], self._last
        return await list_waiting_in(tx, lane, ids, self.most_of_lane, whole=self._is_whole)

    async def _fresh(self, *, eager: bool) -> list[InboxRow]:
        """What came since the last look. Raises StorageFailed."""
        if self.claims is None:
            await self._catch_up()
            return await self.database.read(self._next) if self._has_room else []
        known = {row.id for rows in self._waiting.values() for row in rows}
        return await self.claims.fresh(known, eager=eager)

    async def _next(self, tx: Transaction) -> list[InboxRow]:
        return await list_waiting(tx, self._last, self.look_ahead, whole=self._is_whole)

    @property
    def _is_whole(self) -> bool:
        return self._held < self.most_whole

    async def _work(self, lane: int, slots: asyncio.Semaphore, stopping: asyncio.Event) -> None:
        """Handle what waits in one lane. A pause between two tries holds no slot."""
        rows = self._waiting[lane]
        while rows and not stopping.is_set():
            async with slots:
                pause = await self._try(rows[0])
            if pause is None:
                rows.popleft()
                self._held -= 1
            if self.claims is not None and not self.claims.has(lane):
                self._leave(rows)
            elif pause is not None:
                await self._rested(len(rows), pause, stopping)
        self._busy.discard(lane)
        if not rows:
            del self._waiting[lane]
        if self._is_wanting or lane in self._rest or (self.claims is not None and self.claims.has_room):
            self.woken.set()

    async def _rested(self, held: int, pause: float, stopping: asyncio.Event) -> None:
        """Rest between two tries; others may come in meanwhile in place of what is held here."""
        self._resting += held
        if self._is_wanting:
            self.woken.set()
        await _sleep(pause, stopping)
        self._resting -= held

    def _leave(self, rows: deque[InboxRow]) -> None:
        """The chat was given back, or another replica has it: what came meanwhile is looked for anew."""
        if rows:
            self._held -= len(rows)
            rows.clear()
            self._left += 1
            self.woken.set()

    async def _try(self, row: InboxRow) -> float | None:
        """One try; None when the row is done with, else the seconds until the next."""
        began = asyncio.get_running_loop().time()
        try:
            end = await self._end(row)
        except JournalFailed:
            # It waits, for what is not noted would come back with a backup; only a person can mend that.
            log.warning("erasure-not-noted", inbox=row.id)
            self.on_turn(row.kind, "not-noted", asyncio.get_running_loop().time() - began)
            return STORAGE_PAUSE
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
