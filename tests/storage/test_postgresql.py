"""PostgreSQL: turns that meet are run again, nothing is kept of what failed, and a server that was gone comes back."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

import asyncpg
import pytest

from gates.postgres import MIGRATED, Postgres
from storage.copying import copy_all
from storage.database import StorageFailed, Transaction
from storage.postgresql import PostgresqlDatabase
from storage.schema import find_meta, set_meta, upgrade
from storage.sealing import KEY_BYTES, Sealer
from storage.sqlite import SqliteDatabase
from storage.statements import numbered
from storage.tables import list_tables

T = TypeVar("T")


@pytest.fixture
async def database(postgres: Postgres) -> AsyncIterator[PostgresqlDatabase]:
    database = await opened(await postgres.database(MIGRATED))
    yield database
    await database.close()


async def opened(address: str) -> PostgresqlDatabase:
    return await PostgresqlDatabase(address, Sealer(bytes(KEY_BYTES))).open()


async def add_one(tx: Transaction) -> None:
    value = int(await find_meta(tx, "n") or 0)
    await asyncio.sleep(0)
    await set_meta(tx, "n", str(value + 1))


class Watched(PostgresqlDatabase):
    """Notes how long a transaction that reads may rest, at its end."""

    rests: str = ""

    async def read(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        async def watched(tx: Transaction) -> T:
            result = await work(tx)
            row = await tx.one("SELECT current_setting('idle_in_transaction_session_timeout') AS rests")
            self.rests = row["rests"] if row else ""
            return result

        return await super().read(watched)


async def test_what_is_copied_waits_for_as_long_as_the_copy_takes_to_be_kept(
    database: PostgresqlDatabase, tmp_path: Path
) -> None:
    async with AsyncExitStack() as stack:
        source = Watched(database.address, database.sealer)
        target = SqliteDatabase(tmp_path / "to.db", database.sealer)
        for one in (source, target):
            stack.push_async_callback((await one.open()).close)
        await copy_all(source, target)
        assert source.rests == "0"
        await source.read(list_tables)
        assert source.rests == "5s"


async def test_no_addition_is_lost_between_two_processes_that_add_at_once(
    database: PostgresqlDatabase,
) -> None:
    other = await opened(database.address)
    await asyncio.gather(*(one.turn(add_one) for one in (database, other) for _ in range(20)))
    assert await other.read(lambda tx: find_meta(tx, "n")) == "40"
    await other.close()


async def test_replicas_that_start_together_make_the_schema_once(postgres: Postgres) -> None:
    address = await postgres.database()
    replicas = [await opened(address) for _ in range(3)]
    made = await asyncio.gather(*(replica.turn(upgrade) for replica in replicas))
    assert sorted(map(bool, made)) == [False, False, True]
    for replica in replicas:
        await replica.close()


async def test_a_newer_schema_is_refused(database: PostgresqlDatabase) -> None:
    await database.turn(lambda tx: set_meta(tx, "schema", "9999_later"))
    with pytest.raises(StorageFailed, match="newer"):
        await database.turn(upgrade)


async def test_nothing_is_kept_of_a_turn_that_goes_on_after_a_statement_failed(
    database: PostgresqlDatabase,
) -> None:
    async def deaf(tx: Transaction) -> None:
        await set_meta(tx, "kept", "x")
        for sql in ("SELECT * FROM nowhere", "INSERT INTO meta (key, value) VALUES ('after', 'x')"):
            with suppress(asyncpg.PostgresError):
                await tx.all(sql)

    with pytest.raises(asyncpg.UndefinedTableError):
        await database.turn(deaf)
    assert await database.read(lambda tx: find_meta(tx, "kept")) is None


async def test_a_statement_that_fails_apart_undoes_no_more_than_what_is_apart(
    database: PostgresqlDatabase,
) -> None:
    async def work(tx: Transaction) -> None:
        await set_meta(tx, "before", "x")
        with suppress(asyncpg.UndefinedTableError):
            async with tx.apart():
                await set_meta(tx, "apart", "x")
                with suppress(asyncpg.UndefinedTableError):  # swallowed, it fails all the same
                    await tx.all("SELECT * FROM nowhere")
        await set_meta(tx, "after", "x")

    await database.turn(work)
    kept = [await database.read(partial(find_meta, key=key)) for key in ("before", "apart", "after")]
    assert kept == ["x", None, "x"]


async def test_a_connection_that_is_lost_apart_is_lost_to_the_whole_turn(
    postgres: Postgres, database: PostgresqlDatabase
) -> None:
    async def work(tx: Transaction) -> None:
        row = await tx.one("SELECT pg_backend_pid() AS pid")
        assert row
        with suppress(StorageFailed):
            async with tx.apart():
                await postgres.say(f"SELECT pg_terminate_backend({row['pid']})")
                await set_meta(tx, "apart", "x")
        await set_meta(tx, "after", "x")

    with pytest.raises(StorageFailed):
        await database.turn(work)


async def test_told_to_stop_it_waits_some_seconds_at_most_for_a_server_that_is_silent(
    database: PostgresqlDatabase,
) -> None:
    stopped: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    async def silent(tx: Transaction) -> None:
        row = await tx.one("SELECT pg_backend_pid() AS pid")
        assert row
        os.kill(row["pid"], signal.SIGSTOP)
        stopped.set_result(row["pid"])
        await tx.one("SELECT 1")

    turns = [asyncio.ensure_future(database.turn(work)) for work in (silent, add_one)]
    process = await stopped
    database.hurry()
    try:
        async with asyncio.timeout(5):
            results = await asyncio.gather(*turns, return_exceptions=True)
            await database.close()
    finally:
        os.kill(process, signal.SIGCONT)
    assert [type(result) for result in results] == [StorageFailed, StorageFailed]


async def test_what_the_work_raises_is_its_own_even_if_it_is_a_time_out(
    database: PostgresqlDatabase,
) -> None:
    async def slow(tx: Transaction) -> None:
        await set_meta(tx, "slow", "x")
        raise TimeoutError

    with pytest.raises(TimeoutError):
        await database.turn(slow)
    assert await database.read(lambda tx: find_meta(tx, "slow")) is None


async def test_a_turn_that_waits_too_long_in_the_middle_loses_its_locks(database: PostgresqlDatabase) -> None:
    async def stopped(tx: Transaction) -> None:
        await set_meta(tx, "stopped", "x")
        await tx.all("SET LOCAL idle_in_transaction_session_timeout = 50")
        await asyncio.sleep(0.3)
        await set_meta(tx, "stopped", "y")

    with pytest.raises(StorageFailed):
        await database.turn(stopped)
    assert await database.read(lambda tx: find_meta(tx, "stopped")) is None


async def test_while_the_server_is_gone_nothing_is_kept_and_afterwards_it_goes_on() -> None:
    server = Postgres.made(settings=())
    try:
        server.start()
        await server.ready()
        database = await opened(server.address())
        await database.turn(upgrade)
        await database.turn(add_one)
        server.kill()
        with pytest.raises(StorageFailed):
            await database.turn(add_one)
        with pytest.raises(StorageFailed):
            await database.read(lambda tx: find_meta(tx, "n"))
        server.start()
        await server.ready()
        await database.turn(add_one)
        assert await database.read(lambda tx: find_meta(tx, "n")) == "2"
        await database.close()
    finally:
        server.remove()


async def test_a_server_that_is_not_there_is_one_clear_line() -> None:
    with pytest.raises(StorageFailed, match="PostgreSQL cannot be opened"):
        await opened("postgresql://nobody@127.0.0.1:1/nothing")


def test_names_become_numbers_and_casts_and_words_stay() -> None:
    sql = 'SELECT CAST(:a AS TEXT), b::text, \'{"wijk":"x"}\' FROM t WHERE x = :b AND y = :a'
    numbers = 'SELECT CAST($1 AS TEXT), b::text, \'{"wijk":"x"}\' FROM t WHERE x = $2 AND y = $1'
    assert numbered(sql) == (numbers, ("a", "b"))
