"""Turns that wait for a commit that they share, and are told what came of it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from storage.database import StorageFailed, Transaction

T = TypeVar("T")


@dataclass(slots=True, eq=False)
class Waiting:
    """One turn: its work, and what that returned or raised when it was last run."""

    work: Callable[[Transaction], Awaitable[Any]]
    done: asyncio.Future[Any] = field(default_factory=lambda: asyncio.get_running_loop().create_future())
    result: Any = None
    error: BaseException | None = None

    def settle(self, failure: StorageFailed | None = None) -> None:
        """Tell the one who waits; only called once it is certain what was kept, or that nobody can know."""
        error = failure or self.error
        if self.done.done():
            return
        if isinstance(error, asyncio.CancelledError):
            self.done.cancel()
        elif error is not None:
            self.done.set_exception(error)
        else:
            self.done.set_result(self.result)


class Queue:
    """Turns on their way to one writer, which shares commits among as many of them as `most`.

    `share` runs them and settles each; it raises nothing.
    """

    def __init__(self, most: int, share: Callable[[Sequence[Waiting]], Awaitable[None]]) -> None:
        self._most, self._share = most, share
        self._waiting: asyncio.Queue[Waiting | None] = asyncio.Queue()
        self._task: asyncio.Task[None] | None = None

    def open(self) -> None:
        """Begin to write."""
        self._task = asyncio.create_task(self._write(), name="storage-writer")  # noqa: TID251 - ended in close()

    async def turn(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """What the work returns, once that is kept. Raises StorageFailed, and what the work raises."""
        if self._task is None or self._task.done():
            raise StorageFailed("the database is closed")
        waiting = Waiting(work)
        self._waiting.put_nowait(waiting)
        result: T = await waiting.done
        return result

    async def close(self, *, within: float | None = None) -> bool:
        """Take no more turns, and wait until those that came are settled; whether that took no more seconds."""
        task, self._task = self._task, None
        if task is None:
            return True
        self._waiting.put_nowait(None)
        _, late = await asyncio.wait({task}, timeout=within)
        if late:
            task.cancel()
        return not late

    async def _write(self) -> None:
        batch: list[Waiting] = []
        ending = False
        try:
            while not ending:
                batch, ending = await self._gathered()
                if batch:
                    await self._share(batch)
        finally:
            self._leave(batch)

    def _leave(self, batch: Sequence[Waiting]) -> None:
        """Whatever ended the writer, be it no Exception at all: nobody waits for it for ever."""
        failure = StorageFailed("nobody writes any more")
        for waiting in batch:
            waiting.settle(failure)
        while not self._waiting.empty():
            if waits := self._waiting.get_nowait():
                waits.settle(failure)

    async def _gathered(self) -> tuple[list[Waiting], bool]:
        """Those that may share the next commit, without those that were given up; and whether it is the last."""
        batch = [await self._waiting.get()]
        while len(batch) < self._most and not self._waiting.empty():
            batch.append(self._waiting.get_nowait())
        return [waiting for waiting in batch if waiting and not waiting.done.cancelled()], None in batch


def is_being_cancelled() -> bool:
    """Whether it is the writer that is ended, and not the work that was given up."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
