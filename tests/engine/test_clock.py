"""Time: what has come due happens once, and what comes too late says so."""

import asyncio
import sqlite3
from collections.abc import MutableMapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from storage.due import DueRow, erase_due, set_due
from storage.times import kept
from tests.engine.exit import genk
from tests.engine.room import Room
from tests.line import file_of

SOON = timedelta(seconds=1)


async def planned(room: Room, key: str, wait: timedelta, **changes: Any) -> None:
    fields = {"kind": "reminder", "lane": 701, "detail": "{}", "valid_until": None, **changes}
    due = DueRow(0, key, room.now() + wait, **fields)
    await room.database.turn(lambda tx: set_due(tx, due, "2026-01-01T10:00:00"))


async def passes(room: Room, time: timedelta) -> int:
    room.later += time
    moved = await room.ticking.look()
    room.lanes.woken.set()
    await room.done()
    return moved


async def test_what_has_come_due_happens_once(room: Room) -> None:
    room.start()
    await planned(room, "a", SOON)
    assert await passes(room, timedelta()) == 0
    assert await passes(room, 2 * SOON) == 1
    assert await passes(room, 2 * SOON) == 0
    assert await room.effects() == ["reminder:False"]


async def test_two_looks_at_once_move_it_once(room: Room) -> None:
    room.start()
    await planned(room, "a", -SOON)
    await asyncio.gather(*(room.ticking.look() for _ in range(5)))
    room.lanes.woken.set()
    await room.done()
    assert await room.effects() == ["reminder:False"]


async def test_what_came_due_while_nobody_looked_happens_on_return(room: Room) -> None:
    await planned(room, "a", SOON)
    room.later += timedelta(days=3)
    room.reopen()
    room.start()
    await passes(room, SOON)
    assert await room.effects() == ["reminder:False"]


async def test_what_is_too_late_happens_as_missed(room: Room) -> None:
    room.start()
    await planned(room, "a", SOON, valid_until=room.now() + timedelta(minutes=5))
    await passes(room, timedelta(hours=1))
    assert await room.effects() == ["reminder:True"]


async def test_the_same_key_moves_it(room: Room) -> None:
    room.start()
    await planned(room, "a", SOON)
    await planned(room, "a", timedelta(hours=1))
    assert await passes(room, 2 * SOON) == 0
    assert await passes(room, timedelta(hours=2)) == 1


async def test_a_key_may_come_due_again_later(room: Room) -> None:
    room.start()
    for _ in range(2):
        await planned(room, "a", SOON)
        await passes(room, 2 * SOON)
    assert await room.effects() == ["reminder:False"] * 2


async def test_what_was_cancelled_does_not_happen(room: Room) -> None:
    await planned(room, "a", SOON)
    assert await room.database.turn(lambda tx: erase_due(tx, "a"))
    assert await passes(room, 2 * SOON) == 0


async def test_one_damaged_row_stops_no_other(room: Room) -> None:
    room.start()
    await planned(room, "a", SOON, detail="{")
    await planned(room, "b", SOON)
    await passes(room, 2 * SOON)
    assert await room.effects() == ["reminder:False"]
    assert sorted(await room.states()) == ["aside", "done"]


async def test_half_past_two_in_the_night_of_winter_time_comes_once(room: Room) -> None:
    """The hour happens twice in Brussels; the row is kept in UTC, so it comes due once."""
    zone = genk().time_zone
    meant = datetime(2026, 10, 25, 2, 30, tzinfo=zone).astimezone(UTC)
    room.later = meant - timedelta(hours=1) - room.now()
    room.start()
    await planned(room, "a", meant - room.now())
    for _ in range(6):
        await passes(room, timedelta(minutes=30))
    assert await room.effects() == ["reminder:False"]


@pytest.mark.sqlite
async def test_a_locked_database_only_delays_it(room: Room) -> None:
    await planned(room, "a", -SOON)
    other = sqlite3.connect(file_of(room.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert await room.ticking.look() == 0
    other.execute("ROLLBACK")
    other.close()
    assert await room.ticking.look() == 1


async def test_who_waits_for_a_moment_waits_no_longer_when_the_wall_clock_is_set_back(room: Room) -> None:
    room.start()
    await room.ticking.look()
    await planned(room, "soon", timedelta(seconds=60))
    await planned(room, "tomorrow", timedelta(hours=20), detail='{"tomorrow": 1}')
    assert await passes(room, timedelta(hours=-5)) == 0
    assert await passes(room, timedelta(seconds=61)) == 1
    assert await passes(room, timedelta(hours=20)) == 0
    assert await passes(room, timedelta(hours=5)) == 1
    assert await room.effects() == ["reminder:False"] * 2


async def test_what_comes_due_by_a_clock_set_forward_happens_once_though_it_is_set_back(room: Room) -> None:
    room.start()
    await room.ticking.look()
    await planned(room, "a", timedelta(hours=2))
    assert await passes(room, timedelta(hours=3)) == 1
    assert await passes(room, timedelta(hours=-3)) == 0
    assert await passes(room, timedelta(hours=3)) == 0
    assert await room.effects() == ["reminder:False"]


async def test_a_job_that_goes_wrong_is_told_and_comes_again(
    room: Room, logged: list[MutableMapping[str, Any]]
) -> None:
    ran: list[int] = []

    async def breaks() -> None:
        ran.append(1)
        raise ZeroDivisionError

    room.ticking.every(0.02, breaks)
    room.ticking.start()
    async with asyncio.timeout(5):
        while len(ran) < 3:
            await asyncio.sleep(0.01)
    room.ticking.stop()
    assert "job-failed" in {event["event"] for event in logged}


async def test_a_stop_in_the_middle_of_a_look_is_no_error(
    room: Room, logged: list[MutableMapping[str, Any]]
) -> None:
    began = asyncio.Event()

    async def waits() -> None:
        began.set()
        await asyncio.sleep(60)

    room.ticking.every(0.01, waits)
    room.ticking.start()
    await began.wait()
    room.ticking.stop()
    await asyncio.sleep(0.01)
    assert logged == []


async def test_housekeeping_is_armed_anew_when_the_wall_clock_is_set_back(room: Room) -> None:
    room.ticking.start()
    await room.ticking.look()
    (before,) = _times_of_jobs(room)
    await asyncio.sleep(0.02)
    await passes(room, timedelta(seconds=1))
    assert _times_of_jobs(room) == [before]
    await passes(room, timedelta(hours=-5))
    (after,) = _times_of_jobs(room)
    room.ticking.stop()
    assert after > before


def _times_of_jobs(room: Room) -> list[datetime]:
    scheduler = room.ticking._scheduler  # noqa: SLF001 - when its jobs run, nobody else needs to know
    assert scheduler is not None
    return [job.next_run_time for job in scheduler.get_jobs()]


async def test_it_looks_by_itself_every_second(room: Room) -> None:
    room.start()
    await planned(room, "a", timedelta())
    room.ticking.start()
    async with asyncio.timeout(5):
        while not await room.effects():
            room.lanes.woken.set()
            await asyncio.sleep(0.05)
    room.ticking.stop()


async def test_what_is_done_is_forgotten_after_a_week_and_what_is_set_aside_never(room: Room) -> None:
    room.start()
    await room.happens("x")
    await planned(room, "odd", -SOON, detail="{")
    await passes(room, SOON)
    room.later += timedelta(days=6)
    await room.ticking.tidy()
    assert sorted(await room.states()) == ["aside", "done"]
    room.later += timedelta(days=2)
    await room.ticking.tidy()
    assert await room.states() == ["aside"]


async def test_when_ids_start_anew_no_update_is_taken_for_one_set_aside_long_ago(room: Room) -> None:
    first = {"update_id": 1, "message": {"message_id": 1, "chat": {"id": 701, "type": "private"}}}
    await room.keep(first, 701)
    await room.set("UPDATE inbox SET state = 'aside', ended_at = :now", now=kept(room.now()))
    for days in (6, 2):
        await room.keep(first, 701)
        assert await room.states() == ["aside"]
        room.later += timedelta(days=days)
        await room.ticking.tidy()
    await room.keep(first, 701)
    assert await room.states() == ["aside", "waiting"]
