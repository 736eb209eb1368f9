"""Which database an address names."""

from pathlib import Path

from storage.database import Database
from storage.postgresql import PostgresqlDatabase
from storage.sealing import Sealer
from storage.sqlite import SqliteDatabase


def database_of(address: str, sealer: Sealer) -> Database:
    """The database at `sqlite:///PATH` or `postgresql://USER@HOST/NAME`, not yet opened."""
    if address.startswith("sqlite:///"):
        return SqliteDatabase(Path(address.removeprefix("sqlite:///")), sealer)
    return PostgresqlDatabase(address, sealer)
