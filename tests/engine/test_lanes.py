"""Lanes: each chat in order, chats side by side, and nothing that fails holds up more than its own chat."""

import asyncio
import sqlite3
import time

import pytest

from bot.engine.lanes import AT_ONCE, PAUSES
from storage.sealing import Sealer, key_of, new_key
from tests.engine.room import SHORT_PAUSES, Room
from tests.line import file_of


async def test_every_row_takes_effect_once_and_in_the_order_of_its_chat(room: Room) -> None:
    texts = [f"{n}" for n in range(20)]
    for text in texts:
        for chat in (701, 702, 703):
            await room.happens(text, chat=chat)
    room.start()
    await room.done()
    for chat in (701, 702, 703):
        assert await room.effects(chat) == texts


async def test_the_turn_and_the_end_of_its_row_are_one_transaction(room: Room) -> None:
    room.failing.add("x")
    await room.happens("x")
    room.start()
    await room.done()
    assert await room.effects() == []
    assert await room.said() == ["went-wrong"]


async def test_what_is_done_keeps_no_content(room: Room) -> None:
    await room.happens("x")
    room.start()
    await room.done()
    assert await room.all("SELECT state, payload FROM inbox") == [{"state": "done", "payload": None}]


async def test_a_row_that_fails_is_tried_five_times_then_set_aside_sealed_and_said_once(room: Room) -> None:
    room.failing.add("bad")
    await room.happens("bad", "good")
    room.start()
    await room.done()
    assert room.ends == ["failed"] * len(SHORT_PAUSES) + ["aside", "done"]
    assert await room.states() == ["aside", "done"]
    assert await room.effects() == ["good"]
    assert await room.said() == ["went-wrong", "heard"]
    (aside,) = await room.all("SELECT payload, attempts FROM inbox WHERE state = 'aside'")
    assert aside["attempts"] == 5
    assert b"bad" not in aside["payload"]


async def test_the_pauses_grow(room: Room) -> None:
    ended: list[float] = []
    room.reopen(pauses=(0.05, 0.4))
    room.lanes.on_turn = lambda _kind, _end, _seconds: ended.append(time.monotonic())
    room.failing.add("bad")
    await room.happens("bad")
    room.start()
    await room.done()
    assert len(ended) == 3
    assert ended[1] - ended[0] >= 0.05
    assert ended[2] - ended[1] >= 0.4


def test_five_tries_take_long_enough_for_a_bad_moment_to_pass() -> None:
    assert (len(PAUSES), sorted(PAUSES)) == (4, list(PAUSES))


async def test_what_succeeds_on_a_later_try_takes_effect_once(room: Room) -> None:
    room.failing.add("x")
    await room.happens("x")
    room.start()
    await asyncio.sleep(0.03)
    room.failing.clear()
    await room.done()
    assert await room.effects() == ["x"]
    assert await room.said() == ["heard"]


async def test_tries_are_counted_over_a_restart(room: Room) -> None:
    room.failing.add("x")
    await room.happens("x")
    await room.set("UPDATE inbox SET attempts = 4")
    room.start()
    await room.done()
    assert room.ends == ["aside"]


async def test_a_failing_chat_holds_up_no_other(room: Room) -> None:
    room.reopen(pauses=(5.0,))
    room.failing.add("bad")
    for chat in range(1, AT_ONCE + 10):
        await room.happens("bad", "after", chat=chat)
    await room.happens("fine", chat=9_999)
    room.start()
    async with asyncio.timeout(5):
        while await room.effects() != ["fine"]:
            await asyncio.sleep(0.01)


async def test_a_flooding_chat_waits_for_itself_alone(room: Room) -> None:
    await room.happens(*["flood"] * 300)
    await room.happens("hello", chat=702)
    room.start()
    await room.done(20)
    effects = await room.effects()
    assert effects.index("hello") < AT_ONCE


async def test_no_more_is_held_than_there_is_room_for_and_each_chat_keeps_its_order(room: Room) -> None:
    lanes = room.reopen(most_held=8, most_of_lane=3)
    await room.happens(*[f"{n}" for n in range(20)], chat=600)
    for text in ("a", "b"):
        for chat in range(701, 721):
            await room.happens(text, chat=chat)
    most = 0

    def looks(_kind: str, _end: str, _seconds: float) -> None:
        nonlocal most
        most = max(most, len(lanes))

    lanes.on_turn = looks
    lanes.look_ahead = 4
    room.start()
    await room.done(20)
    assert 3 < most <= 8 + 4 + 3
    assert await room.effects(600) == [f"{n}" for n in range(20)]
    assert [await room.effects(chat) for chat in range(701, 721)] == [["a", "b"]] * 20


async def test_a_chat_that_rests_keeps_out_none_that_come_later(room: Room) -> None:
    room.reopen(most_held=4, most_of_lane=2, pauses=(5.0,))
    room.failing.add("bad")
    for chat in range(1, 10):
        await room.happens("bad", "after", "after", chat=chat)
    await room.happens("fine", chat=9_999)
    room.start()
    async with asyncio.timeout(3):
        while await room.effects() != ["fine"]:
            await asyncio.sleep(0.01)


async def test_what_comes_while_a_chat_has_some_left_in_the_database_comes_after_it(room: Room) -> None:
    room.reopen(most_of_lane=2)
    room.start()
    for n in range(30):
        await room.happens(f"{n}")
    await room.done()
    assert await room.effects() == [f"{n}" for n in range(30)]


async def test_a_refusal_undoes_the_turn_and_is_said(room: Room) -> None:
    await room.happens("not yours", "next")
    room.start()
    await room.done()
    assert room.ends == ["refused", "done"]
    assert await room.effects() == ["next"]
    assert await room.said() == ["refused-not-yours", "heard"]


async def test_a_turn_that_never_ends_is_ended_and_the_others_go_on(room: Room) -> None:
    room.reopen(pauses=(0.01,), turn_seconds=0.1)
    await room.happens("freeze")
    await room.happens("fine", chat=702)
    room.start()
    await room.done()
    assert sorted(await room.states()) == ["aside", "done"]
    assert await room.effects() == ["fine"]


async def test_a_row_that_another_key_sealed_is_set_aside_and_the_others_go_on(room: Room) -> None:
    await room.happens("strange", "fine")
    strange = Sealer(key_of(new_key())).seal(b"{}")
    await room.set("UPDATE inbox SET payload = :strange WHERE id = 1", strange=strange)
    room.start()
    await room.done()
    assert await room.states() == ["aside", "done"]
    assert await room.effects() == ["fine"]


async def test_a_chat_whose_step_cannot_be_opened_is_set_aside_without_a_word(room: Room) -> None:
    await room.happens("hello")
    room.start()
    await room.done()
    step = "INSERT INTO steps VALUES (1, 'report', 'place', :payload, 1, 9000000000000000)"
    await room.set(step, payload=b"\0" * 40)
    await room.happens("again")
    await room.happens("fine", chat=702)
    await room.done()
    assert sorted(await room.states()) == ["aside", "done", "done"]
    assert await room.effects() == ["hello", "fine"]


async def test_of_too_much_only_where_it_belongs_is_held_and_all_of_it_is_handled(room: Room) -> None:
    room.reopen(most_whole=0)
    await room.happens(*[f"{n}" for n in range(6)])
    room.start()
    await room.done()
    assert await room.effects() == [f"{n}" for n in range(6)]


async def test_what_was_erased_while_it_waited_takes_no_effect(room: Room) -> None:
    room.reopen(pauses=(0.2,))
    room.failing.add("bad")
    await room.happens("bad", "mine")
    room.start()
    await asyncio.sleep(0.1)
    await room.set("DELETE FROM inbox")
    await asyncio.sleep(0.4)
    assert await room.effects() == []


@pytest.mark.sqlite
async def test_a_locked_database_delays_a_turn_and_costs_it_no_try(room: Room) -> None:
    other = sqlite3.connect(file_of(room.database), isolation_level=None)
    await room.happens("x")
    other.execute("BEGIN IMMEDIATE")
    room.start()
    await asyncio.sleep(0.3)
    assert await room.effects() == []
    other.execute("ROLLBACK")
    other.close()
    await room.done()
    assert (await room.effects(), room.ends) == (["x"], ["done"])


async def test_a_stop_finishes_the_turn_and_leaves_the_rest_for_the_next_start(room: Room) -> None:
    room.failing.add("bad")
    room.reopen(pauses=(60.0,))
    await room.happens("first", "bad", "rest")
    room.start()
    async with asyncio.timeout(5):
        while "failed" not in room.ends:
            await asyncio.sleep(0.01)
    async with asyncio.timeout(1):
        await room.stop()
    assert await room.states() == ["done", "waiting", "waiting"]
    room.failing.clear()
    room.reopen()
    room.start()
    await room.done()
    assert await room.effects() == ["first", "bad", "rest"]


async def test_what_nobody_foresaw_ends_the_lanes_loudly(room: Room) -> None:
    await room.happens("x")

    def breaks(_kind: str, _end: str, _seconds: float) -> None:
        raise ZeroDivisionError

    room.lanes.on_turn = breaks
    with pytest.raises(ExceptionGroup):
        await room.lanes.run(asyncio.Event())
