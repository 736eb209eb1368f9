"""The lease: one at a time, nothing kept and nothing sent without it, and soon somebody else's when its holder is gone."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import ClientTimeout
from yarl import URL

from bot.engine import lease as leases
from bot.engine.connections import Body, Connections, Lost, Reply
from bot.engine.fencing import FencedConnections, FencedDatabase
from bot.engine.lease import Lease
from gates.postgres import Postgres
from playground.api import Server
from playground.telegram import Telegram
from storage.database import Transaction
from storage.leases import LeaseLost, list_leases, renew_lease, take_lease
from storage.postgresql import PostgresqlDatabase
from storage.schema import find_meta, set_meta, upgrade
from storage.sealing import Sealer, key_of, new_key
from storage.sqlite import SqliteDatabase
from tests.engine.shared import Steady, replicas, short_lease

NAME = leases.NAME
SECOND = 1_000_000
_TAKEN_OVER = "UPDATE leases SET holder = :holder, fence = fence + 1"


@pytest.fixture
async def two(postgres: Postgres) -> AsyncIterator[list[PostgresqlDatabase]]:
    databases = await replicas(postgres, 2)
    yield databases
    for database in databases:
        await database.close()


@dataclass(slots=True)
class Candidate:
    """A replica that notes when it leads."""

    lease: Lease
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    leads: bool = False
    ended_gently: bool = False
    times: int = 0
    running: "asyncio.Task[None] | None" = None

    def start(self) -> None:
        self.running = asyncio.ensure_future(self.lease.run(self.stopping, self.work))

    async def work(self, ending: asyncio.Event) -> None:
        self.leads, self.times = True, self.times + 1
        try:
            await ending.wait()
            self.ended_gently = True
        finally:
            self.leads = False

    async def until(self, *, leads: bool, within: float = 8.0) -> None:
        async with asyncio.timeout(within):
            while self.leads is not leads:
                await asyncio.sleep(0.01)

    async def stop(self) -> None:
        self.stopping.set()
        if self.running:
            await self.running

    async def vanish(self) -> None:
        """As kill -9: nothing is given back."""
        assert self.running
        self.lease._tenure = None  # noqa: SLF001 - who is dead releases nothing
        self.running.cancel()
        with suppress(asyncio.CancelledError):
            await self.running


def candidates(databases: list[PostgresqlDatabase]) -> list[Candidate]:
    return [Candidate(short_lease(database, f"replica{n}")) for n, database in enumerate(databases)]


async def test_of_two_that_ask_at_once_one_leads(two: list[PostgresqlDatabase]) -> None:
    both = candidates(two)
    for one in both:
        one.start()
    async with asyncio.timeout(5):
        while not any(one.leads for one in both):
            await asyncio.sleep(0.01)
    await asyncio.sleep(1.5)
    assert sorted(one.leads for one in both) == [False, True]
    assert sorted(one.lease.is_held for one in both) == [False, True]
    for one in both:
        await one.stop()


async def test_who_stops_gives_it_back_and_the_next_takes_it_at_once(two: list[PostgresqlDatabase]) -> None:
    first, second = candidates(two)
    first.lease.released = second.lease.freed.set
    first.start()
    await first.until(leads=True)
    second.start()
    await asyncio.sleep(0.1)
    await first.stop()
    assert first.ended_gently
    await second.until(leads=True, within=0.9)
    await second.stop()


async def test_a_holder_that_is_gone_is_followed_when_its_lease_is_over(
    two: list[PostgresqlDatabase],
) -> None:
    first, second = candidates(two)
    first.start()
    await first.until(leads=True)
    second.start()
    await asyncio.sleep(0.3)
    await first.vanish()
    assert not second.leads
    await second.until(leads=True)
    rows = await two[0].read(list_leases)
    assert [(row.name, row.holder, row.fence) for row in rows] == [(NAME, "replica1", 2)]
    assert 0 < rows[0].rest <= 2.5 * SECOND
    await second.stop()


async def test_who_cannot_renew_stops_by_itself_before_anybody_else_may_begin(
    two: list[PostgresqlDatabase],
) -> None:
    steady = Steady()
    lease = Lease(two[0], "replica0", monotonic=steady)
    one = Candidate(lease)
    one.start()
    await one.until(leads=True)
    steady.now += leases.LENGTH_SECONDS - leases.MARGIN_SECONDS
    assert not lease.is_held
    with pytest.raises(LeaseLost):
        await FencedDatabase(two[0], lease).turn(lambda tx: set_meta(tx, "t", "x"))
    await one.stop()


async def test_a_holder_that_slept_too_long_is_dropped_where_it_stands(two: list[PostgresqlDatabase]) -> None:
    first, second = candidates(two)
    steady = Steady()
    first.lease.monotonic = steady
    first.start()
    await first.until(leads=True)
    # While it slept: in one statement, for it is awake, and renews ten times a second.
    await two[1].claim(lambda tx: tx.run(_TAKEN_OVER, holder=second.lease.holder))
    second.start()
    await second.until(leads=True)
    await first.until(leads=False)
    assert not first.ended_gently
    await first.stop()
    await second.stop()


async def test_without_the_lease_nothing_is_kept(two: list[PostgresqlDatabase]) -> None:
    lease = Lease(two[0], "replica0")
    fenced = FencedDatabase(two[0], lease)
    one = Candidate(lease)
    one.start()
    await one.until(leads=True)
    await fenced.turn(lambda tx: set_meta(tx, "t1", "kept"))
    await two[1].claim(lambda tx: tx.run("UPDATE leases SET holder = 'another', fence = fence + 1"))
    with pytest.raises(LeaseLost):
        await fenced.turn(lambda tx: set_meta(tx, "t2", "not kept"))
    assert await fenced.read(lambda tx: find_meta(tx, "t1")) == "kept"
    assert await fenced.read(lambda tx: find_meta(tx, "t2")) is None
    await one.stop()


async def test_nobody_takes_over_while_something_is_kept_under_the_lease_but_it_is_renewed(
    two: list[PostgresqlDatabase],
) -> None:
    tenure = await two[0].claim(lambda tx: take_lease(tx, NAME, "replica0", 0))
    assert tenure
    checked, go_on = asyncio.Event(), asyncio.Event()
    lease = Lease(two[0], "replica0")
    lease._tenure, lease._until = tenure, float("inf")  # noqa: SLF001 - as if it had just been taken

    async def slow(tx: Transaction) -> None:
        checked.set()
        await go_on.wait()
        await set_meta(tx, "t", "x")

    keeping = asyncio.ensure_future(FencedDatabase(two[0], lease).turn(slow))
    await checked.wait()
    assert await two[1].claim(lambda tx: renew_lease(tx, tenure, 0))
    taking = asyncio.ensure_future(two[1].claim(lambda tx: take_lease(tx, NAME, "replica1", SECOND)))
    await asyncio.sleep(0.2)
    assert not taking.done()
    go_on.set()
    await keeping
    taken = await taking
    assert taken
    assert taken.fence == 2
    assert await two[1].read(lambda tx: find_meta(tx, "t")) == "x"


async def test_a_lease_taken_without_being_told_so_is_taken_again(two: list[PostgresqlDatabase]) -> None:
    for fence in (1, 2):
        tenure = await two[0].claim(lambda tx: take_lease(tx, NAME, "replica0", 60 * SECOND))
        assert tenure
        assert tenure.fence == fence
    assert await two[1].claim(lambda tx: take_lease(tx, NAME, "replica1", SECOND)) is None


async def test_what_breaks_in_the_work_is_raised_and_the_lease_is_given_back(
    two: list[PostgresqlDatabase],
) -> None:
    async def breaks(_ending: asyncio.Event) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await short_lease(two[0], "replica0").run(asyncio.Event(), breaks)
    (row,) = await two[1].read(list_leases)
    assert row.until == 0


async def test_a_call_leaves_only_under_the_lease(
    two: list[PostgresqlDatabase], telegram: Telegram, server: Server
) -> None:
    pool = Connections(2)
    await pool.open()
    lease = Lease(two[0], "replica0")
    fenced = FencedConnections(pool, lease)
    url = URL(f"{server.url}/bot{telegram.token}/getMe")
    lost = await fenced.post(url, Body(b"{}"), ClientTimeout(total=5))
    assert isinstance(lost, Lost)
    assert not lost.written
    one = Candidate(lease)
    one.start()
    await one.until(leads=True)
    assert isinstance(await fenced.post(url, Body(b"{}"), ClientTimeout(total=5)), Reply)
    await one.stop()
    await pool.close()
    assert [call.method for call in telegram.log] == ["getMe"]


async def test_the_embedded_database_knows_the_table_and_nobody_in_it(tmp_path: Path) -> None:
    database = await SqliteDatabase(tmp_path / "w.db", Sealer(key_of(new_key()))).open()
    await database.turn(upgrade)
    assert await database.read(list_leases) == []
    await database.close()
