"""Which chats this replica is at work on, where several share a database: one chat in order and one at a time.

Who took something in claims its chat at once; whoever finds something that has waited for a second claims it too, for
its replica may be gone. The turn that empties a chat gives it back in its own transaction.
"""

import asyncio
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Final

import structlog

from storage.database import StorageFailed, Transaction
from storage.inbox import InboxRow
from storage.lanes import (
    Claim,
    LaneLost,
    claim_lanes,
    give_back_lane,
    give_back_lanes,
    keep_lane,
    list_lanes_of_others,
    list_waiting_lanes,
    renew_lanes,
)
from storage.postgresql import PostgresqlDatabase

log = structlog.get_logger("claims")

# Longer than the server lets a transaction of a stopped replica hold its locks.
LENGTH: Final = 15_000_000
RENEW_SECONDS: Final = 5.0
GIVE_BACK_SECONDS: Final = 1.0
LOOK_AHEAD: Final = 1_000
# Less than the second between two looks.
OLD_SECONDS: Final = 0.8
# As many chats as have their turns soon; the rest is for other replicas. One that is held for longer than these seconds
# rests between two tries, or floods: it must not keep out the others.
MOST_HELD: Final = 16
SOON_SECONDS: Final = 2.0


@dataclass(slots=True)
class Claims:
    """`elsewhere` is called when something waits in a chat that another replica is at work on."""

    database: PostgresqlDatabase
    holder: str
    elsewhere: Callable[[], None] = lambda: None
    _held: dict[int, Claim] = field(default_factory=dict)
    _since: dict[int, float] = field(default_factory=dict)
    _left: bool = False
    _seen: dict[int, float] = field(default_factory=dict)

    def has(self, lane: int) -> bool:
        """Whether this replica is at work on the chat, as far as it knows."""
        return lane in self._held

    async def fresh(self, known: Collection[int], *, eager: bool) -> list[InboxRow]:
        """What waits, without the ids `known`, in chats that are now this replica's. Raises StorageFailed.

        Looks from the beginning: an id may become visible after a higher one. Unless it is `eager`, what has only
        just come is left to the replica that took it in.
        """
        rows, elsewhere = await self.database.read(lambda tx: self._look(tx, known))
        if eager and any(row.id not in self._seen for row in elsewhere):
            self.elsewhere()
        was, now = self._seen, time.monotonic()
        self._seen = {row.id: was.get(row.id, now) for row in (*rows, *elsewhere)}
        wanted = dict.fromkeys(row.lane for row in rows if eager or now - self._seen[row.id] > OLD_SECONDS)
        await self._claim([lane for lane in wanted if lane not in self._held])
        return [row for row in rows if row.lane in self._held]

    async def _claim(self, lanes: Sequence[int]) -> None:
        """As many of these as there is room for, the first first."""
        room = max(0, MOST_HELD - self._soon())
        self._left = len(lanes) > room
        if chosen := lanes[:room]:
            claimed = await self.database.claim(lambda tx: claim_lanes(tx, chosen, self.holder, LENGTH))
            self._held |= claimed
            self._since |= dict.fromkeys(claimed, time.monotonic())

    def _soon(self) -> int:
        now = time.monotonic()
        return sum(now - since < SOON_SECONDS for since in self._since.values())

    @property
    def has_room(self) -> bool:
        """Whether chats were left to others for want of room, of which there is some again."""
        return self._left and self._soon() <= MOST_HELD // 2

    async def _look(self, tx: Transaction, known: Collection[int]) -> tuple[list[InboxRow], list[InboxRow]]:
        """(what waits here or nowhere, what waits in others' chats)."""
        others = await list_lanes_of_others(tx, self.holder)
        here: list[InboxRow] = []
        elsewhere: list[InboxRow] = []
        after, more = 0, True
        while more and len(here) < LOOK_AHEAD:
            rows = await list_waiting_lanes(tx, after, LOOK_AHEAD)
            for row in rows:
                if row.id not in known:
                    (elsewhere if row.lane in others else here).append(row)
            more = len(rows) == LOOK_AHEAD
            after = rows[-1].id if rows else after
        return here, elsewhere

    async def enter(self, tx: Transaction, lane: int, *, last: bool) -> None:
        """Let nobody else be at work on the chat until this transaction ends; with `last`, give it back then.

        Raises LaneLost.
        """
        claim = self._held.get(lane)
        if claim is None:
            raise LaneLost("this chat was given back")
        try:
            await (give_back_lane(tx, claim) if last else keep_lane(tx, claim, LENGTH))
        except LaneLost:
            self.forget(lane)
            raise

    def forget(self, lane: int) -> None:
        """It was given back, or is somebody else's."""
        self._held.pop(lane, None)
        self._since.pop(lane, None)

    async def run(self, stopping: asyncio.Event) -> None:
        """Keep what is held until told to stop."""
        while not stopping.is_set():
            try:
                async with asyncio.timeout(RENEW_SECONDS):
                    await stopping.wait()
            except TimeoutError:
                await self._renew()

    async def _renew(self) -> None:
        if lanes := list(self._held):
            try:
                await self.database.claim(lambda tx: renew_lanes(tx, lanes, self.holder, LENGTH))
            except StorageFailed:
                log.warning("lanes-not-renewed")

    async def give_back(self) -> None:
        """Let others go on with all of it at once."""
        self._held.clear()
        self._since.clear()
        try:
            async with asyncio.timeout(GIVE_BACK_SECONDS):
                await self.database.claim(lambda tx: give_back_lanes(tx, self.holder))
        except (StorageFailed, TimeoutError):
            log.warning("lanes-not-given-back")
