"""The one exit, judged by what arrives at Telegram: in order, the urgent first, nothing late, and a clean stop."""

import asyncio
import sqlite3
import time
from datetime import timedelta

import pytest

from bot.domain.intents import Act, Urgency
from playground.faults import Fault
from tests.engine.exit import Exit, wall
from tests.line import file_of

PROMPT = Urgency.PROMPT


async def test_an_attempt_is_on_disk_before_its_message_leaves(way_out: Exit) -> None:
    way_out.start()
    way_out.telegram.faults.once("sendMessage", Fault.FREEZE_BEFORE)
    (row,) = await way_out.say("x")
    await way_out.telegram.until(way_out.calls)
    kept = await way_out.row(row)
    assert (kept.state.value, kept.attempts) == ("sending", 1)


async def test_messages_of_a_chat_arrive_in_order_and_other_chats_beside_them(way_out: Exit) -> None:
    way_out.resident(702)
    way_out.start()
    mine = await way_out.say("a", "b", "c")
    other = await way_out.say("z", to=702)
    assert set(await way_out.outcomes(*mine, *other)) == {"delivered"}
    assert [text for text in way_out.told() if text != "z"] == ["a", "b", "c"]


async def test_an_answer_goes_before_an_announcement_that_came_first(way_out: Exit) -> None:
    rows = await way_out.say("news", urgency=Urgency.ANNOUNCEMENT)
    rows += await way_out.say("card", urgency=Urgency.CASE)
    rows += await way_out.say("answer", urgency=PROMPT)
    way_out.start()
    await way_out.outcomes(*rows)
    assert way_out.told() == ["answer", "card", "news"]


async def test_two_messages_of_one_chat_follow_each_other_at_once(way_out: Exit) -> None:
    way_out.start()
    began = time.monotonic()
    await way_out.outcomes(*await way_out.say("a", "b", "c"))
    assert time.monotonic() - began < 0.7


async def test_what_is_meant_for_later_holds_up_nothing_and_comes_at_its_time(way_out: Exit) -> None:
    way_out.start()
    late = await way_out.say("later", not_before=wall() + timedelta(seconds=0.6))
    await way_out.outcomes(*await way_out.say("now"))
    assert way_out.told() == ["now"]
    assert await way_out.outcomes(*late) == ["delivered"]
    call = way_out.calls()[-1]
    assert call.came_at - way_out.calls()[0].came_at > 0.3


async def test_what_has_expired_is_not_sent_and_delays_nobody(way_out: Exit) -> None:
    past = wall() - timedelta(seconds=1)
    old = await way_out.say(*(f"old {n}" for n in range(40)), expires_at=past)
    way_out.start()
    began = time.monotonic()
    assert await way_out.outcomes(*await way_out.say("new")) == ["delivered"]
    assert time.monotonic() - began < 2.0
    assert set(await way_out.outcomes(*old)) == {"expired"}
    assert way_out.told() == ["new"]


async def test_a_long_text_arrives_in_parts_and_in_order(way_out: Exit) -> None:
    way_out.start()
    rows = await way_out.say("one\ntwo\nthree", "after")
    assert await way_out.outcomes(*rows) == ["delivered", "delivered"]
    assert way_out.told() == ["one", "two", "three", "after"]


async def test_after_a_part_whose_answer_was_lost_the_parts_before_it_are_not_repeated(way_out: Exit) -> None:
    way_out.telegram.faults.once("getMe", Fault.SERVER_ERROR)
    way_out.start()
    first = await way_out.say("one")
    await way_out.outcomes(*first)
    way_out.telegram.listeners.append(
        lambda event: (
            way_out.telegram.faults.once("sendMessage", Fault.RESET_AFTER)
            if event.get("message", {}).get("text") == "two"
            else None
        )
    )
    rows = await way_out.say("two\nthree\nfour")
    assert await way_out.outcomes(*rows) == ["delivered"]
    assert way_out.told() == ["one", "two", "three", "three", "four"]


async def test_a_changed_message_changes_in_place_and_one_that_is_gone_is_said_anew(way_out: Exit) -> None:
    way_out.start()
    person = way_out.resident()
    (card,) = await way_out.say("card")
    await way_out.outcomes(card)
    await way_out.outcomes(*await way_out.say("card, taken", act=Act.EDIT, edits=card))
    assert person.heard() == ["card, taken"]
    person.deletes((await way_out.row(card)).message or 0)
    gone = await way_out.say("card, closed", act=Act.EDIT, edits=card)
    assert await way_out.outcomes(*gone) == ["expired"]
    await way_out.telegram.until(lambda: person.heard() == ["card, closed"])


async def test_a_change_that_changes_nothing_is_no_mistake(way_out: Exit) -> None:
    way_out.start()
    (card,) = await way_out.say("card")
    same = await way_out.say("card", act=Act.EDIT, edits_message=1)
    await way_out.outcomes(card)
    message = (await way_out.row(card)).message
    same = await way_out.say("card", act=Act.EDIT, edits_message=message)
    assert await way_out.outcomes(*same) == ["delivered"]


async def test_who_has_blocked_the_bot_is_remembered_and_the_case_is_told_of_it(way_out: Exit) -> None:
    person = way_out.resident()
    person.chat.standing = "blocked"
    await way_out.set("INSERT INTO people (chat_id, created_at) VALUES (701, 0)")
    way_out.start()
    rows = await way_out.say("answer", case=5)
    assert await way_out.outcomes(*rows) == ["unreachable"]
    assert [row["blocked_at"] is None for row in await way_out.all("SELECT * FROM people")] == [False]
    happened = await way_out.all("SELECT kind, lane, state FROM inbox")
    assert happened == [{"kind": "unreachable", "lane": 701, "state": "waiting"}]


async def test_a_message_that_telegram_refuses_is_broken_and_holds_up_nobody(way_out: Exit) -> None:
    way_out.start()
    rows = await way_out.say("x" * 4097, "bug", "nothing", "fine")
    assert await way_out.outcomes(*rows) == ["broken", "broken", "expired", "delivered"]


async def test_a_call_that_cannot_be_written_is_broken_and_the_sender_goes_on(way_out: Exit) -> None:
    way_out.start()
    assert await way_out.outcomes(*await way_out.say("unwritable", "fine")) == ["broken", "delivered"]


async def test_a_group_that_moved_is_written_to_at_its_new_id(way_out: Exit) -> None:
    person = way_out.resident()
    group = way_out.telegram.add_to_group(person)
    new = group.migrates(person)
    way_out.start()
    rows = await way_out.say("one", "two", to=group.chat.id)
    assert await way_out.outcomes(*rows) == ["delivered", "delivered"]
    accepted = [(call.chat_id, call.params["text"]) for call in way_out.calls() if call.accepted]
    assert accepted == [(new.chat.id, "one"), (new.chat.id, "two")]
    assert [call.accepted for call in way_out.calls()].count(False) == 1


async def test_a_stop_waits_for_what_has_left_and_nothing_is_uncertain(way_out: Exit) -> None:
    way_out.telegram.faults.once("sendMessage", Fault.DELAY, seconds=0.5)
    way_out.start()
    (row,) = await way_out.say("x")
    await way_out.telegram.until(way_out.calls)
    assert await way_out.stop() < 2
    assert (await way_out.row(row)).state.value == "delivered"


async def test_a_stop_does_not_wait_for_a_telegram_that_is_frozen(way_out: Exit) -> None:
    way_out.telegram.faults.once("sendMessage", Fault.FREEZE)
    way_out.start()
    (row,) = await way_out.say("x")
    await way_out.telegram.until(way_out.calls)
    assert await way_out.stop() < 9
    assert (await way_out.row(row)).state.value == "sending"


@pytest.mark.sqlite
async def test_a_locked_database_holds_sending_up_and_loses_nothing(way_out: Exit) -> None:
    way_out.start()
    rows = await way_out.say("x")
    way_out.telegram.faults.once("sendMessage", Fault.DELAY, seconds=0.3)
    await way_out.telegram.until(way_out.calls)
    other = sqlite3.connect(file_of(way_out.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    await asyncio.sleep(0.8)
    other.execute("ROLLBACK")
    other.close()
    assert await way_out.outcomes(*rows) == ["delivered"]
    assert way_out.told() == ["x"]
