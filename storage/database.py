"""The database: turns run one after another, and those that wait share one commit."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Self, TypeVar

import aiosqlite

from storage.link import Link, StorageFailed, is_of_storage
from storage.sealing import Sealer

__all__ = ["Database", "Row", "StorageFailed", "Transaction"]

Row = sqlite3.Row
T = TypeVar("T")
Work = Callable[["Transaction"], Awaitable[Any]]

# As many turns as may share one commit: enough to spread its cost, few enough that nobody waits long for it.
SHARE: Final = 64
_OLDEST_SQLITE: Final = (3, 37)  # STRICT tables


@dataclass(slots=True)
class Transaction:
    """One open transaction. Values are named (`:number`) and given as keywords.

    When the storage itself fails, everything asked after that fails too: the transaction may be gone already, and
    what a handler does after swallowing the error would be kept on its own.
    """

    connection: aiosqlite.Connection
    sealer: Sealer
    scrubbing: asyncio.Event = field(default_factory=asyncio.Event)
    failure: StorageFailed | None = field(default=None, init=False)

    def scrub(self) -> None:
        """Once this is kept, leave nothing of what it erased in the write-ahead log either."""
        self.scrubbing.set()

    async def run(self, sql: str, **values: object) -> int:
        """How many rows the statement changed. Raises ValueError for one that returns rows: `one` and `all` read them."""
        cursor = await self._ask(self.connection.execute, sql, values)
        if cursor.description is not None:
            # Left unread it would stay in progress, and no savepoint could be released.
            await cursor.close()
            raise ValueError("the statement returns rows")
        return int(cursor.rowcount)

    async def insert(self, sql: str, **values: object) -> int:
        """The id of the new row; the statement ends in RETURNING id. Raises LookupError when there is none."""
        row = await self.one(sql, **values)
        if row is None:
            raise LookupError("the statement inserted nothing")
        return int(row[0])

    async def one(self, sql: str, **values: object) -> Row | None:
        rows = await self.all(sql, **values)
        return rows[0] if rows else None

    async def all(self, sql: str, **values: object) -> list[Row]:
        return list(await self._ask(self.connection.execute_fetchall, sql, values))

    async def many(self, sql: str, rows: Sequence[dict[str, object]]) -> None:
        await self._ask(self.connection.executemany, sql, rows)

    async def _ask(self, ask: Callable[[str, Any], Awaitable[Any]], sql: str, values: object) -> Any:
        if self.failure is not None:
            raise self.failure
        try:
            return await ask(sql, values)
        except sqlite3.Error as error:
            if not is_of_storage(error):
                raise
            self.failure = _failed("kept", error)
            raise self.failure from None


@dataclass(slots=True, eq=False)
class _Waiting:
    work: Work
    done: asyncio.Future[Any] = field(default_factory=lambda: asyncio.get_running_loop().create_future())
    result: Any = None
    error: BaseException | None = None

    def settle(self, failure: StorageFailed | None = None) -> None:
        """Tell the one who waits; only called once it is certain what was kept."""
        error = failure or self.error
        if self.done.done():
            return
        if isinstance(error, asyncio.CancelledError):
            self.done.cancel()
        elif error is not None:
            self.done.set_exception(error)
        else:
            self.done.set_result(self.result)


class Database:
    """One SQLite file: one connection writes, another reads."""

    def __init__(self, path: Path, sealer: Sealer) -> None:
        self.path = path
        self._sealer = sealer
        self._writer, self._reader = Link(path), Link(path)
        self._queue: asyncio.Queue[_Waiting | None] = asyncio.Queue()
        self._reading = asyncio.Lock()
        self._scrubbing = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def open(self) -> Self:
        """Open both connections. Raises StorageFailed with a line for the operator."""
        if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
            raise StorageFailed(f"SQLite {sqlite3.sqlite_version} is too old: 3.37 or newer is needed")
        try:
            await self._writer.open()
            await self._reader.open()
        except StorageFailed:
            await self._writer.close()
            raise
        await self._scrub()  # what was erased just before the process was killed
        self._task = asyncio.create_task(self._write(), name="storage-writer")  # noqa: TID251 - ended in close()
        return self

    async def close(self) -> None:
        """Finish the turns that wait, then close; a turn asked for later fails."""
        task, self._task = self._task, None
        if task is not None:
            self._queue.put_nowait(None)
            await task
        await self._writer.close()
        async with self._reading:
            await self._reader.close()

    async def turn(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run the work in a transaction of its own and return what it returns, once that is on disk.

        Whatever the work raises undoes it and is raised here. Raises StorageFailed when nothing could be kept.
        The work may be run twice, when another that shared its commit took both down.
        """
        if self._task is None or self._task.done():
            raise StorageFailed("the database is closed")
        waiting = _Waiting(work)
        self._queue.put_nowait(waiting)
        result: T = await waiting.done
        return result

    async def read(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run work that only reads, on what was last committed, without waiting for turns. Raises StorageFailed."""
        async with self._reading:
            try:
                await self._reader.ready()
                await self._reader.say("BEGIN")
                return await work(Transaction(self._reader.connection, self._sealer))
            except sqlite3.Error as error:
                raise _failed("read", error) from None
            finally:
                # Also when cancelled: a BEGIN may be on its way to the connection's thread, and this goes behind it.
                await self._reader.undo()

    async def _write(self) -> None:
        ending = False
        while not ending:
            batch = [await self._queue.get()]
            while len(batch) < SHARE and not self._queue.empty():
                batch.append(self._queue.get_nowait())
            ending = None in batch
            await self._share([waiting for waiting in batch if waiting and not waiting.done.cancelled()])

    async def _share(self, batch: Sequence[_Waiting]) -> None:
        """One commit for all; nobody is told before it, and nobody is told a success that it did not keep."""
        if not batch:
            return
        failure = await self._keep(batch)
        alone = isinstance(failure, _TurnTookAll) and len(batch) > 1
        for waiting in batch:
            waiting.settle(await self._keep([waiting]) if alone else failure)

    async def _keep(self, batch: Sequence[_Waiting]) -> StorageFailed | None:
        """Run them in one transaction; why nothing of it was kept, None when it was."""
        try:
            await self._writer.ready()
            await self._writer.say("BEGIN IMMEDIATE")
            for waiting in batch:
                await self._one(waiting)
            await self._writer.say("COMMIT")
        except Exception as error:  # noqa: BLE001 - whatever happens here, the writer goes on and nobody waits for ever
            await self._writer.undo()
            return error if isinstance(error, StorageFailed) else _failed("kept", error)
        if self._scrubbing.is_set():
            await self._scrub()
        return None

    async def _one(self, waiting: _Waiting) -> None:
        """One turn in its savepoint. Raises StorageFailed when the whole group is gone with it (a full disk)."""
        tx = Transaction(self._writer.connection, self._sealer, self._scrubbing)
        waiting.result = waiting.error = None
        await self._writer.say("SAVEPOINT turn")
        try:
            waiting.result = await waiting.work(tx)
        except (Exception, asyncio.CancelledError) as error:
            if _is_being_cancelled():
                raise
            waiting.error = error
        if tx.failure is not None:
            raise _TurnTookAll(str(tx.failure))
        if waiting.error is not None:
            await self._writer.say("ROLLBACK TO turn")
        await self._writer.say("RELEASE turn")

    async def _scrub(self) -> None:
        """Empty the write-ahead log into the file, where erased pages are zeroed; when somebody reads, the next time."""
        if await self._writer.empty_log():
            self._scrubbing.clear()
        else:
            self._scrubbing.set()


class _TurnTookAll(StorageFailed):
    """The storage failed inside one turn, and took down all that shared its commit."""


def _failed(done: str, error: Exception) -> StorageFailed:
    return StorageFailed(
        f"nothing could be {done}: {getattr(error, 'sqlite_errorname', type(error).__name__)}"
    )


def _is_being_cancelled() -> bool:
    """Whether it is the writer that is ended, and not the work that was given up."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
