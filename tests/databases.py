"""Which database a test's bot gets: a file of its own, or with `--database postgresql` one of a real server's."""

import asyncio
import atexit
import os
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import count
from pathlib import Path
from typing import Final

from gates.postgres import MIGRATED, Postgres, programs
from storage.schema import upgrade
from storage.sealing import Sealer, key_of, new_key
from storage.sqlite import SqliteDatabase

# Set by tests/conftest.py from the command line; an environment variable, so that child processes are told too.
CHOICE: Final = "WIJKLIJN_TEST_DATABASE"
_NUMBERS: Final = count(1)
_servers: list[Postgres] = []
_given: dict[Path, str] = {}


def on_postgresql() -> bool:
    return os.environ.get(CHOICE) == "postgresql"


def address_in(folder: Path, name: str = "wijklijn.db", *, migrated: bool = False) -> str:
    """The address of the database that belongs to this folder, made when it is first asked for.

    `migrated`: it comes so; else it is empty.
    """
    if not on_postgresql():
        file = folder / name
        if migrated and not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(_migrated_file())
        return f"sqlite:///{file}"
    if folder / name not in _given:
        database = f"t{next(_NUMBERS)}"
        server = _server()
        _say(
            f"CREATE DATABASE {database} TEMPLATE {MIGRATED if migrated else 'template1'} STRATEGY file_copy"
        )
        _given[folder / name] = server.address(database)
    return _given[folder / name]


async def files_of(address: str) -> list[Path]:
    """The files in which that database rests, with all it holds brought to them."""
    if address.startswith("sqlite:///"):
        file = Path(address.removeprefix("sqlite:///"))
        return sorted(file.parent.glob(f"{file.name}*"))
    server = _server()
    await server.say("CHECKPOINT")
    name = address.rpartition("/")[2]
    ((number,),) = await server.say(f"SELECT oid FROM pg_database WHERE datname = '{name}'")  # noqa: S608 - our own name
    return sorted((server.data / "base" / str(number)).iterdir())


def drop_all() -> None:
    """Drop what tests were given: hundreds of them would fill the disk."""
    while _given:
        _, address = _given.popitem()
        _say(f"DROP DATABASE {address.rpartition('/')[2]} WITH (FORCE)")


def _server() -> Postgres:
    """One for this process, started when it is first needed."""
    if not _servers:
        server = Postgres.made()
        atexit.register(server.remove)
        server.start()
        server.wait()
        _servers.append(server)
    return _servers[0]


@cache
def _migrated_file() -> bytes:
    """All migrations have run on it: to run them takes longer than many tests."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "wijklijn.db"
        with ThreadPoolExecutor(1) as beside:  # who asks may have an event loop of its own
            beside.submit(asyncio.run, _migrate(file)).result()
        return file.read_bytes()


async def _migrate(file: Path) -> None:
    database = await SqliteDatabase(file, Sealer(key_of(new_key()))).open()
    await database.turn(upgrade)
    await database.close()


def _say(sql: str) -> None:
    subprocess.run(
        [programs() / "psql", "-q", "-X", "-v", "ON_ERROR_STOP=1", "-c", sql, _server().address()], check=True
    )
