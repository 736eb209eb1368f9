"""Where new rows are looked for: what becomes visible late is found, and nothing is found twice."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.intents import Intent, OutboxId
from bot.domain.people import ChatId
from bot.engine.horizon import LONGEST_SECONDS, LOOK_AHEAD, LOOK_SECONDS, TOGETHER_SECONDS, Horizon
from storage.database import Database, StorageFailed, Transaction
from storage.outbox import insert_outbox
from tests.engine.exit import stored, wall

INTENT = Intent(chat=ChatId(701), name="x")


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with stored(tmp_path / "horizon.db") as database:
        yield database


async def add(database: Database, *ids: int) -> None:
    """Rows with these ids, as if each had become visible only now."""

    async def work(tx: Transaction) -> None:
        for number in ids:
            row = await insert_outbox(tx, replace(INTENT, chat=ChatId(700 + number)), wall())
            await tx.run("UPDATE outbox SET id = :id WHERE id = :old", id=number, old=row)

    await database.turn(work)


async def found(database: Database, horizon: Horizon, now: float) -> list[int]:
    heads = await database.read(lambda tx: horizon.look(tx, now))
    return [int(head.id) for head in horizon.fresh(heads, now)]


async def test_where_ids_come_in_order_each_look_begins_after_the_last(database: Database) -> None:
    horizon = Horizon(shared=False)
    await add(database, 5, 6)
    assert await found(database, horizon, 0.0) == [5, 6]
    await add(database, 7, 4)
    assert await found(database, horizon, 0.1) == [7]


async def test_an_id_that_becomes_visible_after_a_higher_one_is_found(database: Database) -> None:
    horizon = Horizon(shared=True)
    await add(database, 6)
    assert await found(database, horizon, 0.0) == [6]
    await add(database, 5)
    assert await found(database, horizon, 0.1) == [5]
    assert await found(database, horizon, 0.2) == []


@pytest.mark.parametrize("late", [0.5, 5.0, LONGEST_SECONDS - 2])
async def test_it_is_found_within_a_second_however_long_its_turn_took(
    database: Database, late: float
) -> None:
    horizon = Horizon(shared=True)
    await add(database, 1)
    now = 0.0
    assert await found(database, horizon, now) == [1]
    while now < late:
        now += 0.5
        await add(database, 1_000 + int(now * 2))
        await found(database, horizon, now)
    await add(database, 2)
    soon = [await found(database, horizon, now + 0.5), await found(database, horizon, now + 1.1)]
    assert [2] in soon


async def test_in_the_long_run_it_does_not_look_at_everything_that_waits(database: Database) -> None:
    horizon = Horizon(shared=True)
    await add(database, *range(1, 51))
    now = 0.0
    while now < 3 * LONGEST_SECONDS:
        await found(database, horizon, now)
        now += 1.0
    heads = await database.read(lambda tx: horizon.look(tx, now))
    assert heads == []
    await add(database, 51)
    assert await found(database, horizon, now) == [51]
    assert OutboxId(51) in {head.id for head in await database.read(lambda tx: horizon.look(tx, now + 0.1))}


async def test_it_looks_when_told_and_otherwise_once_a_second(database: Database) -> None:
    horizon = Horizon(shared=False)
    assert horizon.due_at(busy=True) < 0.0
    await add(database, 5)
    assert [int(head.id) for head in await horizon.found(database, 10.0)] == [5]
    assert horizon.due_at(busy=False) == horizon.due_at(busy=True) == 10.0 + LOOK_SECONDS
    horizon.tell()
    assert horizon.due_at(busy=False) == 10.0
    assert horizon.due_at(busy=True) == 10.0 + TOGETHER_SECONDS


async def test_a_look_that_failed_is_still_to_be_taken(tmp_path: Path) -> None:
    horizon = Horizon(shared=False)
    async with stored(tmp_path / "closed.db") as closed:
        pass
    with pytest.raises(StorageFailed):
        await horizon.found(closed, 10.0)
    assert horizon.due_at(busy=False) == 10.0


async def test_where_there_are_more_than_one_look_takes_the_next_follows(database: Database) -> None:
    horizon = Horizon(shared=False)

    async def many(tx: Transaction) -> None:
        for _ in range(LOOK_AHEAD + 1):
            await insert_outbox(tx, INTENT, wall())

    await database.turn(many)
    assert len(await horizon.found(database, 10.0)) == LOOK_AHEAD
    assert horizon.due_at(busy=True) == 10.0 + TOGETHER_SECONDS
    assert len(await horizon.found(database, 10.1)) == 1
    assert horizon.due_at(busy=True) == 10.1 + LOOK_SECONDS
