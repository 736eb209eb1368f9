"""PostgreSQL: turns run one after another over all processes, and those of one process that wait share a commit.

`docs/decisions/0009-replicas.md` says why they are not serializable transactions side by side, with figures.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, ClassVar, Final, Self, TypeVar

import asyncpg

from storage.database import Database, Dialect, Row, StorageFailed, Transaction
from storage.sealing import Sealer
from storage.waiting import Waiting, is_being_cancelled

T = TypeVar("T")

# As many turns as may share one commit: all other replicas wait for them.
SHARE: Final = 16
READS: Final = 4
# For leases and chat rows, which must not wait behind the turns that they are about.
CLAIMS: Final = 2
COMMAND_SECONDS: Final = 30.0
CLOSE_SECONDS: Final = 3.0
HURRY_SECONDS: Final = 1.0
CONNECT_SECONDS: Final = 10.0
TRIES: Final = 5
# Whoever holds this lock is the only one whose turns run; it goes with the transaction, or with its connection.
_BEGIN: Final = "BEGIN; SELECT pg_advisory_xact_lock(7264); SAVEPOINT turn"
_NEXT: Final = "RELEASE SAVEPOINT turn; SAVEPOINT turn"
_UNDO: Final = "ROLLBACK TO SAVEPOINT turn"
_COMMIT: Final = "COMMIT"
_NAMED: Final = re.compile(r"(?<![:\w]):([a-z_][a-z0-9_]*)")
_SETTINGS: Final = {
    "application_name": "wijklijn",
    "timezone": "UTC",
    # A replica that is stopped in the middle of a turn must not hold its locks against the others for long.
    "idle_in_transaction_session_timeout": "5000",
    "lock_timeout": "10000",
    # Tables grow faster than what the server knows of them: none is ever read whole where there is an index.
    "enable_seqscan": "off",
}
# Another transaction was in the way: nothing was kept, and the same work may succeed now.
_IN_THE_WAY: Final = (asyncpg.SerializationError, asyncpg.DeadlockDetectedError)
# The server, the network or the disk failed; every other error is a mistake in the statement or its values.
_NOT_OURS: Final = (
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.PostgresIOError,
    asyncpg.InvalidTransactionStateError,
    asyncpg.ReadOnlySQLTransactionError,
    asyncpg.CannotConnectNowError,
    asyncpg.LockNotAvailableError,
    asyncpg.InvalidAuthorizationSpecificationError,
    asyncpg.InvalidCatalogNameError,
    asyncpg.InterfaceError,
    # Of several hosts none may be written to just now, for a standby is about to be promoted; and what the driver says
    # of a connection that broke in the middle of a statement.
    asyncpg.exceptions.InternalClientError,
    OSError,
    TimeoutError,
)


@lru_cache(maxsize=2_048)
def numbered(sql: str) -> tuple[str, tuple[str, ...]]:
    """The statement with `$1` for each `:name`, and the names in that order."""
    names = tuple(dict.fromkeys(_NAMED.findall(sql)))
    return _NAMED.sub(lambda found: f"${names.index(found[1]) + 1}", sql), names


@dataclass(slots=True)
class PostgresqlTransaction(Transaction):
    dialect: ClassVar[Dialect] = Dialect.POSTGRESQL

    connection: Any
    sealer: Sealer
    failure: Exception | None = field(default=None, init=False)

    def scrub(self) -> None:
        """As Transaction: the server's own files are its operator's to look after (see docs/operations.md)."""

    async def run(self, sql: str, **values: object) -> int:
        """As Transaction."""
        statement, names = numbered(sql)
        status = await self._ask(self.connection.execute, statement, [values[name] for name in names])
        if status.startswith("SELECT"):
            raise ValueError("the statement returns rows")
        count = status.rpartition(" ")[2]
        return int(count) if count.isdecimal() else 0

    async def all(self, sql: str, **values: object) -> Sequence[Row]:
        """As Transaction."""
        statement, names = numbered(sql)
        rows: Sequence[Row] = await self._ask(
            self.connection.fetch, statement, [values[name] for name in names]
        )
        return rows

    async def many(self, sql: str, rows: Sequence[dict[str, object]]) -> None:
        """As Transaction."""
        statement, names = numbered(sql)
        listed = [[row[name] for name in names] for row in rows]
        await self._ask(self.connection.executemany, statement, [listed])

    async def _ask(self, ask: Callable[..., Awaitable[Any]], statement: str, values: Sequence[object]) -> Any:
        if self.failure is not None:
            raise self.failure
        try:
            return await ask(statement, *values)
        except _IN_THE_WAY as error:
            self.failure = _InTheWay(type(error).__name__)
        except _NOT_OURS as error:
            self.failure = _failed("kept", error)
        except asyncpg.PostgresError as error:
            # Whatever a handler does after swallowing it, the server refuses all that follows.
            self.failure = error
        raise self.failure from None


class PostgresqlDatabase(Database):
    """One database of a server, by its address `postgresql://USER@HOST/NAME`; several hosts may be named."""

    shared: ClassVar[bool] = True

    def __init__(self, address: str, sealer: Sealer) -> None:
        self.address = address
        self.sealer = sealer
        self._pool: Any = None
        self._patience = CONNECT_SECONDS
        self._reading, self._claiming = asyncio.Semaphore(READS), asyncio.Semaphore(CLAIMS)
        self._queue: asyncio.Queue[Waiting | None] = asyncio.Queue()
        self._task: asyncio.Task[None] | None = None

    async def open(self) -> Self:
        """As Database."""
        try:
            self._pool = await asyncpg.create_pool(
                self.address,
                min_size=1,
                max_size=1 + READS + CLAIMS,
                timeout=CONNECT_SECONDS,
                command_timeout=COMMAND_SECONDS,
                server_settings=_SETTINGS,
                # After a change of primary only the new one may be written to.
                target_session_attrs="read-write",
            )
        except (*_NOT_OURS, asyncpg.PostgresError, ValueError) as error:
            raise StorageFailed(f"PostgreSQL cannot be opened: {type(error).__name__}") from None
        self._task = asyncio.create_task(self._write(), name="storage-writer")  # noqa: TID251 - ended in close()
        return self

    async def close(self) -> None:
        """As Database."""
        task, self._task = self._task, None
        if task is not None:
            self._queue.put_nowait(None)
            _, late = await asyncio.wait({task}, timeout=CLOSE_SECONDS)
            if late:
                task.cancel()
        pool, self._pool = self._pool, None
        if pool is None:
            return
        try:
            async with asyncio.timeout(CLOSE_SECONDS):
                await pool.close()
        except _NOT_OURS:
            pool.terminate()

    def hurry(self) -> None:
        """As Database: a server that does not answer is not waited for."""
        self._patience = HURRY_SECONDS

    async def turn(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """As Database."""
        if self._task is None or self._task.done():
            raise StorageFailed("the database is closed")
        waiting = Waiting(work)
        self._queue.put_nowait(waiting)
        result: T = await waiting.done
        return result

    async def read(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """As Database."""
        async with self._reading:
            return await self._once(work, isolation="repeatable_read", readonly=True)

    async def claim(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """As `turn`, ahead of all turns, for what is one statement and safe by the locks of the rows that it changes."""
        async with self._claiming:
            return await self._once(work, isolation="read_committed", readonly=False)

    async def _write(self) -> None:
        ending = False
        while not ending:
            batch = [await self._queue.get()]
            while len(batch) < SHARE and not self._queue.empty():
                batch.append(self._queue.get_nowait())
            ending = None in batch
            await self._share([waiting for waiting in batch if waiting and not waiting.done.cancelled()])

    async def _share(self, batch: Sequence[Waiting]) -> None:
        """One commit for all; nobody is told before it. Raises nothing: whoever waits is told."""
        if not batch:
            return
        failure: StorageFailed | None = None
        for _ in range(TRIES):
            failure = await self._keep(batch)
            if not isinstance(failure, _InTheWay):
                break
        for waiting in batch:
            waiting.settle(failure)

    async def _keep(self, batch: Sequence[Waiting]) -> StorageFailed | None:
        """Run them in one transaction; why nothing of it was kept, None when it was."""
        try:
            async with self._pool.acquire(timeout=self._patience) as connection:
                try:
                    await self._run(connection, batch)
                except BaseException:
                    with suppress(*_NOT_OURS, asyncpg.PostgresError):
                        await connection.execute("ROLLBACK")
                    raise
        except _IN_THE_WAY as error:
            return _InTheWay(type(error).__name__)
        except StorageFailed as failure:
            return failure
        except Exception as error:  # noqa: BLE001 - whatever happens here, the writer goes on and nobody waits for ever
            return _failed("kept", error)
        return None

    async def _run(self, connection: Any, batch: Sequence[Waiting]) -> None:
        """One after the other, each in a savepoint."""
        await connection.execute(_BEGIN)
        for number, waiting in enumerate(batch):
            if number:
                await connection.execute(_NEXT)
            tx = PostgresqlTransaction(connection, self.sealer)
            waiting.result = waiting.error = None
            try:
                waiting.result = await waiting.work(tx)
            except (Exception, asyncio.CancelledError) as error:
                if is_being_cancelled():
                    raise
                waiting.error = error
            waiting.error = tx.failure or waiting.error
            if waiting.error is not None:
                await connection.execute(_UNDO)
        if await connection.execute(_COMMIT) != _COMMIT:
            raise StorageFailed("nothing could be kept: it was undone by the server")

    async def _once(
        self, work: Callable[[Transaction], Awaitable[T]], *, isolation: str, readonly: bool
    ) -> T:
        if self._pool is None:
            raise StorageFailed("the database is closed")
        try:
            async with (
                self._pool.acquire(timeout=self._patience) as connection,
                connection.transaction(isolation=isolation, readonly=readonly),
            ):
                return await _worked(PostgresqlTransaction(connection, self.sealer), work)
        except _OfTheWork as raised:
            raise raised.error from None
        except _IN_THE_WAY as error:
            raise _InTheWay(type(error).__name__) from None
        except _NOT_OURS as error:
            raise _failed("kept", error) from None


async def _worked(tx: PostgresqlTransaction, work: Callable[[Transaction], Awaitable[T]]) -> T:
    """Run the work. What it raises is its own, also where it looks like the server's: a time-out of a turn."""
    try:
        result = await work(tx)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is carried on as it is
        raise _OfTheWork(tx.failure or error) from None
    if tx.failure is not None:
        raise _OfTheWork(tx.failure)
    return result


class _OfTheWork(Exception):
    """Carries what the work raised past the server's own errors."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


class _InTheWay(StorageFailed):
    """Another transaction made this one impossible; nothing of it was kept."""


def _failed(done: str, error: Exception) -> StorageFailed:
    return StorageFailed(f"nothing could be {done}: {type(error).__name__}")
