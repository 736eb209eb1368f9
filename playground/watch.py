"""Who looks on: listeners are told of every visible change, and whoever waits for something is woken by it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from playground.wire import JSON

T = TypeVar("T")


@dataclass(slots=True)
class Watch:
    """Listeners are called synchronously, in the order of what happens."""

    listeners: list[Callable[[JSON], None]] = field(default_factory=list)
    moment: int = 0
    _waiting: list[asyncio.Future[None]] = field(default_factory=list)

    def tick(self) -> int:
        """The next moment: a number that orders all that happens."""
        self.moment += 1
        return self.moment

    def emit(self, event: JSON) -> None:
        for listener in self.listeners:
            listener(event)
        self.wake()

    def wake(self) -> None:
        if not self._waiting:
            return
        for future in self._waiting:
            if not future.done():
                future.set_result(None)
        self._waiting.clear()

    async def until(self, condition: Callable[[], T], timeout: float) -> T:  # noqa: ASYNC109  # a test's patience, agreed with all who use it
        """What `condition` returns once that is true; it is asked again after each change.

        Raises TimeoutError.
        """
        async with asyncio.timeout(timeout):
            while not (found := condition()):
                future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
                self._waiting.append(future)
                await future
        return found
