"""Turns that wait for a commit that they share, and are told what came of it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from storage.database import StorageFailed, Transaction


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


async def gathered(queue: asyncio.Queue[Waiting | None], most: int) -> tuple[list[Waiting], bool]:
    """Those that may share the next commit, without those that were given up; and whether it is the last (None came)."""
    batch = [await queue.get()]
    while len(batch) < most and not queue.empty():
        batch.append(queue.get_nowait())
    return [waiting for waiting in batch if waiting and not waiting.done.cancelled()], None in batch


def is_being_cancelled() -> bool:
    """Whether it is the writer that is ended, and not the work that was given up."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
