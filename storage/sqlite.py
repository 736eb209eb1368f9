"""SQLite: turns run one after another, and those that wait share one commit."""

import asyncio
import sqlite3
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Final, Self, TypeVar

from storage.database import Database, Dialect, Row, StorageFailed, StorageHeld, Transaction
from storage.link import BUSY_MS, Link, Patience, is_busy, is_of_storage
from storage.sealing import Sealer
from storage.waiting import Queue, Waiting, is_being_cancelled

T = TypeVar("T")
Work = Callable[[Transaction], Awaitable[Any]]

# As many turns as may share one commit: enough to spread its cost, few enough that nobody waits long for it.
SHARE: Final = 64
# Turns that share a commit let the event loop breathe after so long.
HOLD_SECONDS: Final = 0.005
# Told to stop, all waits together take no longer.
HURRIED_SECONDS: Final = 2.0
READ_AGAIN_SECONDS: Final = 0.02
_OLDEST_SQLITE: Final = (3, 37)  # STRICT tables


@dataclass(slots=True)
class SqliteTransaction(Transaction):
    dialect: ClassVar[Dialect] = Dialect.SQLITE

    link: Link
    sealer: Sealer
    scrubbing: asyncio.Event = field(default_factory=asyncio.Event)
    failure: StorageFailed | None = field(default=None, init=False)

    def scrub(self) -> None:
        """As Transaction: what was erased is in the write-ahead log until that is emptied."""
        self.scrubbing.set()

    async def run(self, sql: str, **values: object) -> int:
        """As Transaction."""
        cursor = self._ask(self.link.connection.execute, sql, values)
        if cursor.description is not None:
            # Left unread it would stay in progress, and no savepoint could be released.
            cursor.close()
            raise ValueError("the statement returns rows")
        return int(cursor.rowcount)

    async def all(self, sql: str, **values: object) -> Sequence[Row]:
        """As Transaction."""
        rows: list[Row] = self._ask(self.link.fetch, sql, values)
        return rows

    async def many(self, sql: str, rows: Sequence[dict[str, object]]) -> None:
        """As Transaction."""
        self._ask(self.link.connection.executemany, sql, rows)

    def _ask(self, ask: Callable[[str, Any], Any], sql: str, values: object) -> Any:
        if self.failure is not None:
            raise self.failure
        try:
            return ask(sql, values)
        except sqlite3.Error as error:
            if not is_of_storage(error):
                raise
            self.failure = _failed("kept", error)
            raise self.failure from None


class SqliteDatabase(Database):
    """One file: one connection writes, another reads. `path` is its name."""

    shared: ClassVar[bool] = False

    def __init__(self, path: Path, sealer: Sealer, *, waits_ms: int = BUSY_MS) -> None:
        """`waits_ms`: how long a turn or a read waits for another process."""
        self.path = path
        self.sealer = sealer
        self._patience = Patience(waits_ms / 1_000)
        self._writer, self._reader = Link(path, self._patience), Link(path, self._patience)
        self._queue = Queue(SHARE, self._share)
        self._reading = asyncio.Lock()
        self._scrubbing = asyncio.Event()
        self._rewrites = False
        self._not_rewritten: StorageFailed | None = None

    async def open(self) -> Self:
        """As Database."""
        if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
            raise StorageFailed(f"SQLite {sqlite3.sqlite_version} is too old: 3.37 or newer is needed")
        try:
            await self._writer.open()
            await self._reader.open()
        except StorageFailed:
            await self._writer.close()
            raise
        await self._scrub()  # what was erased just before the process was killed
        self._queue.open()
        return self

    async def close(self) -> None:
        """As Database."""
        await self._queue.close()
        await self._writer.close()
        async with self._reading:
            await self._reader.close()

    def hurry(self) -> None:
        """As Database."""
        self._patience.until = time.monotonic() + HURRIED_SECONDS
        self._writer.give_up_rewriting()

    async def turn(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """As Database; run again when another that shared its commit took both down."""
        return await self._queue.turn(work)

    async def rewrite(self) -> None:
        """Write the file anew between two turns, so that nothing of what was erased is left in it.

        `secure_delete` zeroes a row where it is erased, not the copy that stays in the unused space of a page which was
        divided. Needs the room of the file twice more for a while. Raises StorageFailed.
        """
        self._rewrites, self._not_rewritten = True, None
        try:
            await self.turn(_nothing)
        finally:
            self._rewrites = False
        if self._not_rewritten is not None:
            raise self._not_rewritten

    async def read(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """As Database; run again while another process is in the way."""
        began = time.monotonic()
        while True:
            try:
                return await self._read(work)
            except StorageHeld:
                if self._patience.is_over(began):
                    raise
            await asyncio.sleep(READ_AGAIN_SECONDS)

    async def _read(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        async with self._reading:
            try:
                await self._reader.ready()
                self._reader.say("BEGIN")
                return await work(SqliteTransaction(self._reader, self.sealer))
            except sqlite3.Error as error:
                raise _failed("read", error) from None
            finally:
                self._reader.undo()

    async def _share(self, batch: Sequence[Waiting]) -> None:
        """One commit for all; nobody is told before it, and nobody is told a success that it did not keep."""
        failure = await self._keep(batch)
        alone = isinstance(failure, _TurnTookAll) and len(batch) > 1
        for waiting in batch:
            waiting.settle(await self._keep([waiting]) if alone else failure)

    async def _keep(self, batch: Sequence[Waiting]) -> StorageFailed | None:
        """Run them in one transaction; why nothing of it was kept, None when it was."""
        try:
            await self._writer.ready()
            await self._writer.begin()
            await self._run(batch)
            await self._writer.commit()
        except Exception as error:  # noqa: BLE001 - whatever happens here, the writer goes on and nobody waits for ever
            self._writer.undo()
            return error if isinstance(error, StorageFailed) else _failed("kept", error)
        if self._rewrites:
            await self._rewrite()
        if self._scrubbing.is_set():
            await self._scrub()
        return None

    async def _run(self, batch: Sequence[Waiting]) -> None:
        """One after the other; whatever else the event loop has to do gets its turn in between."""
        held_since = time.monotonic()
        for waiting in batch:
            await self._one(waiting)
            if time.monotonic() - held_since > HOLD_SECONDS:
                await asyncio.sleep(0)
                held_since = time.monotonic()

    async def _one(self, waiting: Waiting) -> None:
        """One turn in its savepoint. Raises StorageFailed when the whole group is gone with it (a full disk)."""
        tx = SqliteTransaction(self._writer, self.sealer, self._scrubbing)
        waiting.result = waiting.error = None
        self._writer.say("SAVEPOINT turn")
        try:
            waiting.result = await waiting.work(tx)
        except (Exception, asyncio.CancelledError) as error:
            if is_being_cancelled():
                raise
            waiting.error = error
        if tx.failure is not None:
            raise _TurnTookAll(str(tx.failure))
        if waiting.error is not None:
            self._writer.say("ROLLBACK TO turn")
        self._writer.say("RELEASE turn")

    async def _rewrite(self) -> None:
        """Whatever becomes of it, the turns that were kept were kept."""
        self._rewrites = False
        self._scrubbing.set()  # the log holds what was written of it
        try:
            await self._writer.rewrite()
        except Exception as error:  # noqa: BLE001 - no error of SQLite's may end the writer: even a MemoryError comes from it
            self._not_rewritten = _failed("rewritten", error)

    async def _scrub(self) -> None:
        """Empty the write-ahead log into the file, where erased pages are zeroed; when somebody reads, the next time."""
        if await self._writer.empty_log():
            self._scrubbing.clear()
        else:
            self._scrubbing.set()


async def _nothing(_tx: Transaction) -> None: ...


class _TurnTookAll(StorageFailed):
    """The storage failed inside one turn, and took down all that shared its commit."""


def _failed(done: str, error: Exception) -> StorageFailed:
    kind = StorageHeld if is_busy(error) else StorageFailed
    return kind(f"nothing could be {done}: {getattr(error, 'sqlite_errorname', type(error).__name__)}")
