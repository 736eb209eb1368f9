"""What waits for the bot: one queue, confirmed by its offset, read by one poller at a time."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count, islice, takewhile

from playground.refusals import Refusal, conflict
from playground.wire import JSON

KEPT_SECONDS = 24 * 3600
MOST_AT_ONCE = 100
SLEEPY = (
    10  # an offset further ahead than this belongs to an earlier counting: Telegram starts anew at random
)
ONLY_WHEN_ASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(slots=True)
class _Waiting:
    update: JSON
    came_at: float


@dataclass(slots=True)
class Updates:
    """The queue of one bot. `next_id` may be set to show a restarted counting."""

    clock: Callable[[], float]
    next_id: int
    allowed: frozenset[str] = frozenset()
    # By the place in which they came, which unlike their ids never repeats.
    _queue: OrderedDict[int, _Waiting] = field(default_factory=OrderedDict)
    _places: Iterator[int] = field(default_factory=count)
    _arrival: asyncio.Event = field(default_factory=asyncio.Event)
    _poller: asyncio.Future[Refusal | None] | None = None

    def __len__(self) -> int:
        self._drop_old()
        return len(self._queue)

    def add(self, kind: str, payload: JSON) -> int | None:
        """Queue what happened under the next id; None when the bot did not ask for this kind."""
        if not self._wants(kind):
            return None
        update_id = self.next_id
        self.next_id += 1
        self.inject({"update_id": update_id, kind: payload})
        return update_id

    def inject(self, update: JSON) -> None:
        """Queue an update exactly as it is: a repeat, a gap, an old id, something unreadable."""
        self._queue[next(self._places)] = _Waiting(update, self.clock())
        self._arrival.set()
        if self._poller and not self._poller.done():
            self._poller.set_result(None)

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Remember what the bot asked for; None changes nothing, an empty list asks for the usual kinds."""
        if kinds is not None:
            self.allowed = frozenset(kinds)

    def first(self, most: int = MOST_AT_ONCE) -> list[JSON]:
        """The oldest unconfirmed updates."""
        self._drop_old()
        return [waiting.update for waiting in islice(self._queue.values(), most)]

    def confirm(self, place: int) -> None:
        """The update at this place was taken over (a webhook answered 2xx)."""
        self._queue.pop(place, None)

    def waits(self, place: int) -> bool:
        """Whether the update at this place is still to be delivered."""
        self._drop_old()
        return place in self._queue

    def forget_all(self) -> None:
        self._queue.clear()

    async def since(self, place: int) -> list[tuple[int, JSON]]:
        """The updates behind this place, each with its own, once there is one; from -1 on all."""
        while not (found := self._behind(place)):
            self._arrival.clear()
            await self._arrival.wait()
        return found

    def _behind(self, place: int) -> list[tuple[int, JSON]]:
        self._drop_old()
        newest = takewhile(lambda item: item[0] > place, reversed(self._queue.items()))
        return [(own, waiting.update) for own, waiting in newest][::-1]

    def end_poll(self, refusal: Refusal) -> None:
        """Whoever waits for updates right now is sent away with this refusal."""
        if self._poller and not self._poller.done():
            self._poller.set_result(refusal)
        self._poller = None

    async def poll(self, offset: int, limit: int, timeout: float) -> list[JSON]:  # noqa: ASYNC109  # Telegram's own parameter, it ends with an empty answer
        """Confirm what lies before `offset` and hand out the rest, waiting up to `timeout` seconds for it.

        Raises Refusal (409) when another poller takes over meanwhile.
        """
        self.end_poll(
            conflict(
                "terminated by other getUpdates request; make sure that only one bot instance is running",
                rule="getUpdates: one poller at a time",
            )
        )
        self._confirm(offset)
        if not len(self) and timeout > 0:
            await self._wait(timeout)
        return self.first(max(1, min(limit, MOST_AT_ONCE)))

    async def _wait(self, seconds: float) -> None:
        poller = self._poller = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                refusal = await poller
        except TimeoutError:
            return
        finally:
            if self._poller is poller:
                self._poller = None
        if refusal:
            raise refusal

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            while len(self._queue) > -offset:
                self._queue.popitem(last=False)
            return
        if offset > self.next_id + SLEEPY:
            return
        while self._queue and self._oldest().update.get("update_id", 0) < offset:
            self._queue.popitem(last=False)

    def _oldest(self) -> _Waiting:
        return next(iter(self._queue.values()))

    def _drop_old(self) -> None:
        oldest = self.clock() - KEPT_SECONDS
        while self._queue and self._oldest().came_at < oldest:
            self._queue.popitem(last=False)

    def _wants(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in ONLY_WHEN_ASKED
