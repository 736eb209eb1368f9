"""The one exit: an attempt is on disk before its message leaves, the outcome after; both share commits."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Final

import structlog

from bot.domain.intents import Call, Urgency
from bot.engine.acceptance import Acceptance
from bot.engine.backlog import Backlog, yields_to_talk
from bot.engine.flight import Flight
from bot.engine.horizon import LOOK_SECONDS, TOGETHER_SECONDS, Horizon
from bot.engine.ledger import Departure, Ledger
from bot.engine.outcomes import TAKEN, Attempt, Ending, back, ending_of, has_expired
from bot.engine.pacer import Pacer
from bot.engine.postman import Postman
from bot.engine.signal import Signal
from bot.engine.silence import PROBES, Silence, log_alarm
from storage.database import Database, StorageFailed
from storage.outbox import OutboxRow
from storage.sending import Head

log = structlog.get_logger("sender")

IN_FLIGHT: Final = 64
STOP_SECONDS: Final = 7.2
# Claimed ahead is what may leave within this time: enough to share a commit, little to be in doubt after a crash.
CLAIM_AHEAD_SECONDS: Final = 0.1
# And no more than this: while so many are written in the language of their readers, nothing else happens.
MOST_READY: Final = 32
MOST_TOGETHER: Final = 24


@dataclass(slots=True, kw_only=True)
class Sender:
    """Chooses what goes next and lets the ledger write it down; meanwhile lets leave what is, at the pacer's time."""

    database: Database
    ledger: Ledger
    postman: Postman
    pacer: Pacer
    monotonic: Callable[[], float]
    rate: int
    on_ending: Callable[[Ending], None] = lambda _ending: None
    # Told as a message leaves, with the seconds since it could have.
    on_departure: Callable[[Urgency, float], None] = lambda _urgency, _seconds: None
    alarm: Callable[[str], None] = log_alarm
    # Whether this process is the one that sends, asked right before each departure.
    may_leave: Callable[[], bool] = lambda: True
    acceptance: Acceptance = field(default_factory=Acceptance)
    probes: Sequence[float] = PROBES
    woken: Signal = field(default_factory=Signal)
    backlog: Backlog = field(default_factory=Backlog)
    _horizon: Horizon = field(default_factory=lambda: Horizon(shared=False))
    _ready: deque[Departure] = field(default_factory=deque)
    _claimed: Signal = field(default_factory=Signal)
    _flight: Flight = field(init=False)
    _endings: list[Ending] = field(default_factory=list)
    _ended_at: float = 0.0
    _until: float = float("inf")
    _commit_seconds: float = 0.0
    _silence: Silence = field(init=False)

    def __post_init__(self) -> None:
        self._flight = Flight(prepared=self._let_depart, ended=self._answered)
        self._silence = Silence(
            acceptance=self.acceptance,
            ask=lambda: self.postman.deliver(Call("getMe", {})),
            probes=self.probes,
            alarm=lambda name: self.alarm(name),  # noqa: PLW0108 - it may be set later
        )

    def __len__(self) -> int:
        """Count what waits and what is in flight."""
        return len(self.backlog) + len(self._ready) + len(self._flight)

    @property
    def open(self) -> bool:
        """Whether Telegram takes what is sent, as far as is known."""
        return self._silence.is_over

    @property
    def _ahead(self) -> int:
        """As much as leaves while the next is written down, also on a disk that is slow now."""
        return min(MOST_READY, max(1, int(self.rate * (CLAIM_AHEAD_SECONDS + 2 * self._commit_seconds))))

    @property
    def _is_running_out(self) -> bool:
        return 2 * len(self._ready) <= self._ahead

    def look(self) -> None:
        """Something may have been said: look for it. All else that wakes the sender it knows by itself."""
        self._horizon.tell()
        self.woken.set()

    async def run(self, stopping: asyncio.Event) -> None:
        """Send until told to stop; what has left by then is waited for, not for long, and written down.

        It begins with what is on disk, whatever it knew: others may have sent since it last ran.
        """
        self._forget()
        await self._recover(stopping)
        async with asyncio.TaskGroup() as group:
            probing = group.create_task(self._silence.watch(self.woken.set))
            departing = group.create_task(self._depart_on(group))
            group.create_task(self._hear(stopping))
            while not stopping.is_set():
                await self._round()
            departing.cancel()
            await asyncio.wait({departing})
            await self._finish()
            self._flight.cancel(probing)

    async def _hear(self, stopping: asyncio.Event) -> None:
        """Of the ten seconds that the whole process has, the sender's begin here, whatever it is doing."""
        await stopping.wait()
        self._until = self.monotonic() + STOP_SECONDS
        self.woken.set()

    def _forget(self) -> None:
        self.backlog = Backlog()
        self._horizon = Horizon(shared=self.database.shared)
        self._ready.clear()
        self._endings, self._until = [], float("inf")
        self._silence.forget()

    async def _recover(self, stopping: asyncio.Event) -> None:
        while not stopping.is_set():
            with suppress(StorageFailed):
                penalties = await self.database.turn(self.ledger.recover)
                self.pacer.restore(penalties, self.monotonic())
                return
            log.warning("outbox-unreadable")
            await asyncio.sleep(LOOK_SECONDS)

    async def _round(self) -> None:
        try:
            await self._load()
            heads = self._choose()
            if heads or self._must_write():
                await self._commit(heads)
            else:
                await self.woken.wait(self._patience())
        except StorageFailed:
            log.warning("outbox-not-kept")
            await asyncio.sleep(LOOK_SECONDS)

    async def _load(self) -> None:
        now, wall = self.monotonic(), self.ledger.clock().timestamp()
        if now < self._horizon.due_at(busy=len(self.backlog) > 0):
            return
        for head in await self._horizon.found(self.database, now):
            wait = head.not_before / 1_000_000 - wall
            self.backlog.add(head, now + wait if wait > 0 else None)

    def _choose(self) -> list[Head]:
        """What may leave within the next moment; chats that must wait longer are put back until their time."""
        now = self.monotonic()
        soon = now + CLAIM_AHEAD_SECONDS
        may_leave = self._is_running_out and self.open and self.may_leave()
        if not may_leave or self.pacer.free_at(now) > soon:
            return []
        held = len(self._ready) + len(self._flight) + len(self._endings)
        most = min(self._ahead - len(self._ready), IN_FLIGHT - held)
        chosen: list[Head] = []
        while len(chosen) < most and (head := self.backlog.take(now)):
            ready_at = self.pacer.ready_at(head.chat, now, yields=yields_to_talk(head.urgency))
            if ready_at > soon:
                self._put_back(head, ready_at)
            else:
                chosen.append(head)
        return chosen

    def _put_back(self, head: Head, until: float) -> None:
        self.backlog.put_back(head, until)
        self.backlog.free(head.chat)

    def _must_write(self) -> bool:
        """Whether endings wait that hold somebody up, or that will hardly be joined by claims."""
        ended = self._endings
        if not ended or len(ended) >= MOST_TOGETHER or not (len(self.backlog) or self._ready):
            return bool(ended)
        if self.monotonic() - self._ended_at >= TOGETHER_SECONDS:
            return True
        return any(not ending.is_plain or self.backlog.waits(ending.row.intent.chat) for ending in ended)

    async def _commit(self, heads: Sequence[Head]) -> None:
        """Write endings and claims down together; what was claimed may leave."""
        endings, self._endings = self._endings, []
        began = self.monotonic()
        try:
            written = await self.database.turn(lambda tx: self.ledger.write(tx, endings, heads))
        except StorageFailed:
            self._endings = endings + self._endings
            for head in heads:
                self._put_back(head, self.monotonic() + LOOK_SECONDS)
            raise
        self._commit_seconds += (self.monotonic() - began - self._commit_seconds) / 4
        for ending in endings:
            self._follow_up(ending)
        if not all(ending.is_plain for ending in endings):
            self._horizon.tell()  # what an ending led to may have to be said too
        for head in written.gone:
            self._flight.forget(head.id)
            self.backlog.free(head.chat)
        self._let_depart(written.claimed)

    async def _depart_on(self, group: asyncio.TaskGroup) -> None:
        """Let what is claimed leave, one after the other; in `_ready` it stays until it has."""
        while True:
            while self._ready:
                await self._depart(group, *self._ready[0])
                self._ready.popleft()
                if self._is_running_out and len(self.backlog):
                    self.woken.set()
            await self._claimed.wait(LOOK_SECONDS)

    async def _depart(self, group: asyncio.TaskGroup, row: OutboxRow, calls: list[Call]) -> None:
        """Let it leave when the pacer says so; the pace counts from here, not from the claim.

        When a penalty or a silence came between the two, the row waits again: nothing of it was written.
        A picture is fetched first, and its message then comes here again: it leaves as any other does.
        """
        chat, yields = row.intent.chat, yields_to_talk(row.intent.urgency)
        now = self.monotonic()
        soon = now + 2 * CLAIM_AHEAD_SECONDS
        while now < (ready_at := self.pacer.ready_at(chat, now, yields=yields)) <= soon:
            await asyncio.sleep(ready_at - now)
            now = self.monotonic()
        may_go = self.open and self.may_leave() and not has_expired(row, self.ledger.clock())
        if ready_at > now or not may_go:
            self._end(back(row, ready_at - now))
        elif calls[row.part].picture:
            self._flight.begin(group, row, calls, self.postman.prepare)
        else:
            self.pacer.take(chat, now, yields=yields)
            self.on_departure(row.intent.urgency, row.waited(self.ledger.clock()))
            self._flight.begin(group, row, calls, self.postman.deliver)

    def _let_depart(self, departures: Sequence[Departure]) -> None:
        self._ready.extend(departures)
        self._claimed.set()

    def _answered(self, row: OutboxRow, parts: int, attempt: Attempt) -> None:
        if isinstance(attempt, TAKEN):
            self.pacer.accepted()
        self._end(ending_of(row, parts, attempt))

    def _end(self, ending: Ending) -> None:
        if ending.penalty is not None:
            now = self.monotonic()
            of_all = self.pacer.penalise(ending.row.intent.chat, now + ending.penalty, now)
            ending = replace(ending, penalty_of_all=of_all)
        if ending.unanswered:
            self._silence.fall(revoked=ending.revoked)
        if not self._endings:
            self._ended_at = self.monotonic()
        self._endings.append(ending)
        self.woken.set()

    def _follow_up(self, ending: Ending) -> None:
        """The ending is on disk: the chat goes on."""
        self.on_ending(ending)
        row, chat = ending.row, ending.row.intent.chat
        if ending.trouble:
            log.warning(ending.trouble, outbox=row.id, name=row.intent.name, why=ending.reason)
        if ending.moved_to is not None:
            self.backlog.move(chat, ending.moved_to)
        if ending.outcome is None:
            head = Head(row.id, ending.moved_to or chat, row.intent.urgency, 0)
            self.backlog.put_back(head, self.monotonic() + ending.again_in)
        else:
            self._flight.forget(row.id)
        self.backlog.free(chat)

    def _patience(self) -> float:
        """How long to wait when nothing may leave: until somebody's time comes, or a moment."""
        now = self.monotonic()
        times = [self._horizon.due_at(busy=len(self.backlog) > 0)]
        times += [self.pacer.free_at(now)] if len(self.backlog) else []
        times += [self._ended_at + TOGETHER_SECONDS] if self._endings else []
        times += [at for at in (self.backlog.next_at(),) if at is not None]
        soonest = min((at - now for at in times if at > now), default=LOOK_SECONDS)
        return min(max(soonest, 0.001), LOOK_SECONDS)

    async def _finish(self) -> None:
        """Wait for what is in flight, and write its outcome down; what was only claimed or fetched for waits again."""
        unsaid = [row for row, _ in self._ready] + self._flight.give_up_fetching()
        self._endings += [back(row, 0.0) for row in unsaid]
        self._ready.clear()
        while (len(self._flight) or self._endings) and self.monotonic() < self._until:
            if self._endings:
                with suppress(StorageFailed):
                    await self._commit([])
            await self.woken.wait(0.1)
