"""One row is one turn: an update, an album, a happening; and what it says when it fails."""

import asyncio
from datetime import timedelta

import orjson
from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.context import BotContext
from storage.inbox import insert_inbox
from tests.engine.room import Broke, Room

PHOTO = [{"file_id": "AgAC1", "file_unique_id": "u", "width": 9, "height": 9}]


async def photos(room: Room, *captions: str, album: str = "g1", chat: int = 701) -> None:
    for caption in captions:
        await room.happens(caption, chat=chat, media_group_id=album, photo=PHOTO, caption=caption, text=None)


async def gathered(room: Room) -> None:
    """Let the moment pass in which more parts may come."""
    room.later += timedelta(seconds=2)
    await room.ticking.look()
    room.lanes.woken.set()
    await room.done()


async def test_an_album_is_one_turn_with_all_its_parts_in_order(room: Room) -> None:
    room.start()
    await photos(room, "one", "two", "three")
    await room.done()
    assert await room.effects() == []
    await gathered(room)
    assert room.albums == [[1, 2, 3]]
    assert await room.effects() == ["one"]
    assert await room.all("SELECT * FROM album_parts") == []


async def test_an_album_is_gathered_over_a_restart(room: Room) -> None:
    room.start()
    await photos(room, "one")
    await room.done()
    await room.stop()
    room.reopen()
    room.start()
    await photos(room, "two")
    await room.done()
    await gathered(room)
    assert room.albums == [[1, 2]]


async def test_a_part_that_comes_late_waits_for_no_other_album(room: Room) -> None:
    room.start()
    await photos(room, "one")
    await room.done()
    await gathered(room)
    await photos(room, "late")
    await room.done()
    await gathered(room)
    assert room.albums == [[1], [2]]


async def test_an_album_takes_effect_before_what_its_sender_did_next(room: Room) -> None:
    await photos(room, "one", "two")
    await room.happens("text")
    await photos(room, "three", album="g2")
    await photos(room, "four", album="g3")
    room.start()
    await room.done()
    assert await room.effects() == ["one", "text", "three"]
    await gathered(room)
    assert await room.effects() == ["one", "text", "three", "four"]
    assert room.albums == [[1, 2], [4], [5]]


async def test_an_album_that_is_refused_leaves_what_came_next_alone_and_is_answered_at_its_time(
    room: Room,
) -> None:
    await photos(room, "not yours")
    await room.happens("text")
    room.start()
    await room.done()
    assert (await room.effects(), await room.said()) == (["text"], ["heard"])
    await gathered(room)
    assert await room.said() == ["heard", "refused-not-yours"]
    assert await room.all("SELECT * FROM album_parts") == []


async def test_an_album_outlives_the_refusal_of_what_came_next(room: Room) -> None:
    await photos(room, "one")
    await room.happens("not yours")
    room.start()
    await room.done()
    await gathered(room)
    assert await room.effects() == ["one"]


async def test_an_album_that_was_set_aside_is_not_woken_by_what_its_sender_does_later(room: Room) -> None:
    room.failing.add("one")
    room.start()
    await photos(room, "one")
    await room.done()
    await gathered(room)
    room.failing.clear()
    await room.happens("text")
    await room.done()
    assert await room.effects() == ["text"]
    assert len(await room.all("SELECT * FROM album_parts")) == 1


async def test_a_group_goes_on_while_somebody_s_album_comes_in(room: Room) -> None:
    room.start()
    await photos(room, "one", chat=-5)
    await room.happens("text", chat=-5)
    await photos(room, "two", chat=-5)
    await room.done()
    await gathered(room)
    assert await room.effects() == ["text", "one"]
    assert room.albums == [[1, 3]]


async def test_parts_wait_sealed(room: Room) -> None:
    room.start()
    await photos(room, "geheim")
    await room.done()
    (part,) = await room.all("SELECT payload FROM album_parts")
    assert b"geheim" not in part["payload"]


async def test_an_album_that_is_refused_leaves_nothing_behind(room: Room) -> None:
    room.start()
    await photos(room, "not yours")
    await room.done()
    await gathered(room)
    assert await room.said() == ["refused-not-yours"]
    assert await room.all("SELECT * FROM album_parts") == []


async def test_an_album_in_a_group_makes_nobody_of_the_group(room: Room) -> None:
    room.start()
    await photos(room, "one", chat=-5)
    await room.done()
    await gathered(room)
    assert await room.all("SELECT * FROM people") == []


async def test_a_group_is_nobody_and_is_told_nothing(room: Room) -> None:
    room.start()
    room.failing.add("bad")
    await room.happens("not yours", "bad", "fine", chat=-5)
    await room.done()
    assert await room.all("SELECT * FROM people") == []
    assert await room.said() == []


async def test_a_happening_of_somebody_who_erased_everything_makes_nobody(room: Room) -> None:
    room.start()
    detail = orjson.dumps({"missed": False})
    await room.database.turn(lambda tx: insert_inbox(tx, "due:1", 701, "reminder", detail, room.now()))
    room.lanes.woken.set()
    await room.done()
    assert await room.effects() == ["reminder:False"]
    assert await room.all("SELECT * FROM people") == []


async def test_an_update_that_telegram_s_types_cannot_read_is_set_aside(room: Room) -> None:
    room.start()
    odd = orjson.dumps({"update_id": 9, "message": {"message_id": 1}})
    await room.database.turn(lambda tx: insert_inbox(tx, "u:9", 701, "update", odd, room.now()))
    await room.happens("fine")
    await room.done()
    assert sorted(await room.states()) == ["aside", "done"]


async def test_a_mistake_of_ours_is_not_hidden_by_a_refusal_that_follows_it(room: Room) -> None:
    async def breaks(_update: Update, _context: BotContext) -> None:
        raise Broke

    room.turns.application.add_handler(MessageHandler(filters.ALL, breaks), group=-1)
    room.start()
    await room.happens("not yours")
    await room.done()
    assert (room.ends[-1], await room.said()) == ("aside", ["went-wrong"])


async def test_two_turns_side_by_side_never_mix_what_they_say(room: Room) -> None:
    chats = range(700, 720)
    await asyncio.gather(*(room.happens("x", chat=chat) for chat in chats))
    room.start()
    await room.done()
    told = await room.all("SELECT chat_id FROM outbox")
    assert sorted(row["chat_id"] for row in told) == list(chats)
