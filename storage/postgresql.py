"""PostgreSQL: turns run one after another over all processes, and those of one process that wait share a commit.

`docs/decisions/0009-replicas.md` says why they are not serializable transactions side by side, with figures.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any, ClassVar, Final, Self, TypeVar

import asyncpg

from storage.database import Database, StorageAway, StorageFailed, Transaction
from storage.sealing import Sealer
from storage.statements import AWAY, IN_THE_WAY, NOT_OURS, InTheWay, PostgresqlTransaction, failed
from storage.waiting import Queue, Waiting, is_being_cancelled

T = TypeVar("T")

# As many turns as may share one commit: all other replicas wait for them.
SHARE: Final = 16
READS: Final = 4
# For leases and chat rows, which must not wait behind the turns that they are about.
CLAIMS: Final = 2
COMMAND_SECONDS: Final = 30.0
CLOSE_SECONDS: Final = 3.0
# Told to stop: so long for a connection, and so long for all that is done with it.
HURRIED_CONNECT_SECONDS: Final = 1.0
HURRIED_SECONDS: Final = 3.0
# What does not end with its connection ends so much later.
_GRACE_SECONDS: Final = 0.2
CONNECT_SECONDS: Final = 10.0
TRIES: Final = 5
# Whoever holds this lock is the only one whose turns run; it goes with the transaction, or with its connection.
_BEGIN: Final = "BEGIN; SELECT pg_advisory_xact_lock(7264); SAVEPOINT turn"
_NEXT: Final = "RELEASE SAVEPOINT turn; SAVEPOINT turn"
_UNDO: Final = "ROLLBACK TO SAVEPOINT turn"
_COMMIT: Final = "COMMIT"
_SETTINGS: Final = {
    "application_name": "wijklijn",
    "timezone": "UTC",
    # A replica that is stopped in the middle of a turn must not hold its locks against the others for long.
    "idle_in_transaction_session_timeout": "5000",
    "lock_timeout": "10000",
    # Tables grow faster than what the server knows of them: none is ever read whole where there is an index.
    "enable_seqscan": "off",
}


class PostgresqlDatabase(Database):
    """One database of a server, by its address `postgresql://USER@HOST/NAME`; several hosts may be named."""

    shared: ClassVar[bool] = True

    def __init__(self, address: str, sealer: Sealer) -> None:
        self.address = address
        self.sealer = sealer
        self._pool: Any = None
        self._patience = CONNECT_SECONDS
        self._reading, self._claiming = asyncio.Semaphore(READS), asyncio.Semaphore(CLAIMS)
        self._queue = Queue(SHARE, self._share)
        self._hurried = False
        self._running: set[asyncio.Timeout] = set()

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
        except (*NOT_OURS, asyncpg.PostgresError, ValueError) as error:
            kind = StorageAway if isinstance(error, AWAY) else StorageFailed
            raise kind(f"PostgreSQL cannot be opened: {type(error).__name__}") from None
        self._queue.open()
        return self

    async def close(self) -> None:
        """As Database."""
        pool = self._pool
        if pool is None:
            return
        if not await self._queue.close(within=CLOSE_SECONDS):
            pool.terminate()
        self._pool = None
        try:
            async with asyncio.timeout(min(CLOSE_SECONDS, self._patience)):
                await pool.close()
        except NOT_OURS:
            pool.terminate()

    def hurry(self) -> None:
        """As Database: a server that does not answer is not waited for."""
        if self._hurried:
            return
        self._hurried, self._patience = True, HURRIED_CONNECT_SECONDS
        for limit in self._running:
            self._bound(limit)

    def _bound(self, limit: asyncio.Timeout) -> None:
        loop = asyncio.get_running_loop()
        limit.reschedule(loop.time() + HURRIED_SECONDS + _GRACE_SECONDS)
        loop.call_later(HURRIED_SECONDS, self._give_up, limit)

    def _give_up(self, limit: asyncio.Timeout) -> None:
        """Cut all connections: to cancel a statement politely asks the silent server. What comes later fails at once."""
        if limit in self._running and self._pool is not None:
            self._pool.terminate()

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[Any]:
        """A connection, lent; once told to hurry, not for long."""
        async with asyncio.timeout(None) as limit:
            self._running.add(limit)
            try:
                if self._hurried:
                    self._bound(limit)
                async with self._pool.acquire(timeout=self._patience) as connection:
                    yield connection
            finally:
                self._running.discard(limit)

    async def turn(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """As Database."""
        return await self._queue.turn(work)

    async def read(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """As Database."""
        async with self._reading:
            return await self._once(work, isolation="repeatable_read", readonly=True)

    async def claim(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """As `turn`, ahead of all turns, for what is one statement and safe by the locks of the rows that it changes."""
        async with self._claiming:
            return await self._once(work, isolation="read_committed", readonly=False)

    async def _share(self, batch: Sequence[Waiting]) -> None:
        """One commit for all; nobody is told before it. Raises nothing: whoever waits is told."""
        failure: StorageFailed | None = None
        for _ in range(TRIES):
            failure = await self._keep(batch)
            if not isinstance(failure, InTheWay):
                break
        for waiting in batch:
            waiting.settle(failure)

    async def _keep(self, batch: Sequence[Waiting]) -> StorageFailed | None:
        """Run them in one transaction; why nothing of it was kept, None when it was."""
        try:
            async with self._connected() as connection:
                try:
                    await self._run(connection, batch)
                except BaseException:
                    with suppress(*NOT_OURS, asyncpg.PostgresError):
                        await connection.execute("ROLLBACK")
                    raise
        except IN_THE_WAY as error:
            return InTheWay(type(error).__name__)
        except StorageFailed as failure:
            return failure
        except Exception as error:  # noqa: BLE001 - whatever happens here, the writer goes on and nobody waits for ever
            return failed("kept", error)
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
                self._connected() as connection,
                connection.transaction(isolation=isolation, readonly=readonly),
            ):
                return await _worked(PostgresqlTransaction(connection, self.sealer), work)
        except _OfTheWork as raised:
            raise raised.error from None
        except IN_THE_WAY as error:
            raise InTheWay(type(error).__name__) from None
        except NOT_OURS as error:
            raise failed("kept", error) from None


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
