"""Backups of the embedded database: copied while it is written to, checked, and there under its name only when whole."""

import errno
import os
import re
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from storage.database import Dialect
from storage.erased import sync_folder
from storage.schema import scripts
from storage.sealing import KeyWrong, Sealer
from storage.times import kept

# When the copying began, in microseconds: what happened later is not in it.
BEGUN: Final = "backup-begun"
_SQLITE: Final = b"SQLite format 3\x00"
_DUMP: Final = b"PGDMP"
_PAGES: Final = 256
_REST_SECONDS: Final = 0.001  # after so many pages, so that the bot has the disk to itself most of the time
_WAIT_SECONDS: Final = 30.0
_LEFT: Final = re.compile(r"\.wijklijn-\d{8}T\d{6}Z\.(db|dump)\.\w+\.new(-wal|-shm|-journal)?")
_NO_LINKS: Final = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})
_SET: Final = (
    "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
)


class BackupWrong(Exception):
    """One line for the operator: what cannot be done, or what is wrong with a backup."""


@contextmanager
def taking_shape(target: Path) -> Iterator[Path]:
    """A new file that only its owner may read, which is the target at the end; it is gone when anything goes wrong.

    Raises BackupWrong, also when the target is there by then: nothing is ever overwritten.
    """
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".new", dir=target.parent)
        os.close(descriptor)
    except OSError as error:
        raise BackupWrong(f"{target.parent} cannot be written to ({error.strerror})") from None
    made = Path(name)
    try:
        yield made
        _sync(made)
        _become(made, target)
    except OSError as error:
        raise BackupWrong(f"{target} cannot be written ({error.strerror})") from None
    finally:
        for end in ("", "-wal", "-shm", "-journal"):
            Path(name + end).unlink(missing_ok=True)


def _sync(file: Path) -> None:
    with file.open("rb") as open_file:
        os.fsync(open_file.fileno())


def _become(made: Path, target: Path) -> None:
    """Give it its name, unless something else has it."""
    try:
        os.link(made, target)
    except FileExistsError:
        raise BackupWrong(f"{target} is there already, and is not overwritten") from None
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if target.exists():
            raise BackupWrong(f"{target} is there already, and is not overwritten") from None
        made.rename(target)
    sync_folder(target.parent)


def copy_sqlite(source: Path, copy: Path, begun: datetime, is_stopped: Callable[[], bool]) -> None:
    """Copy a database that others write to, as it was at one moment. Raises BackupWrong, also soon after it is stopped.

    An open read transaction keeps that moment: else each commit of the bot would begin the copy anew.
    """

    def rest(_status: int, _left: int, _of: int) -> None:
        if is_stopped():
            raise BackupWrong("the backup was stopped")
        time.sleep(_REST_SECONDS)

    with _told_of(copy), closing(_open(source, "rw")) as ours, closing(sqlite3.connect(copy)) as theirs:
        ours.execute("BEGIN")
        ours.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
        ours.backup(theirs, pages=_PAGES, progress=rest)
        # One file, complete in itself, that can be read where nothing can be written.
        theirs.execute("PRAGMA journal_mode = DELETE")
        theirs.execute(_SET, (BEGUN, str(kept(begun))))
        theirs.commit()


def clear_what_is_left(folder: Path, before: datetime) -> list[str]:
    """Remove what backups left there that were killed and last written before that time; the names of the files."""
    left = [file for file in folder.iterdir() if _LEFT.fullmatch(file.name)]
    old = [file for file in left if file.lstat().st_mtime < before.timestamp()]
    for file in old:
        file.unlink(missing_ok=True)
    return sorted(file.name for file in old)


def kind_of(source: Path) -> Dialect:
    """Which database a file is a backup of. Raises BackupWrong."""
    try:
        with source.open("rb") as file:
            begin = file.read(len(_SQLITE))
    except OSError as error:
        raise BackupWrong(f"{source} cannot be read ({error.strerror})") from None
    if begin == _SQLITE:
        return Dialect.SQLITE
    if begin.startswith(_DUMP):
        return Dialect.POSTGRESQL
    raise BackupWrong(f"{source} is no backup: neither an SQLite database nor what pg_dump -Fc makes")


def read_sqlite(copy: Path) -> Mapping[str, str]:
    """What a backup says of itself, once every page of it was looked at. Raises BackupWrong."""
    if copy.with_name(f"{copy.name}-wal").exists():
        raise BackupWrong(f"{copy} was copied while it was open, which is no backup: use `wijklijn backup`")
    with _told_of(copy), closing(_open(copy, "ro&immutable=1")) as opened:
        first = opened.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if first != "ok":
            raise BackupWrong(f"{copy} is damaged, so nothing of it was used")
        with suppress(sqlite3.OperationalError):
            return dict(opened.execute("SELECT key, value FROM meta").fetchall())
    raise BackupWrong(f"{copy} is no database of Wijklijn")


def check_meta(
    source: Path, meta: Mapping[str, str], sealer: Sealer, dialect: Dialect, bot: int | None
) -> None:
    """Raise BackupWrong unless this Wijklijn, with this key, can be the one that goes on from it."""
    if "key-check" not in meta or "schema" not in meta:
        raise BackupWrong(f"{source} is no database of Wijklijn")
    if meta["schema"] > scripts(dialect.value)[-1][0]:
        raise BackupWrong(
            f"{source} was made by a newer Wijklijn (schema {meta['schema']}): install that first"
        )
    try:
        sealer.unseal(bytes.fromhex(meta["key-check"]))
    except (KeyWrong, ValueError):
        raise BackupWrong(
            f"{source} was sealed with another key: give the key that it was made with"
        ) from None
    theirs = meta.get("bot-id")
    if bot is not None and theirs not in {None, str(bot)}:
        raise BackupWrong(f"{source} belongs to another bot, and its chats would be wrong for this one")


def _open(file: Path, mode: str) -> sqlite3.Connection:
    address = f"{file.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(address, uri=True, timeout=_WAIT_SECONDS, isolation_level=None)


@contextmanager
def _told_of(file: Path) -> Iterator[None]:
    """What SQLite complains of, in a line without its values."""
    try:
        yield
    except sqlite3.Error as error:
        why = getattr(error, "sqlite_errorname", type(error).__name__)
        raise BackupWrong(f"{file.name} could not be copied or read ({_WORDS.get(why, why)})") from None


_WORDS: Final = {
    "SQLITE_FULL": "the disk is full",
    "SQLITE_CORRUPT": "it is damaged",
    "SQLITE_NOTADB": "it is no database",
    "SQLITE_BUSY": "another process has locked it",
}
