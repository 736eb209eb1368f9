"""The database: turns run one after another, and those that wait share one commit."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Self, TypeVar

import aiosqlite

from storage.sealing import Sealer

Row = sqlite3.Row
T = TypeVar("T")
Work = Callable[["Transaction"], Awaitable[Any]]

# As many turns as may share one commit: enough to spread its cost, few enough that nobody waits long for it.
SHARE: Final = 64
BUSY_MS: Final = 5_000
_OLDEST_SQLITE: Final = (3, 37)  # STRICT tables

_PRAGMAS: Final = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    f"PRAGMA busy_timeout = {BUSY_MS}",
)


class StorageFailed(Exception):
    """The database could not keep what it was given (locked, full, broken); nothing of it was kept."""


@dataclass(frozen=True, slots=True)
class Transaction:
    """One open transaction. Values are named (`:number`) and given as keywords."""

    connection: aiosqlite.Connection
    sealer: Sealer

    async def run(self, sql: str, **values: object) -> int:
        """How many rows the statement changed."""
        cursor = await self.connection.execute(sql, values)
        return cursor.rowcount

    async def insert(self, sql: str, **values: object) -> int:
        """The id of the new row; the statement ends in RETURNING id. Raises StorageFailed when there is none."""
        row = await self.one(sql, **values)
        if row is None:
            raise StorageFailed("an insert returned no row")
        return int(row[0])

    async def one(self, sql: str, **values: object) -> Row | None:
        rows = await self.all(sql, **values)
        return rows[0] if rows else None

    async def all(self, sql: str, **values: object) -> list[Row]:
        return list(await self.connection.execute_fetchall(sql, values))

    async def many(self, sql: str, rows: Sequence[dict[str, object]]) -> None:
        await self.connection.executemany(sql, rows)


@dataclass(slots=True, eq=False)
class _Waiting:
    work: Work
    done: asyncio.Future[Any] = field(default_factory=lambda: asyncio.get_running_loop().create_future())
    result: Any = None
    error: BaseException | None = None

    def settle(self, failure: BaseException | None = None) -> None:
        """Tell the one who waits; only called once it is certain what was kept."""
        if self.done.done():
            return
        error = failure or self.error
        if error is None:
            self.done.set_result(self.result)
        else:
            self.done.set_exception(error)


class Database:
    """One SQLite file: one connection writes, another reads."""

    def __init__(self, path: Path, sealer: Sealer) -> None:
        self.path = path
        self._sealer = sealer
        self._queue: asyncio.Queue[_Waiting | None] = asyncio.Queue()
        self._reading = asyncio.Lock()

    async def open(self) -> Self:
        """Open both connections. Raises StorageFailed with a line for the operator."""
        if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
            raise StorageFailed(f"SQLite {sqlite3.sqlite_version} is too old: 3.37 or newer is needed")
        self._writer = await self._connect()
        self._reader = await self._connect()
        self._task = asyncio.create_task(self._write(), name="storage-writer")  # noqa: TID251 - ended in close()
        return self

    async def _connect(self) -> aiosqlite.Connection:
        try:
            connection = await aiosqlite.connect(self.path, isolation_level=None)
            connection.row_factory = sqlite3.Row
            for pragma in _PRAGMAS:
                await connection.execute(pragma)
        except sqlite3.Error as error:
            raise StorageFailed(f"{self.path}: {error}") from None
        return connection

    async def close(self) -> None:
        """Finish the turns that wait, then close."""
        await self._queue.put(None)
        await self._task
        await self._writer.close()
        await self._reader.close()

    async def turn(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run the work in a transaction of its own and return what it returns, once that is on disk.

        Whatever the work raises undoes it and is raised here. Raises StorageFailed when nothing could be kept.
        """
        waiting = _Waiting(work)
        await self._queue.put(waiting)
        result: T = await waiting.done
        return result

    async def read(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run work that only reads, on what was last committed, without waiting for turns."""
        async with self._reading:
            try:
                await self._reader.execute("BEGIN")
                return await work(Transaction(self._reader, self._sealer))
            except sqlite3.Error as error:
                raise StorageFailed(f"nothing could be read: {type(error).__name__}") from None
            finally:
                if self._reader.in_transaction:
                    await self._reader.execute("ROLLBACK")

    async def _write(self) -> None:
        ending = False
        while not ending:
            batch = [await self._queue.get()]
            while len(batch) < SHARE and not self._queue.empty():
                batch.append(self._queue.get_nowait())
            ending = None in batch
            await self._share(tuple(waiting for waiting in batch if waiting and not waiting.done.cancelled()))

    async def _share(self, batch: Sequence[_Waiting]) -> None:
        """One commit for all; nobody is told before it, and nobody is told a success that it did not keep."""
        if not batch:
            return
        failure: StorageFailed | None = None
        try:
            await self._writer.execute("BEGIN IMMEDIATE")
            for waiting in batch:
                await self._one(waiting)
            await self._writer.execute("COMMIT")
        except sqlite3.Error as error:
            failure = StorageFailed(f"nothing could be kept: {type(error).__name__}")
            await self._undo_all()
        for waiting in batch:
            waiting.settle(failure)

    async def _one(self, waiting: _Waiting) -> None:
        """One turn in its savepoint. Raises sqlite3.Error when the whole group is gone with it (a full disk)."""
        await self._writer.execute("SAVEPOINT turn")
        try:
            waiting.result = await waiting.work(Transaction(self._writer, self._sealer))
        except Exception as error:
            if not self._writer.in_transaction:
                raise sqlite3.OperationalError("the database undid the group") from error
            waiting.error = error
            await self._writer.execute("ROLLBACK TO turn")
        await self._writer.execute("RELEASE turn")

    async def _undo_all(self) -> None:
        if self._writer.in_transaction:
            await self._writer.execute("ROLLBACK")
