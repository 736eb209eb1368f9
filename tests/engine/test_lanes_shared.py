"""Lanes of several replicas on one database: still one chat in order and one at a time, and nothing waits for the dead."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest

from bot.engine.claims import MOST_HELD
from gates.postgres import Postgres
from playground.api import serve
from playground.telegram import Telegram
from storage.bell import Bell
from storage.database import Transaction
from storage.lanes import LaneLost
from storage.postgresql import PostgresqlDatabase
from storage.schema import find_meta, set_meta
from tests.engine.shared import Replica, replicas, sharing


@pytest.fixture
async def databases(postgres: Postgres) -> AsyncIterator[list[PostgresqlDatabase]]:
    found = await replicas(postgres, 2)
    yield found
    for database in found:
        await database.close()


@pytest.fixture
async def two(databases: list[PostgresqlDatabase], telegram: Telegram) -> AsyncIterator[list[Replica]]:
    api = await serve(telegram)
    async with sharing(databases, api, telegram.token) as both:
        yield both
    await api.close()


async def come(two: list[Replica], texts: list[str], *chats: int) -> None:
    """Messages that land now here, now there."""
    first, second = (replica.room for replica in two)
    for number, text in enumerate(texts):
        for chat in chats:
            room = (first, second)[number % 2]
            room._next = first._next = max(first._next, second._next)  # noqa: SLF001 - update ids of one bot
            second._next = first._next  # noqa: SLF001
            await room.happens(text, chat=chat)


async def all_done(two: list[Replica]) -> None:
    """Nothing waits any more, and the lanes have told how it ended."""
    async with asyncio.timeout(20):
        while await two[0].room.all("SELECT id FROM inbox WHERE state = 'waiting'"):
            await asyncio.sleep(0.02)
        while any(replica.room.lanes.busy for replica in two):
            await asyncio.sleep(0.02)


async def held_by(replica: Replica) -> list[str]:
    return [row["holder"] for row in await replica.room.all("SELECT holder FROM lanes ORDER BY lane")]


async def test_whichever_replica_it_lands_on_each_chat_goes_on_in_its_order(two: list[Replica]) -> None:
    for replica in two:
        replica.room.start()
    texts = [f"{number}" for number in range(20)]
    await come(two, texts, 701, 702, 703)
    await all_done(two)
    for chat in (701, 702, 703):
        assert await two[0].room.effects(chat) == texts
    assert sum(replica.room.ends.count("done") for replica in two) >= 60


async def test_who_took_it_in_handles_it_and_gives_the_chat_back(two: list[Replica]) -> None:
    for replica in two:
        replica.room.start()
    await asyncio.sleep(0.1)
    await two[1].room.happens("x")
    await all_done(two)
    await asyncio.sleep(0.1)
    assert [replica.room.ends for replica in two] == [[], ["done"]]
    assert await held_by(two[0]) == []


async def test_what_its_replica_left_waiting_is_handled_by_another_a_moment_later(two: list[Replica]) -> None:
    await two[0].room.happens("x")
    rows = await two[1].claims.fresh(set(), eager=False)
    assert rows == []
    await asyncio.sleep(1.0)
    assert [row.lane for row in await two[1].claims.fresh(set(), eager=False)] == [701]


async def test_a_chat_that_another_is_at_work_on_is_let_alone_and_the_other_is_told(
    two: list[Replica],
) -> None:
    await two[0].room.happens("x")
    assert len(await two[0].claims.fresh(set(), eager=True)) == 1
    assert await two[1].claims.fresh(set(), eager=True) == []
    assert two[1].rung == 1
    assert await held_by(two[0]) == ["replica0"]


async def test_chats_of_a_replica_that_is_gone_are_taken_when_its_time_is_over(two: list[Replica]) -> None:
    await two[0].room.happens("x")
    await two[0].claims.fresh(set(), eager=True)
    two[1].room.start()
    await asyncio.sleep(0.3)
    assert await two[1].room.effects() == []
    await two[1].room.database.turn(lambda tx: tx.run("UPDATE lanes SET until = 1"))
    await all_done(two)
    assert two[1].room.ends == ["done"]


async def test_nothing_is_kept_in_a_chat_that_was_lost(two: list[Replica]) -> None:
    await two[0].room.happens("x")
    await two[0].claims.fresh(set(), eager=True)
    await two[1].room.database.turn(lambda tx: tx.run("UPDATE lanes SET holder = 'replica1', fence = 2"))

    async def work(tx: Transaction) -> None:
        await two[0].claims.enter(tx, 701, last=False)
        await set_meta(tx, "t", "x")

    with pytest.raises(LaneLost):
        await two[0].room.database.turn(work)
    assert not two[0].claims.has(701)
    assert await two[0].room.database.read(lambda tx: find_meta(tx, "t")) is None


async def test_lanes_that_lost_their_chat_go_on_with_the_others(two: list[Replica]) -> None:
    room = two[0].room
    room.failing.add("bad")
    room.reopen(pauses=(0.5,), claims=two[0].claims)
    await room.happens("bad")
    room.start()
    async with asyncio.timeout(5):
        while "failed" not in room.ends:
            await asyncio.sleep(0.01)
    far = "UPDATE lanes SET holder = 'another', until = 9000000000000000"
    await room.database.turn(lambda tx: tx.run(far))
    await room.happens("fine", chat=702)
    async with asyncio.timeout(5):
        while await room.effects() != ["fine"] or len(room.lanes):
            await asyncio.sleep(0.01)
    assert await room.states() == ["waiting", "done"]


async def test_a_chat_that_rests_between_two_tries_stays_where_it_is(two: list[Replica]) -> None:
    for replica in two:
        replica.room.failing.add("bad")
        replica.room.reopen(pauses=(2.5,), claims=replica.claims)
        replica.room.start()
    await two[0].room.happens("bad")
    await asyncio.sleep(2.0)
    assert [replica.room.ends for replica in two] == [["failed"], []]
    assert await held_by(two[0]) == ["replica0"]


async def test_a_stop_gives_all_chats_back(two: list[Replica]) -> None:
    two[0].room.failing.add("bad")
    two[0].room.reopen(pauses=(60.0,), claims=two[0].claims)
    await two[0].room.happens("bad", "next")
    two[0].room.start()
    async with asyncio.timeout(5):
        while "failed" not in two[0].room.ends:
            await asyncio.sleep(0.01)
    await two[0].room.stop()
    assert await held_by(two[0]) == []
    two[1].room.start()
    await all_done(two)
    assert await two[1].room.effects() == ["bad", "next"]


async def test_of_many_chats_some_are_left_to_others(two: list[Replica]) -> None:
    for chat in range(1, 61):
        await two[0].room.happens("x", chat=chat)
    taken, left = [{row.lane for row in await replica.claims.fresh(set(), eager=True)} for replica in two]
    assert len(taken) == len(left) == MOST_HELD
    assert taken.isdisjoint(left)
    for replica in two:
        replica.room.start()
    await all_done(two)
    assert all(replica.room.ends for replica in two)
    assert len(await two[0].room.effects()) == 60


async def test_a_bell_is_heard_by_the_others_at_once_and_not_by_who_rings_it(postgres: Postgres) -> None:
    address, stopping = await postgres.database(), asyncio.Event()
    heard: list[str] = []
    bells = [
        Bell(address, holder, {"outbox": lambda holder=holder: heard.append(holder)})  # type: ignore[misc]
        for holder in ("a", "b", "c")
    ]
    running = [asyncio.ensure_future(bell.run(stopping)) for bell in bells]
    await _until(lambda: sorted(heard) == ["a", "b", "c"])  # each, as it begins to listen
    heard.clear()
    for _ in range(50):
        bells[0].ring("outbox")
        await asyncio.sleep(0)
    await asyncio.sleep(0.2)
    assert set(heard) == {"b", "c"}
    assert len(heard) <= 4
    stopping.set()
    await asyncio.gather(*running)


async def test_a_bell_comes_back_after_its_server_was_gone() -> None:
    server, stopping = Postgres.made(), asyncio.Event()
    heard: list[str] = []
    try:
        server.start()
        await server.ready()
        bell = Bell(server.address(), "a", {"outbox": lambda: heard.append("a")})
        running = asyncio.ensure_future(bell.run(stopping))
        await _until(lambda: heard == ["a"])
        server.kill()
        server.start()
        await server.ready()
        await _until(lambda: heard == ["a", "a"])
        stopping.set()
        await running
    finally:
        server.remove()


async def _until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not holds():
            await asyncio.sleep(0.01)
