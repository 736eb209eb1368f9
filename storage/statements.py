"""PostgreSQL's statements: named values become numbered ones, and errors are told apart from failures."""

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, ClassVar, Final

import asyncpg

from storage.database import Dialect, Row, StorageFailed, Transaction
from storage.sealing import Sealer

_NAMED: Final = re.compile(r"(?<![:\w]):([a-z_][a-z0-9_]*)")
# Another transaction was in the way: nothing was kept, and the same work may succeed now.
IN_THE_WAY: Final = (asyncpg.SerializationError, asyncpg.DeadlockDetectedError)
# The server, the network or the disk failed; every other error is a mistake in the statement or its values.
NOT_OURS: Final = (
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
# Of these, what passes when the server has started, or another one has been promoted.
AWAY: Final = (
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.TargetServerAttributeNotMatched,
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
        except IN_THE_WAY as error:
            self.failure = InTheWay(type(error).__name__)
        except NOT_OURS as error:
            self.failure = failed("kept", error)
        except asyncpg.PostgresError as error:
            # Whatever a handler does after swallowing it, the server refuses all that follows.
            self.failure = error
        raise self.failure from None


class InTheWay(StorageFailed):
    """Another transaction made this one impossible; nothing of it was kept."""


def failed(done: str, error: Exception) -> StorageFailed:
    return StorageFailed(f"nothing could be {done}: {type(error).__name__}")
