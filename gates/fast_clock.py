"""A loop whose hours are minutes: the bot and the local Telegram both live in it, and both believe its clock."""

from __future__ import annotations

import asyncio
import selectors
import time
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from typing import Any, TypeVar

T = TypeVar("T")


class _Hurried(selectors.EpollSelector):
    """Waits `speed` times shorter than it is asked to."""

    speed = 1.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """As EpollSelector."""
        return super().select(timeout if timeout is None or timeout <= 0 else timeout / self.speed)


class FastLoop(asyncio.SelectorEventLoop):
    """An event loop of which a second lasts 1 / `speed` seconds; everything that waits by it is as much faster.

    What computes is not: at a high speed only what mostly waits is told right.
    """

    def __init__(self) -> None:
        self._hurried = _Hurried()
        self._began, self._passed = time.monotonic(), time.monotonic()
        self._wall = time.time() - self._passed
        super().__init__(self._hurried)

    def time(self) -> float:
        """Seconds of this loop's own clock, which never goes back."""
        return self._passed + (time.monotonic() - self._began) * self._hurried.speed

    def wall(self) -> float:
        """Seconds since 1970 by a wall clock that goes as fast."""
        return self._wall + self.time()

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.wall(), UTC)

    def hurry(self, speed: float) -> None:
        """From now on be so many times as fast as the world."""
        self._passed, self._began = self.time(), time.monotonic()
        self._hurried.speed = speed


def run_fast(main: Callable[[FastLoop], Coroutine[Any, Any, T]]) -> T:
    """Run it in a loop of its own, in this thread, which must have none that runs."""
    with asyncio.Runner(loop_factory=FastLoop) as runner:
        loop = runner.get_loop()
        assert isinstance(loop, FastLoop)
        return runner.run(main(loop))
