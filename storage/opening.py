"""Which database an address names."""

from pathlib import Path

from storage.database import Database
from storage.link import BUSY_MS
from storage.postgresql import PostgresqlDatabase
from storage.sealing import Sealer
from storage.sqlite import SqliteDatabase


def database_of(address: str, sealer: Sealer, *, waits_ms: int = BUSY_MS) -> Database:
    """The database at `sqlite:///PATH` or `postgresql://USER@HOST/NAME`, not yet opened.

    `waits_ms`: how long SQLite waits for other processes; a server has its own setting.
    """
    if address.startswith("sqlite:///"):
        return SqliteDatabase(Path(address.removeprefix("sqlite:///")), sealer, waits_ms=waits_ms)
    return PostgresqlDatabase(address, sealer)
