"""One connection to the SQLite file: opened with our settings, undone after an error, opened anew when it is beyond that.

Statements run in the event loop's own thread: one takes ten to thirty microseconds, a hop to a thread and back several
times that. What waits for the disk or for another process goes to aiosqlite's thread: opening, a commit, a lock that is
not free, emptying the log. `docs/decisions/0007-statements-in-the-loops-thread.md` has the figures.
"""

import os
import sqlite3
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import aiosqlite

from storage.database import StorageFailed

BUSY_MS: Final = 5_000
SLICE_MS: Final = 100
STATEMENTS: Final = 512  # kept compiled; there are some hundreds of them
STEPS: Final = 10_000  # of SQLite's machine, some milliseconds: so soon a long statement is given up
EMPTYING_MS: Final = 50  # every turn waits for it, and it can be done after the next one just as well
_PRAGMAS: Final = (
    f"PRAGMA busy_timeout = {BUSY_MS}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    # From here on nothing in the loop's thread waits for another process.
    "PRAGMA busy_timeout = 0",
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


def is_of_storage(error: BaseException) -> bool:
    """Whether the storage failed, and not the statement."""
    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(error, sqlite3.Error) and code is not None and code & 0xFF in _NOT_OURS


def is_busy(error: BaseException) -> bool:
    """Whether another process is in the way, who will be done in a moment."""
    code = getattr(error, "sqlite_errorcode", 0)
    return isinstance(error, sqlite3.Error) and code & 0xFF == sqlite3.SQLITE_BUSY


@dataclass(slots=True)
class Patience:
    """How long to wait for other processes: so many seconds each time, and past `until` no more (monotonic)."""

    seconds: float
    until: float = float("inf")

    def is_over(self, since: float) -> bool:
        now = time.monotonic()
        return now - since >= self.seconds or now >= self.until


def _make_private(path: Path) -> None:
    """SQLite would make it for whom the umask allows; its log and index get the rights that the file has."""
    with suppress(OSError):  # what is there stays as it is, and what cannot be made SQLite says
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


class Link:
    """A connection in autocommit; BEGIN and COMMIT are said by who uses it."""

    def __init__(self, path: Path, patience: Patience) -> None:
        self._path = path
        self._patience = patience
        self._lost = False
        self._gives_up = False
        self._thread: aiosqlite.Connection | None = None
        self._connection: sqlite3.Connection | None = None

    @property
    def connection(self) -> sqlite3.Connection:
        """Raises StorageFailed while there is none."""
        if self._connection is None:
            raise StorageFailed("the database is closed")
        return self._connection

    async def open(self) -> None:
        """Open the file, made for its owner alone when it is not there. Raises StorageFailed with a line for the operator."""
        _make_private(self._path)
        await self._open(self._path, uri=False)

    async def ready(self) -> None:
        """Open it again after `undo` failed; the file must still be there. Raises StorageFailed."""
        if self._lost:
            await self.close()
            await self._open(self._path.absolute().as_uri() + "?mode=rw", uri=True)
            self._lost = False

    def say(self, sql: str) -> None:
        self.connection.execute(sql)

    def fetch(self, sql: str, values: Any) -> list[sqlite3.Row]:
        return self.connection.execute(sql, values).fetchall()

    async def begin(self) -> None:
        """Begin to write; only while another process writes is a thread needed, to wait for it."""
        try:
            self.say("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if not is_busy(error):
                raise
            await self._when_free("BEGIN IMMEDIATE")

    async def _when_free(self, sql: str) -> None:
        """When no other process writes; in short waits, so that an end of the patience is soon seen."""
        began = time.monotonic()
        while True:
            try:
                await self._patiently(sql, SLICE_MS)
            except sqlite3.OperationalError as error:
                if not is_busy(error) or self._patience.is_over(began):
                    raise
            else:
                return

    async def commit(self) -> None:
        """Put it on disk while others go on."""
        await self._in_thread("COMMIT")

    async def empty_log(self) -> bool:
        """Bring all of the write-ahead log into the file and cut it to nothing; False while somebody reads from it."""
        try:
            rows = await self._patiently("PRAGMA wal_checkpoint(TRUNCATE)", EMPTYING_MS)
        except (sqlite3.Error, StorageFailed, MemoryError):
            return False
        return bool(rows) and not rows[0][0]

    async def rewrite(self) -> None:
        """Write the file anew, without what erased rows left in the unused space of its pages. Raises sqlite3.Error.

        The temporary copy stands beside the file, not on some other disk.
        """
        os.environ.setdefault("SQLITE_TMPDIR", str(self._path.resolve().parent))
        self.connection.set_progress_handler(lambda: self._gives_up, STEPS)
        try:
            await self._when_free("VACUUM")
        finally:
            self.connection.set_progress_handler(None, 0)

    def give_up_rewriting(self) -> None:
        """End a `rewrite` while it still reads, and any later one; the file stays as it was."""
        self._gives_up = True

    async def _patiently(self, sql: str, milliseconds: int) -> Sequence[sqlite3.Row]:
        """Run it in the thread, waiting so long for other processes."""
        self.say(f"PRAGMA busy_timeout = {milliseconds}")
        try:
            return await self._in_thread(sql)
        finally:
            with suppress(sqlite3.Error, StorageFailed):
                self.say("PRAGMA busy_timeout = 0")

    async def _in_thread(self, sql: str) -> Sequence[sqlite3.Row]:
        if self._thread is None:
            raise StorageFailed("the database is closed")
        return list(await self._thread.execute_fetchall(sql))

    def undo(self) -> None:
        """End whatever transaction is open. Never raises: what cannot be undone is closed, which undoes it."""
        with suppress(sqlite3.Error, StorageFailed, ValueError):
            self.say("ROLLBACK")
        self._lost = True
        with suppress(StorageFailed, sqlite3.Error):  # of a connection that is closed
            self._lost = self.connection.in_transaction

    async def close(self) -> None:
        thread, self._thread, self._connection = self._thread, None, None
        if thread is not None:
            with suppress(sqlite3.Error, ValueError):
                await thread.close()

    async def _open(self, where: Path | str, *, uri: bool) -> None:
        failed: list[sqlite3.Error] = []

        def connect() -> sqlite3.Connection:
            # Used by one thread at a time: the loop's, or aiosqlite's while the loop waits for it.
            try:
                self._connection = sqlite3.connect(
                    where,
                    isolation_level=None,
                    check_same_thread=False,
                    cached_statements=STATEMENTS,
                    uri=uri,
                )
            except sqlite3.Error as error:
                # Raised here, it would leave aiosqlite's thread to end by itself, perhaps later than the event loop.
                failed.append(error)
                return sqlite3.connect(":memory:")
            return self._connection

        self._thread = aiosqlite.Connection(connect, iter_chunk_size=64)
        try:
            await self._thread
            for error in failed:
                raise error
            self._thread.row_factory = sqlite3.Row
            for pragma in _PRAGMAS:
                await self._in_thread(pragma)
        except sqlite3.Error as error:
            # An open connection has a thread of its own, which would outlive us.
            await self.close()
            raise StorageFailed(f"{self._path}: {error}") from None
