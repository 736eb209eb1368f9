"""The one exit: an attempt is on disk before its message leaves, the outcome after; both share commits."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Final

import structlog

from bot.domain.intents import Call, Outcome, Urgency
from bot.engine.acceptance import TOKEN_REVOKED, Acceptance
from bot.engine.answers import Answer, Broken, Delivered, Reason, Revoked, Unreachable
from bot.engine.backlog import Backlog
from bot.engine.ledger import Departure, Ledger
from bot.engine.outcomes import Ending, Unfetched, ending_of
from bot.engine.pacer import Pacer
from bot.engine.postman import Postman
from bot.engine.signal import Signal
from storage.database import Database, StorageFailed, Transaction
from storage.outbox import OutboxRow
from storage.sending import Head, list_heads

log = structlog.get_logger("sender")

IN_FLIGHT: Final = 64
LOOK_AHEAD: Final = 5_000
LOOK_SECONDS: Final = 1.0
STOP_SECONDS: Final = 5.0
# Claimed ahead is what may leave within this time: enough to share a commit, little to be in doubt after a crash.
CLAIM_AHEAD_SECONDS: Final = 0.1
PROBES: Final = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
# Of these Telegram looked at the message itself: no limit on all is in force.
_TAKEN: Final = (Delivered, Unreachable, Broken)
_TROUBLE: Final = {Outcome.BROKEN: "message-refused", Outcome.UNCERTAIN: "message-uncertain"}

Monotonic = Callable[[], float]


def _log(alarm: str) -> None:
    log.error(alarm)


@dataclass(slots=True, kw_only=True)
class Sender:
    """Chooses what goes next, lets the ledger write it down, and lets it leave at the pacer's time."""

    database: Database
    ledger: Ledger
    postman: Postman
    pacer: Pacer
    monotonic: Monotonic
    rate: int
    on_ending: Callable[[Ending], None] = lambda _ending: None
    # Told as a message leaves, with the seconds since it could have.
    on_departure: Callable[[Urgency, float], None] = lambda _urgency, _seconds: None
    alarm: Callable[[str], None] = _log
    # Whether this process is the one that sends, asked right before each departure.
    may_leave: Callable[[], bool] = lambda: True
    acceptance: Acceptance = field(default_factory=Acceptance)
    probes: Sequence[float] = PROBES
    woken: Signal = field(default_factory=Signal)
    backlog: Backlog = field(default_factory=Backlog)
    _last: int = 0
    _leaving: set[asyncio.Task[None]] = field(default_factory=set)
    _endings: list[Ending] = field(default_factory=list)
    _silent: asyncio.Event = field(default_factory=asyncio.Event)

    def __len__(self) -> int:
        """Count what waits and what is in flight."""
        return len(self.backlog) + len(self._leaving)

    @property
    def open(self) -> bool:
        """Whether Telegram takes what is sent, as far as is known."""
        return not self._silent.is_set() and self.acceptance.given

    async def run(self, stopping: asyncio.Event) -> None:
        """Send until told to stop; what has left by then is waited for, not for long, and written down.

        It begins with what is on disk, whatever it knew: others may have sent since it last ran.
        """
        self.backlog, self._last = Backlog(), 0
        self._leaving, self._endings = set(), []
        self._silent.clear()
        await self._recover(stopping)
        async with asyncio.TaskGroup() as group:
            probing = group.create_task(self._probe())
            while not stopping.is_set():
                await self._round(group)
            await self._finish()
            for task in (probing, *self._leaving):
                task.cancel()

    async def _recover(self, stopping: asyncio.Event) -> None:
        while not stopping.is_set():
            try:
                penalties = await self.database.turn(self.ledger.recover)
            except StorageFailed:
                log.warning("outbox-unreadable")
                await asyncio.sleep(LOOK_SECONDS)
                continue
            self.pacer.restore(penalties, self.monotonic())
            return

    async def _round(self, group: asyncio.TaskGroup) -> None:
        try:
            await self._load()
            heads, ended = self._choose(), bool(self._endings)
            departures = await self._commit(heads) if heads or ended else []
        except StorageFailed:
            log.warning("outbox-not-kept")
            await asyncio.sleep(LOOK_SECONDS)
            return
        for row, calls in departures:
            await self._depart(group, row, calls)
        if not heads and not ended:
            await self.woken.wait(self._patience())

    async def _load(self) -> None:
        now, wall = self.monotonic(), self.ledger.clock().timestamp()
        for head in await self.database.read(self._heads):
            wait = head.not_before / 1_000_000 - wall
            self.backlog.add(head, now + wait if wait > 0 else None)
            self._last = head.id

    async def _heads(self, tx: Transaction) -> list[Head]:
        return await list_heads(tx, self._last, LOOK_AHEAD)

    def _choose(self) -> list[Head]:
        """What may leave within the next moment; chats that must wait longer are put back until their time."""
        now = self.monotonic()
        soon = now + CLAIM_AHEAD_SECONDS
        if not self.open or not self.may_leave() or self.pacer.free_at(now) > soon:
            return []
        most = min(IN_FLIGHT - len(self._leaving), max(1, int(self.rate * CLAIM_AHEAD_SECONDS)))
        chosen: list[Head] = []
        while len(chosen) < most and (head := self.backlog.take(now)):
            ready_at = self.pacer.ready_at(head.chat, now, yields=_yields(head.urgency))
            if ready_at > soon:
                self._put_back(head, ready_at)
            else:
                chosen.append(head)
        return chosen

    def _put_back(self, head: Head, until: float) -> None:
        self.backlog.put_back(head, until)
        self.backlog.free(head.chat)

    async def _commit(self, heads: Sequence[Head]) -> list[Departure]:
        """Write endings and claims down together; what was claimed, with its calls."""
        endings, self._endings = self._endings, []
        try:
            written = await self.database.turn(lambda tx: self.ledger.write(tx, endings, heads))
        except StorageFailed:
            self._endings = endings + self._endings
            for head in heads:
                self._put_back(head, self.monotonic() + LOOK_SECONDS)
            raise
        for ending in endings:
            self._follow_up(ending)
        for head in written.gone:
            self.backlog.free(head.chat)
        return written.claimed

    async def _depart(self, group: asyncio.TaskGroup, row: OutboxRow, calls: list[Call]) -> None:
        """Let it leave when the pacer says so; the pace counts from here, not from the claim.

        When a penalty or a silence came between the two, the row waits again: nothing of it was written.
        """
        chat, yields = row.intent.chat, _yields(row.intent.urgency)
        now = self.monotonic()
        soon = now + 2 * CLAIM_AHEAD_SECONDS
        while now < (ready_at := self.pacer.ready_at(chat, now, yields=yields)) <= soon:
            await asyncio.sleep(ready_at - now)
            now = self.monotonic()
        if ready_at > now or not self.open or not self.may_leave():
            self._end(Ending(row=row, again_in=ready_at - now, counted=False, part=row.part))
            return
        self.pacer.take(chat, now, yields=yields)
        if row.since is not None:
            waited = (self.ledger.clock() - row.since).total_seconds()
            self.on_departure(row.intent.urgency, max(0.0, waited))
        task = group.create_task(self._send(row, calls))
        self._leaving.add(task)
        task.add_done_callback(self._leaving.discard)

    async def _send(self, row: OutboxRow, calls: list[Call]) -> None:
        answer: Answer | Unfetched
        try:
            answer = await self.postman.deliver(calls[row.part])
        except Exception:
            # One message that cannot even be written as a call must not hold up all others, now and after a restart.
            log.exception("call-not-made", outbox=row.id)
            answer = Broken(0, Reason.OTHER)
        if isinstance(answer, _TAKEN):
            self.pacer.accepted()
        self._end(ending_of(row, len(calls), answer))

    def _end(self, ending: Ending) -> None:
        if ending.penalty is not None:
            ending = replace(ending, penalty_of_all=self._penalised(ending.row.intent.chat, ending.penalty))
        if ending.revoked and self.acceptance.refuse(TOKEN_REVOKED):
            self.alarm(TOKEN_REVOKED)
        if ending.unanswered and not self._silent.is_set():
            self._silent.set()
        self._endings.append(ending)
        self.woken.set()

    def _penalised(self, chat: int, seconds: float) -> float | None:
        """Hold the chat; for how many seconds everything is held, when it is."""
        now = self.monotonic()
        self.pacer.penalise(chat, now + seconds, now)
        return next((held.seconds for held in self.pacer.penalties(now) if held.chat_id is None), None)

    def _follow_up(self, ending: Ending) -> None:
        """The ending is on disk: the chat goes on."""
        self.on_ending(ending)
        row, chat = ending.row, ending.row.intent.chat
        if ending.outcome in _TROUBLE:
            log.warning(_TROUBLE[ending.outcome], outbox=row.id, name=row.intent.name, why=ending.reason)
        if ending.moved_to is not None:
            self.backlog.move(chat, ending.moved_to)
        if ending.outcome is None:
            head = Head(row.id, ending.moved_to or chat, row.intent.urgency, 0)
            self.backlog.put_back(head, self.monotonic() + ending.again_in)
        self.backlog.free(chat)

    async def _probe(self) -> None:
        """After an unknown or no answer send nothing until Telegram answers again."""
        while True:
            await self._silent.wait()
            log.warning("telegram-not-answering")
            await self._until_answered()
            log.info("telegram-answers")
            self._silent.clear()
            self.woken.set()

    async def _until_answered(self) -> None:
        attempt = 0
        while True:
            await self.acceptance.regained(self._who_are_we)
            await asyncio.sleep(self.probes[min(attempt, len(self.probes) - 1)])
            answer = await self._who_are_we()
            if isinstance(answer, Delivered):
                return
            if isinstance(answer, Revoked) and self.acceptance.refuse(TOKEN_REVOKED):
                self.alarm(TOKEN_REVOKED)
            attempt += 1

    async def _who_are_we(self) -> Answer | Unfetched:
        return await self.postman.deliver(Call("getMe", {}))

    def _patience(self) -> float:
        """How long to wait when nothing may leave: until somebody's time comes, or a moment."""
        now = self.monotonic()
        times = [self.pacer.free_at(now)] if len(self.backlog) else []
        times += [at for at in (self.backlog.next_at(),) if at is not None]
        soonest = min((at - now for at in times if at > now), default=LOOK_SECONDS)
        return min(max(soonest, 0.001), LOOK_SECONDS)

    async def _finish(self) -> None:
        """Wait for what is in flight, and write its outcome down."""
        until = self.monotonic() + STOP_SECONDS
        while (self._leaving or self._endings) and self.monotonic() < until:
            if self._endings:
                with suppress(StorageFailed):
                    await self._commit([])
            await self.woken.wait(0.1)


def _yields(urgency: Urgency) -> bool:
    """An announcement leaves a chat's burst to the talk that may follow it."""
    return urgency is Urgency.ANNOUNCEMENT
