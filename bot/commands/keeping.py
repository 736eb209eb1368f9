"""`wijklijn backup`: a copy of everything while the bot runs; and what the way back shares with it."""

import asyncio
import os
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from bot.files import KEY_FILE, begin_noting, kept_key
from bot.opening import now
from bot.settings import Settings
from storage.alarms import set_backup_made
from storage.backup import (
    BEGUN,
    BackupWrong,
    check_meta,
    clear_what_is_left,
    copy_sqlite,
    read_sqlite,
    taking_shape,
)
from storage.database import Database, Dialect, StorageFailed
from storage.dumping import dump, read_dump
from storage.erased import JournalWrong, count_missing, read_journals
from storage.opening import database_of
from storage.schema import set_meta
from storage.sealing import Sealer, key_of
from storage.times import kept

# How a line begins that somebody must act on, though the backup is made.
WARNING: Final = "WARNING"
# A backup that still runs has written to its file since.
LEFT_AFTER: Final = timedelta(days=1)
_SUFFIX: Final = {Dialect.SQLITE: "db", Dialect.POSTGRESQL: "dump"}


class KeepingRefused(Exception):
    """One line for the operator: what is in the way of a backup, a restore or a move."""


async def back_up(settings: Settings, target: Path) -> list[str]:
    """Copy the database while the bot runs; lines to print. Raises KeepingRefused, KeyWrong."""
    began, begun = time.monotonic(), now()
    dialect = Dialect.POSTGRESQL if settings.uses_postgresql else Dialect.SQLITE
    with refusing():
        sealer = sealer_of(settings)
        target = _named(target, dialect, begun)
        if target.exists():
            raise KeepingRefused(f"{target} is there already, and is not overwritten")
        file = settings.database_file
        if file is not None and not file.exists():
            raise KeepingRefused(f"{file} is missing, so there is nothing to copy")
        begin_noting(settings)
        cleared = clear_what_is_left(target.parent, begun - LEFT_AFTER) if target.parent.is_dir() else []
        with taking_shape(target) as copy:
            await _copy(settings, copy, begun)
            meta = await meta_of(copy, dialect)
            check_meta(copy, meta, sealer, dialect, None)
        size = target.stat().st_size
    line = f"{target}: {dialect}, {size / 1e6:.1f} MB, {time.monotonic() - began:.1f} s"
    left = [f"{target.parent}/{name}, left by a backup that was killed, is removed." for name in cleared]
    return [line, *left, *await _noted(settings, sealer, begun)]


def _named(target: Path, dialect: Dialect, begun: datetime) -> Path:
    """In a folder it is named for its time."""
    return target / f"wijklijn-{begun:%Y%m%dT%H%M%SZ}.{_SUFFIX[dialect]}" if target.is_dir() else target


async def _copy(settings: Settings, copy: Path, begun: datetime) -> None:
    file = settings.database_file
    if file is not None:
        stopped = threading.Event()
        try:
            await asyncio.to_thread(copy_sqlite, file, copy, begun, stopped.is_set)
        finally:
            stopped.set()
        return
    async with opened(database_of(settings.database_url.reveal(), sealer_of(settings))) as database:
        await database.turn(lambda tx: set_meta(tx, BEGUN, str(kept(begun))))
    await dump(settings.database_url.reveal(), copy)


async def _noted(settings: Settings, sealer: Sealer, begun: datetime) -> list[str]:
    """Remember in the live database that there is a backup; what there is to say about the journal."""
    database = database_of(settings.database_url.reveal(), sealer)
    try:
        async with opened(database):
            await database.turn(lambda tx: set_backup_made(tx, begun))
            journal = read_journals([settings.journal])
            missing = await database.read(lambda tx: count_missing(tx, journal))
    except StorageFailed as failure:
        return [f"It is whole, but the live database could not note it: {failure}"]
    except JournalWrong as wrong:
        return [f"{WARNING} {wrong}"]
    if missing and not database.shared:
        return [f"{WARNING} {settings.journal} lacks {missing} erasures: older backups would bring them back"]
    return []


async def meta_of(copy: Path, dialect: Dialect) -> dict[str, str]:
    if dialect is Dialect.POSTGRESQL:
        return dict(await read_dump(copy))
    return dict(await asyncio.to_thread(read_sqlite, copy))


def sealer_of(settings: Settings) -> Sealer:
    """The city's key, which is never made anew here. Raises KeepingRefused, CannotStart, KeyWrong."""
    if settings.key is not None:
        return Sealer(key_of(settings.key.reveal()))
    if not KEY_FILE.exists():
        raise KeepingRefused(f"{KEY_FILE} is missing, and nothing can be read without it: put the key back")
    return Sealer(kept_key())


def refuse_what_is_there(file: Path) -> None:
    """Never overwrite, and never let what is left of another database become part of this one. Raises KeepingRefused."""
    for end in ("", "-wal", "-journal"):
        left = file.with_name(file.name + end)
        if left.exists() and left.stat().st_size:
            raise KeepingRefused(f"{left} is there, and is not overwritten: move it away first")
        left.unlink(missing_ok=True)


@asynccontextmanager
async def opened(database: Database) -> AsyncIterator[Database]:
    """Open it as it is, and close it. Raises StorageFailed."""
    await database.open()
    try:
        yield database
    finally:
        await database.close()


@contextmanager
def refusing() -> Iterator[None]:
    """Whatever is in the way, in one line."""
    try:
        yield
    except (BackupWrong, JournalWrong, StorageFailed) as wrong:
        raise KeepingRefused(str(wrong)) from None
    except OSError as error:
        raise KeepingRefused(f"{error.filename or 'the disk'}: {os.strerror(error.errno or 0)}") from None
