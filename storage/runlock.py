"""One process at a time runs a bot on a SQLite file: a lock of the operating system, gone with its process."""

import fcntl
from pathlib import Path
from typing import BinaryIO

from storage.database import StorageFailed


def run_alone(database: Path) -> BinaryIO:
    """Take the lock beside the database; closing what is returned gives it back. Raises StorageFailed when a bot runs."""
    lock = lock_of(database).open("ab")
    if not _locked(lock.fileno()):
        lock.close()
        raise StorageFailed("a bot runs on it already: stop that one first")
    return lock


def lock_of(database: Path) -> Path:
    """The file beside a database, by whatever name it is called, that is locked while a bot runs; it stays."""
    file = database.resolve()
    return file.with_name(f".{file.name}.run")


def _locked(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
