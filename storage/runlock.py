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


def is_running(database: Path) -> bool:
    """Whether a bot runs on this database."""
    try:
        with lock_of(database).open("rb") as lock:
            return not _locked(lock.fileno())
    except FileNotFoundError:
        return False


def lock_of(database: Path) -> Path:
    """The file beside a database that is locked while a bot runs; it stays when none does."""
    return database.with_name(f".{database.name}.run")


def _locked(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
