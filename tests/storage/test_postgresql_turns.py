"""PostgreSQL's turns: one after another over all processes, commits shared, and nobody told of what was not kept."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import asyncpg
import pytest

from gates.postgres import MIGRATED, Postgres
from storage.database import StorageFailed, Transaction
from storage.postgresql import SHARE, PostgresqlDatabase
from storage.schema import find_meta, set_meta, upgrade
from storage.sealing import KEY_BYTES, Sealer

Work = Callable[[Transaction], Awaitable[int]]


@pytest.fixture
async def two(postgres: Postgres) -> AsyncIterator[list[PostgresqlDatabase]]:
    """Two processes' connections to one database."""
    address = await postgres.database(MIGRATED)
    found = [await PostgresqlDatabase(address, Sealer(bytes(KEY_BYTES))).open() for _ in range(2)]
    await found[0].turn(upgrade)
    yield found
    for database in found:
        await database.close()


def keeping(key: str) -> Work:
    """Work that keeps the key, and tells in which transaction."""

    async def work(tx: Transaction) -> int:
        await set_meta(tx, key, "x")
        row = await tx.one("SELECT txid_current() AS id")
        assert row
        return int(row["id"])

    return work


async def kept(database: PostgresqlDatabase) -> list[str]:
    rows = await database.read(lambda tx: tx.all("SELECT key FROM meta WHERE key LIKE 't%' ORDER BY key"))
    return [row["key"] for row in rows]


async def test_turns_that_wait_share_a_commit(two: list[PostgresqlDatabase]) -> None:
    transactions = await asyncio.gather(*(two[0].turn(keeping(f"t{n:02}")) for n in range(2 * SHARE)))
    assert len(set(transactions)) <= 3
    assert await kept(two[1]) == [f"t{n:02}" for n in range(2 * SHARE)]


async def test_no_turn_begins_while_another_process_is_in_one(two: list[PostgresqlDatabase]) -> None:
    story: list[str] = []

    async def work(tx: Transaction) -> None:
        story.append("begins")
        await tx.all("SELECT pg_sleep(0.002)")
        story.append("ends")

    await asyncio.gather(*(database.turn(work) for database in two for _ in range(20)))
    assert story == ["begins", "ends"] * 40


async def test_a_turn_that_fails_takes_no_other_along(two: list[PostgresqlDatabase]) -> None:
    async def breaks(tx: Transaction) -> int:
        await set_meta(tx, "t-broken", "x")
        raise ZeroDivisionError

    async def wrong(tx: Transaction) -> int:
        await set_meta(tx, "t-wrong", "x")
        return await tx.run("UPDATE nowhere SET x = 1")

    works = [keeping("t1"), breaks, keeping("t2"), wrong, keeping("t3")]
    results = await asyncio.gather(*map(two[0].turn, works), return_exceptions=True)
    assert [type(results[1]), type(results[3])] == [ZeroDivisionError, asyncpg.UndefinedTableError]
    assert await kept(two[1]) == ["t1", "t2", "t3"]


async def test_a_turn_sees_what_the_one_before_it_kept(two: list[PostgresqlDatabase]) -> None:
    async def look(tx: Transaction) -> str | None:
        return await find_meta(tx, "t1")

    _, seen = await asyncio.gather(two[0].turn(keeping("t1")), two[0].turn(look))
    assert seen == "x"


async def test_what_nobody_waits_for_any_more_is_not_begun(two: list[PostgresqlDatabase]) -> None:
    async def slow(tx: Transaction) -> None:
        await tx.all("SELECT pg_sleep(0.2)")

    first = asyncio.ensure_future(two[0].turn(slow))
    await asyncio.sleep(0.05)
    second = asyncio.ensure_future(two[0].turn(keeping("t1")))
    await asyncio.sleep(0.05)
    second.cancel()
    await first
    await two[0].turn(keeping("t2"))
    assert await kept(two[0]) == ["t2"]


async def test_a_turn_that_takes_too_long_is_given_up_and_the_next_goes_on(
    two: list[PostgresqlDatabase],
) -> None:
    async def slow(tx: Transaction) -> None:
        await set_meta(tx, "t-slow", "x")
        async with asyncio.timeout(0.05):
            await tx.all("SELECT pg_sleep(5)")

    with pytest.raises(TimeoutError):
        await two[0].turn(slow)
    await two[0].turn(keeping("t1"))
    assert await kept(two[1]) == ["t1"]


async def test_a_process_that_is_cut_off_in_the_middle_keeps_nothing_and_holds_up_nobody(
    postgres: Postgres, two: list[PostgresqlDatabase]
) -> None:
    begun = asyncio.Event()

    async def cut_off(tx: Transaction) -> int:
        await set_meta(tx, "t-cut", "x")
        row = await tx.one("SELECT pg_backend_pid() AS pid")
        assert row
        begun.set()
        await postgres.say(f"SELECT pg_terminate_backend({row['pid']})")
        return await tx.run("UPDATE meta SET value = 'y' WHERE key = 't-cut'")

    with pytest.raises(StorageFailed):
        await two[0].turn(cut_off)
    await two[1].turn(keeping("t1"))
    await two[0].turn(keeping("t2"))
    assert await kept(two[1]) == ["t1", "t2"]


async def test_after_closing_no_turn_is_taken(two: list[PostgresqlDatabase]) -> None:
    database = await PostgresqlDatabase(two[0].address, Sealer(bytes(KEY_BYTES))).open()
    waiting = [asyncio.ensure_future(database.turn(keeping(f"t{n}"))) for n in range(3)]
    await asyncio.sleep(0)
    await database.close()
    await asyncio.gather(*waiting)
    with pytest.raises(StorageFailed, match="closed"):
        await database.turn(keeping("t9"))
    assert await kept(two[0]) == ["t0", "t1", "t2"]
