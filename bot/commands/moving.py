"""`wijklijn db copy FROM TO`: a city moves to another database, whichever kinds they are."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager

from bot.commands.keeping import KeepingRefused, opened, refuse_what_is_there, refusing, sealer_of
from bot.files import leave_mark, room_for
from bot.settings import Settings
from storage.backup import taking_shape
from storage.copying import CopyWrong, Counted, copy_all
from storage.database import Database, Transaction
from storage.leases import is_any_held
from storage.opening import database_of
from storage.runlock import run_alone
from storage.schema import check_key
from storage.sealing import Sealer
from storage.sqlite import SqliteDatabase
from storage.tables import list_tables

_ADDRESS = "WIJKLIJN_DATABASE_URL"


async def move(environ: Mapping[str, str], source: str, target: str) -> list[str]:
    """Copy everything from one address to another, which must be empty; a line for each table.

    Raises KeepingRefused, SettingWrong, KeyWrong.
    """
    there, here = (_settings(environ, address) for address in (source, target))
    sealer = sealer_of(there)
    with refusing(), _refusing_copies(), ExitStack() as stack:
        if there.database_file is not None:
            if not there.database_file.exists():
                raise KeepingRefused(f"{there.database_file} is missing, so there is nothing to copy")
            stack.enter_context(run_alone(there.database_file))
        async with opened(database_of(source, sealer)) as database:
            await database.read(_check_source)
            counted = await _copied(database, here, sealer)
    return [
        *(f"{one.table:<24} {one.rows:>9} rows  {one.digest[:16]}" for one in counted),
        f"{sum(one.rows for one in counted)} rows in {len(counted)} tables, read back and the same in both.",
        f"Now set {_ADDRESS}, and keep the same key.{_journal_moves(there, here)} Then start.",
    ]


def _journal_moves(there: Settings, here: Settings) -> str:
    """Its place goes with the database, unless WIJKLIJN_ERASED names one."""
    if there.journal == here.journal:
        return ""
    return f" The journal of erasures is {there.journal}: move it to {here.journal}, or name it in WIJKLIJN_ERASED."


def _settings(environ: Mapping[str, str], address: str) -> Settings:
    rest = {name: value for name, value in environ.items() if name != f"{_ADDRESS}_FILE"}
    return Settings.read({**rest, _ADDRESS: address})


async def _check_source(tx: Transaction) -> None:
    tables = await list_tables(tx)
    if "meta" in tables:
        await check_key(tx)
    if "leases" in tables and await is_any_held(tx):
        raise KeepingRefused("a bot runs on the database to copy: stop it first")


async def _copied(source: Database, here: Settings, sealer: Sealer) -> list[Counted]:
    """Into a file that has its name only at the end, or in one transaction."""
    file = here.database_file
    if file is None:
        async with opened(database_of(here.database_url.reveal(), sealer)) as database:
            return await copy_all(source, database)
    room_for(file)
    refuse_what_is_there(file)
    with taking_shape(file) as made:
        async with opened(SqliteDatabase(made, sealer)) as database:
            counted = await copy_all(source, database)
    leave_mark(file)
    return counted


@contextmanager
def _refusing_copies() -> Iterator[None]:
    try:
        yield
    except CopyWrong as wrong:
        raise KeepingRefused(str(wrong)) from None
