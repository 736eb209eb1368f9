"""One connection to the SQLite file: opened with our settings, undone after an error, opened anew when it is beyond that."""

import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Final

import aiosqlite

BUSY_MS: Final = 5_000
EMPTYING_MS: Final = 50  # every turn waits for it, and it can be done after the next one just as well
_PRAGMAS: Final = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    f"PRAGMA busy_timeout = {BUSY_MS}",
)
# What the disk or another process does to us; every other error is a mistake in the statement or its values.
_NOT_OURS: Final = frozenset(
    {
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_INTERRUPT,
    }
)


class StorageFailed(Exception):
    """The database could not keep what it was given (locked, full, broken); nothing of it was kept."""


def is_of_storage(error: BaseException) -> bool:
    """Whether the storage failed, and not the statement."""
    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(error, sqlite3.Error) and code is not None and code & 0xFF in _NOT_OURS


class Link:
    """A connection in autocommit; BEGIN and COMMIT are said by who uses it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lost = False
        self._connection: aiosqlite.Connection | None = None

    @property
    def connection(self) -> aiosqlite.Connection:
        """Raises StorageFailed while there is none."""
        if self._connection is None:
            raise StorageFailed("the database is closed")
        return self._connection

    async def open(self) -> None:
        """Open the file, made when it is not there. Raises StorageFailed with a line for the operator."""
        await self._open(self._path, uri=False)

    async def ready(self) -> None:
        """Open it again after `undo` failed; the file must still be there. Raises StorageFailed."""
        if self._lost:
            await self.close()
            await self._open(self._path.absolute().as_uri() + "?mode=rw", uri=True)
            self._lost = False

    async def say(self, sql: str) -> None:
        await self.connection.execute(sql)

    async def empty_log(self) -> bool:
        """Bring all of the write-ahead log into the file and cut it to nothing; False while somebody reads from it."""
        try:
            await self.say(f"PRAGMA busy_timeout = {EMPTYING_MS}")
            rows = list(await self.connection.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)"))
        except sqlite3.Error:
            return False
        finally:
            with suppress(sqlite3.Error):
                await self.say(f"PRAGMA busy_timeout = {BUSY_MS}")
        return bool(rows) and not rows[0][0]

    async def undo(self) -> None:
        """End whatever transaction is open. Never raises: what cannot be undone is closed, which undoes it."""
        with suppress(sqlite3.Error, StorageFailed, ValueError):
            await self.say("ROLLBACK")
        self._lost = True
        with suppress(StorageFailed, ValueError):  # aiosqlite's word for a connection that is closed
            self._lost = self.connection.in_transaction

    async def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(sqlite3.Error, ValueError):
                await connection.close()

    async def _open(self, where: Path | str, *, uri: bool) -> None:
        try:
            self._connection = await aiosqlite.connect(where, isolation_level=None, uri=uri)
            self._connection.row_factory = sqlite3.Row
            for pragma in _PRAGMAS:
                await self.say(pragma)
        except sqlite3.Error as error:
            # An open connection has a thread of its own, which would outlive us.
            await self.close()
            raise StorageFailed(f"{self._path}: {error}") from None
