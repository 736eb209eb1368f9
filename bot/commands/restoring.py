"""`wijklijn restore`: the way back from a backup, which repeats nothing and brings nobody back."""

import asyncio
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from bot.commands.keeping import KeepingRefused, meta_of, opened, refuse_what_is_there, refusing, sealer_of
from bot.domain.city_file import read_city
from bot.files import leave_mark, room_for
from bot.opening import now, rules_of
from bot.services.erasure import CASE_LANDED, LANDED
from bot.services.looks import HIDE
from bot.services.restoring import erase_again
from bot.services.turn import Turn
from bot.settings import Settings
from storage.backup import check_meta, kind_of, read_sqlite, taking_shape
from storage.database import Database, Dialect, Transaction
from storage.dumping import read_dump, restore_dump
from storage.erased import Journal, JournalWrong, add_missing, count_missing, read_journals
from storage.opening import database_of
from storage.restoring import Settled, settle
from storage.runlock import run_alone
from storage.schema import check_key, set_meta, upgrade
from storage.sealing import Sealer
from storage.sqlite import SqliteDatabase
from storage.tables import erase_tables, list_tables

# Happenings that only remove something: they may happen twice, and must not be left out.
REPEATABLE: Final = frozenset({LANDED, CASE_LANDED, HIDE})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to restore: `erased` are further journals, of other replicas. None at all only when asked for."""

    source: Path
    erased: Sequence[Path] = ()
    without_erasures: bool = False


async def restore(settings: Settings, wanted: Wanted) -> list[str]:
    """Make the database that the settings name from a backup; lines to print. Raises KeepingRefused, KeyWrong."""
    with refusing():
        sealer = sealer_of(settings)
        await _look(settings, wanted.source, sealer)
        journal = _journal(settings, wanted)
        room_for(settings.journal)
        if settings.database_file is None:
            settled, again = await _restore_postgresql(settings, wanted.source, sealer, journal)
        else:
            settled, again = await _restore_sqlite(
                settings.database_file, settings, (wanted.source, sealer, journal)
            )
        add_missing(settings.journal, wanted.erased)
    return [
        f"{wanted.source} is restored.",
        *_lines(settled),
        *_erased_lines(wanted, journal, again),
    ]


async def _look(settings: Settings, source: Path, sealer: Sealer) -> None:
    """Refuse whatever is wrong with the backup before anything is made."""
    dialect = kind_of(source)
    if (dialect is Dialect.POSTGRESQL) is not settings.uses_postgresql:
        raise KeepingRefused(
            f"{source} is a backup of {dialect}, and WIJKLIJN_DATABASE_URL is of another kind: "
            "restore it to its own kind, then `wijklijn db copy`"
        )
    check_meta(source, await meta_of(source, dialect), sealer, dialect, _bot_id(settings))


def _bot_id(settings: Settings) -> int | None:
    """A token begins with the id of its bot."""
    return int(settings.bot_token.reveal().partition(":")[0]) if settings.bot_token else None


def _journal(settings: Settings, wanted: Wanted) -> Journal | None:
    """Every journal there is; None only when the operator does without."""
    if wanted.without_erasures:
        return None
    journals = [*wanted.erased, *([settings.journal] if settings.journal.exists() else [])]
    if not journals:
        raise KeepingRefused(
            f"{settings.journal}, the journal of erasures, is missing: who was erased after the backup would come back. "
            "Put it there, name another with --erased, or accept that with --without-erasures"
        )
    return read_journals(journals)


async def _restore_sqlite(
    file: Path, settings: Settings, what: tuple[Path, Sealer, Journal | None]
) -> tuple[Settled, int]:
    source, sealer, journal = what
    room_for(file)
    refuse_what_is_there(file)
    with ExitStack() as stack:
        stack.enter_context(run_alone(file))
        made = stack.enter_context(taking_shape(file))
        await asyncio.to_thread(shutil.copyfile, source, made)
        async with opened(SqliteDatabase(made, sealer)) as database:
            result = await _settled(database, settings, journal)
        await asyncio.to_thread(read_sqlite, made)
    leave_mark(file)
    return result


async def _restore_postgresql(
    settings: Settings, source: Path, sealer: Sealer, journal: Journal | None
) -> tuple[Settled, int]:
    address = settings.database_url.reveal()
    schema = (await read_dump(source))["schema"]
    async with opened(database_of(address, sealer)) as database:
        if await database.read(list_tables):
            raise KeepingRefused(
                "the database of WIJKLIJN_DATABASE_URL is not empty, and is not overwritten: name a new one"
            )
        await restore_dump(source, address)
        try:
            return await _settled(database, settings, journal, schema)
        except BaseException:
            await database.turn(erase_tables)
            raise


async def _settled(
    database: Database, settings: Settings, journal: Journal | None, schema: str | None = None
) -> tuple[Settled, int]:
    """In one transaction: the schema of today, nothing that would be done twice, nobody who was erased."""
    city = read_city(settings.city)
    # They are in the journal already.
    rules = replace(rules_of(settings), erased=None)

    async def work(tx: Transaction) -> tuple[Settled, int]:
        if schema is not None:
            await set_meta(tx, "schema", schema)
        await upgrade(tx)
        await check_key(tx)
        settled = await settle(tx, now(), REPEATABLE)
        if journal is None:
            return settled, 0
        if missing := await count_missing(tx, journal):
            raise JournalWrong(
                f"the journal of erasures lacks {missing} that the backup knows of: it is not the whole journal. "
                "Name the others with --erased, or accept that with --without-erasures"
            )
        again = await erase_again(Turn(tx, now(), city, rules), journal)
        tx.scrub()
        return settled, again

    return await database.turn(work)


def _lines(settled: Settled) -> Iterator[str]:
    """What is lost, what is in doubt and what will not happen, for who has to decide about it."""
    since = f"{settled.since:%Y-%m-%d %H:%M:%S} UTC" if settled.since else "a time that it does not tell"
    yield (
        f"What happened between {since} and {now():%Y-%m-%d %H:%M:%S} UTC is lost. Telegram cannot be asked again: "
        "tell staff, and let them ask residents who wrote then to write once more."
    )
    doubts = ", ".join(f"{count} {name}" for name, count in sorted(settled.doubts.items()))
    yield f"Messages that waited, and most likely left since, are uncertain and do not leave: {doubts or 'none'}."
    if settled.cases:
        yield f"They are about these cases: {' '.join(settled.cases)}."
    yield f"Updates that waited, and most likely were answered since, are set aside: {settled.aside}."
    missed = ", ".join(f"{count} {kind}" for kind, count in sorted(settled.missed.items()))
    yield f"What had come due is not done again: {missed or 'nothing'}."
    yield f"Half-made reports and answers are dropped: {settled.steps}."
    if settled.paused + settled.taken_back + settled.planned:
        yield (
            f"Announcements: {settled.paused} under way are paused, {settled.taken_back} whose time has passed are "
            f"drafts again, {settled.planned} are still planned."
        )


def _erased_lines(wanted: Wanted, journal: Journal | None, again: int) -> Iterator[str]:
    if journal is None:
        yield "WARNING no journal of erasures was read: whoever erased everything since the backup is back."
        return
    holds = f" {wanted.source} still holds them: destroy it once there is a new backup." if again else ""
    yield f"Erased again: {again}.{holds}"
    if journal.torn:
        yield f"{journal.torn} erasures were being written down when a machine stopped; nobody was told that they were done."
