"""The one exit: an attempt is on disk before its message leaves, the outcome after; both share commits."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

import structlog

from bot.domain.intents import Call
from bot.engine.answers import Delivered
from bot.engine.backlog import Backlog
from bot.engine.ledger import Ledger
from bot.engine.outcomes import Ending, ending_of
from bot.engine.pacer import Pacer
from bot.engine.postman import Postman
from bot.engine.signal import Signal
from storage.database import Database, StorageFailed, Transaction
from storage.outbox import Head, OutboxRow, list_heads

log = structlog.get_logger("sender")

IN_FLIGHT: Final = 64
LOOK_AHEAD: Final = 5_000
LOOK_SECONDS: Final = 1.0
STOP_SECONDS: Final = 6.0
# Claimed ahead is what may leave within this time: enough to share a commit, little to be in doubt after a crash.
CLAIM_AHEAD_SECONDS: Final = 0.1
_PROBES: Final = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
_REVOKED_PAUSE: Final = 60.0

Monotonic = Callable[[], float]


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
    woken: Signal = field(default_factory=Signal)
    backlog: Backlog = field(default_factory=Backlog)
    _last: int = 0
    _in_flight: int = 0
    _endings: list[Ending] = field(default_factory=list)
    _probe: asyncio.Task[None] | None = None

    def __len__(self) -> int:
        """Count what waits and what is in flight."""
        return len(self.backlog) + self._in_flight

    @property
    def open(self) -> bool:
        """Whether Telegram takes what is sent, as far as is known."""
        return self._probe is None

    async def run(self, stopping: asyncio.Event) -> None:
        """Send until told to stop; what has left by then is waited for and written down."""
        await self._recover()
        async with asyncio.TaskGroup() as group:
            while not stopping.is_set():
                await self._round(group)
            await self._finish()
            if self._probe:
                self._probe.cancel()

    async def _recover(self) -> None:
        for penalty in await self.database.turn(self.ledger.recover):
            self.pacer.restore([penalty], self.monotonic())

    async def _round(self, group: asyncio.TaskGroup) -> None:
        try:
            await self._load()
            heads = self._choose()
            departures = await self._commit(heads) if heads or self._endings else []
        except StorageFailed:
            log.warning("outbox-not-kept")
            await asyncio.sleep(LOOK_SECONDS)
            return
        for row, calls in departures:
            await self._depart(group, row, calls)
        if not departures:
            await self.woken.wait(self._patience())

    async def _load(self) -> None:
        for head in await self.database.read(self._heads):
            self.backlog.add(head)
            self._last = head.id

    async def _heads(self, tx: Transaction) -> list[Head]:
        return await list_heads(tx, self._last, LOOK_AHEAD)

    def _choose(self) -> list[Head]:
        """What may leave within the next moment; chats that must wait longer are put back until their time."""
        now = self.monotonic()
        if self._probe or self.pacer.free_at(now) > now + CLAIM_AHEAD_SECONDS:
            return []
        most = min(IN_FLIGHT - self._in_flight, max(1, int(self.rate * CLAIM_AHEAD_SECONDS)))
        chosen: list[Head] = []
        while len(chosen) < most and (head := self.backlog.take(now)):
            ready_at = self._ready_at(head, now)
            if ready_at > now + CLAIM_AHEAD_SECONDS:
                self.backlog.put_back(head, ready_at)
            else:
                chosen.append(head)
        return chosen

    def _ready_at(self, head: Head, now: float) -> float:
        row_waits = head.not_before / 1_000_000 - self.ledger.clock().timestamp()
        return max(self.pacer.ready_at(head.chat, now, yields=bool(head.urgency)), now + row_waits)

    async def _commit(self, heads: Sequence[Head]) -> list[tuple[OutboxRow, list[Call]]]:
        """Write endings and claims down together; what was claimed, with its calls."""
        endings, self._endings = self._endings, []
        try:
            written = await self.database.turn(lambda tx: self.ledger.write(tx, endings, heads))
        except StorageFailed:
            self._endings = endings + self._endings
            for head in heads:
                self.backlog.put_back(head, self.monotonic() + LOOK_SECONDS)
            raise
        for ending in endings:
            self._follow_up(ending)
        for head in written.gone:
            self.backlog.free(head.chat)
        return written.claimed

    async def _depart(self, group: asyncio.TaskGroup, row: OutboxRow, calls: list[Call]) -> None:
        """Let it leave when the pacer says so; the pace counts from here, not from the claim.

        When a penalty came between the two, the row waits again: nothing of it was written.
        """
        yields = bool(row.intent.urgency)
        now = self.monotonic()
        until = self.pacer.ready_at(row.intent.chat, now, yields=yields)
        if until > now + 2 * CLAIM_AHEAD_SECONDS:
            self._end(Ending(row=row, again_in=until - now, counted=False, part=row.part))
            return
        while (ready_at := self.pacer.ready_at(row.intent.chat, now, yields=yields)) > now:
            await asyncio.sleep(ready_at - now)
            now = self.monotonic()
        self.pacer.take(row.intent.chat, now, yields=yields)
        self._in_flight += 1
        group.create_task(self._send(row, calls))

    async def _send(self, row: OutboxRow, calls: list[Call]) -> None:
        try:
            answer = await self.postman.deliver(calls[row.part])
            self._end(ending_of(row, len(calls), answer))
        finally:
            self._in_flight -= 1

    def _end(self, ending: Ending) -> None:
        self._endings.append(ending)
        if ending.penalty is not None:
            now = self.monotonic()
            self.pacer.penalise(ending.row.intent.chat, now + ending.penalty, now)
        if ending.unanswered and self._probe is None:
            self._probe = asyncio.create_task(self._until_answered(revoked=ending.revoked))  # noqa: TID251 - ended in run()
        self.woken.set()

    def _follow_up(self, ending: Ending) -> None:
        """The ending is on disk: the chat goes on."""
        self.on_ending(ending)
        row, chat = ending.row, ending.row.intent.chat
        if ending.moved_to is not None:
            self.backlog.move(chat, ending.moved_to)
        if ending.outcome is None:
            head = Head(row.id, ending.moved_to or chat, row.intent.urgency, 0)
            self.backlog.put_back(head, self.monotonic() + ending.again_in)
        self.backlog.free(chat)

    async def _until_answered(self, *, revoked: bool) -> None:
        """Send nothing until Telegram answers again."""
        log.error("token-revoked") if revoked else log.warning("telegram-not-answering")
        for attempt in range(1_000_000):
            await asyncio.sleep(_REVOKED_PAUSE if revoked else _PROBES[min(attempt, len(_PROBES) - 1)])
            if isinstance(await self.postman.deliver(Call("getMe", {})), Delivered):
                break
        log.info("telegram-answers")
        self._probe = None
        self.woken.set()

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
        while self._in_flight and self.monotonic() < until:
            await self.woken.wait(0.1)
        if self._endings:
            await self._commit([])
