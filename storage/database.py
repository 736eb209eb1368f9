"""What a database offers, whichever it is: turns that are kept whole or not at all, and reads that wait for nobody."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager
from enum import StrEnum
from typing import Any, ClassVar, Protocol, Self, TypeVar

from storage.sealing import Sealer

T = TypeVar("T")
Work = Callable[["Transaction"], Awaitable[T]]


class StorageFailed(Exception):
    """The database could not keep what it was given (locked, full, broken, gone); nothing of it was kept."""


class StorageHeld(StorageFailed):
    """Another process holds the database; it may be free in a moment."""


class StorageAway(StorageFailed):
    """The database's server does not answer, or takes nobody in yet; it may in a moment."""


class Dialect(StrEnum):
    """Which scripts make the schema."""

    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"


class Row(Protocol):
    """One row: values by the column's name, or by its place."""

    def __getitem__(self, column: Any, /) -> Any: ...

    def __iter__(self) -> Iterator[Any]: ...

    def keys(self) -> Iterable[str]: ...


class Transaction(ABC):
    """One open transaction. Values are named (`:number`) and given as keywords.

    When the storage itself fails, everything asked after that fails too: the transaction may be gone already, and
    what a handler does after swallowing the error would be kept on its own.
    """

    dialect: ClassVar[Dialect]
    sealer: Sealer
    # Why nothing more can be asked of it.
    failure: Exception | None

    @abstractmethod
    def scrub(self) -> None:
        """Once this is kept, leave nothing of what it erased in the database's own files either."""

    @abstractmethod
    async def run(self, sql: str, **values: object) -> int:
        """How many rows the statement changed. Raises ValueError for one that returns rows: `one` and `all` read them."""

    async def insert(self, sql: str, **values: object) -> int:
        """The id of the new row; the statement ends in RETURNING id. Raises LookupError when there is none."""
        row = await self.one(sql, **values)
        if row is None:
            raise LookupError("the statement inserted nothing")
        return int(row[0])

    async def one(self, sql: str, **values: object) -> Row | None:
        rows = await self.all(sql, **values)
        return rows[0] if rows else None

    @abstractmethod
    async def all(self, sql: str, **values: object) -> Sequence[Row]: ...

    @abstractmethod
    async def many(self, sql: str, rows: Sequence[dict[str, object]]) -> None:
        """Run the statement once with each row's values."""

    @asynccontextmanager
    async def apart(self) -> AsyncIterator[None]:
        """What is raised in here undoes what was done in here, and no more; the transaction goes on.

        After a failure of the storage itself it does not: that is the whole transaction's.
        """
        await self.run("SAVEPOINT apart")
        try:
            yield
            self._check()
        except BaseException:
            await self._undo_apart()
            raise
        await self.run("RELEASE SAVEPOINT apart")

    def _check(self) -> None:
        """Raise what made a statement fail, though somebody swallowed it."""
        if self.failure is not None:
            raise self.failure

    async def _undo_apart(self) -> None:
        if isinstance(self.failure, StorageFailed):
            return
        self.failure = None
        await self.run("ROLLBACK TO SAVEPOINT apart")
        await self.run("RELEASE SAVEPOINT apart")


class Database(ABC):
    """Where everything is kept. `shared`: other processes may work on it at the same time."""

    shared: ClassVar[bool]
    sealer: Sealer

    @abstractmethod
    async def open(self) -> Self:
        """Connect. Raises StorageFailed with a line for the operator."""

    @abstractmethod
    async def close(self) -> None:
        """Finish the turns that wait, then close; a turn asked for later fails."""

    @abstractmethod
    def hurry(self) -> None:
        """From now on wait less for other processes: the end is near, and has its seconds."""

    @abstractmethod
    async def turn(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run the work in a transaction of its own and return what it returns, once that is on disk.

        Whatever the work raises undoes it and is raised here. Raises StorageFailed when nothing could be kept.
        The work may be run more than once, when something else took its transaction down.
        """

    @abstractmethod
    async def read(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run work that only reads, on what was last committed, without waiting for turns. Raises StorageFailed.

        The work may be run more than once.
        """
