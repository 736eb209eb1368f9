"""A message that takes more than one request: each that becomes a message leaves as any other does, or waits."""

import io
import time
from collections.abc import Sequence
from datetime import timedelta

from PIL import Image

from bot.domain.intents import Call, Intent, Urgency
from bot.engine.ledger import Ledger
from bot.services.turn import Turn
from playground.faults import Fault
from tests.engine.exit import Exit, genk, wall


async def spoken(_turn: Turn, intent: Intent) -> Sequence[Call]:
    """An intent's name is the file of a picture, or what it says, as HTML."""
    if intent.name.startswith("picture:"):
        file = intent.name.removeprefix("picture:")
        return [Call("sendPhoto", {"chat_id": intent.chat}, picture=file)]
    return [Call("sendMessage", {"chat_id": intent.chat, "text": intent.name, "parse_mode": "HTML"})]


def start(way_out: Exit) -> None:
    way_out.start().ledger = Ledger(wall, lambda tx: Turn(tx, wall(), genk()), spoken)


def picture(way_out: Exit, user: int = 701) -> str:
    """The name of an intent that says a picture which somebody sent as a file."""
    file = io.BytesIO()
    Image.new("RGB", (8, 8)).save(file, "PNG")
    resident = way_out.resident(user)
    resident.sends_document(file.getvalue(), "badkamer.png", "image/png")
    return f"picture:{resident.chat.messages[-1]['document']['file_id']}"


async def limit_all(way_out: Exit, seconds: int) -> None:
    """Three chats in a row are told to wait, from which the sender learns that everybody has to."""
    for _ in range(3):
        way_out.telegram.faults.once("sendMessage", Fault.TOO_MANY_FOR_ALL, retry_after=seconds)
    before = len(way_out.calls())
    for chat in (710, 711, 712):
        way_out.resident(chat)
        await way_out.say("a", to=chat)
    await way_out.telegram.until(lambda: len(way_out.calls()) == before + 3)


def was_inside_a_penalty(way_out: Exit, chat: int = 701) -> bool:
    return any(call.inside_penalty for call in way_out.telegram.log if call.chat_id == chat)


async def test_a_picture_that_was_fetched_meanwhile_leaves_after_the_penalty(way_out: Exit) -> None:
    way_out.telegram.faults.once("getFile", Fault.DELAY, seconds=0.5)
    start(way_out)
    rows = await way_out.say(picture(way_out))
    await way_out.telegram.until(lambda: way_out.calls("getFile"))
    await limit_all(way_out, 2)
    assert await way_out.outcomes(*rows) == ["delivered"]
    assert not was_inside_a_penalty(way_out)
    assert (await way_out.row(rows[0])).attempts == 1


async def test_plain_text_instead_of_markup_leaves_after_the_penalty(way_out: Exit) -> None:
    way_out.telegram.faults.once("sendMessage", Fault.DELAY, seconds=0.5)
    start(way_out)
    rows = await way_out.say("<b>1 &lt; 2")
    await way_out.telegram.until(way_out.calls)
    await limit_all(way_out, 2)
    assert await way_out.outcomes(*rows) == ["delivered"]
    assert not was_inside_a_penalty(way_out)
    assert "1 < 2" in way_out.told()
    assert (await way_out.row(rows[0])).attempts == 1


async def test_plain_text_gets_through_also_where_a_chat_is_left_no_burst(way_out: Exit) -> None:
    start(way_out)
    rows = await way_out.say("<b>news", urgency=Urgency.ANNOUNCEMENT)
    assert await way_out.outcomes(*rows) == ["delivered"]
    assert [call.accepted for call in way_out.calls()] == [False, True]


async def test_pictures_that_are_fetched_all_at_once_leave_at_the_pace_of_all(way_out: Exit) -> None:
    way_out.rate = 10
    chats = range(800, 808)
    names = {chat: picture(way_out, chat) for chat in chats}
    for place, _ in enumerate(chats):
        way_out.telegram.faults.once("getFile", Fault.DELAY, seconds=0.9 - place / 10)
    start(way_out)
    rows = [row for chat in chats for row in await way_out.say(names[chat], to=chat)]
    assert set(await way_out.outcomes(*rows)) == {"delivered"}
    came = sorted(call.came_at for call in way_out.calls("sendPhoto"))
    assert came[-1] - came[0] > 0.6


async def test_what_expires_while_its_picture_is_fetched_is_not_said(way_out: Exit) -> None:
    way_out.telegram.faults.once("getFile", Fault.DELAY, seconds=1.0)
    name = picture(way_out)
    start(way_out)
    rows = await way_out.say(name, expires_at=wall() + timedelta(seconds=0.6))
    assert await way_out.outcomes(*rows) == ["expired"]
    assert way_out.calls("sendPhoto") == []


async def test_while_only_the_host_of_files_fails_everybody_else_is_written_to(way_out: Exit) -> None:
    name = picture(way_out)
    way_out.telegram.faults.once("file", Fault.BAD_GATEWAY)
    start(way_out)
    (row,) = await way_out.say(name)
    await way_out.telegram.until(lambda: way_out.calls("getFile"))
    for chat in range(801, 821):
        way_out.resident(chat)
    others = [one for chat in range(801, 821) for one in await way_out.say("a", to=chat)]
    assert set(await way_out.outcomes(*others)) == {"delivered"}
    assert (way_out.telegram.faults.struck, way_out.calls("getMe")) == (1, [])
    assert (await way_out.row(row)).state.value == "waiting"


async def test_a_picture_that_could_not_be_fetched_has_not_been_tried(way_out: Exit) -> None:
    name = picture(way_out)
    way_out.telegram.faults.once("getFile", Fault.SERVER_ERROR)
    start(way_out)
    (row,) = await way_out.say(name)
    await way_out.telegram.until(lambda: way_out.calls("getMe"))
    kept = await way_out.row(row)
    assert (kept.state.value, kept.attempts) == ("waiting", 0)


async def test_a_stop_does_not_wait_for_a_picture_and_has_not_tried_it(way_out: Exit) -> None:
    name = picture(way_out)
    way_out.telegram.faults.once("getFile", Fault.DELAY, seconds=6)
    start(way_out)
    (row,) = await way_out.say(name)
    await way_out.telegram.until(lambda: way_out.calls("getFile"))
    assert await way_out.stop() < 2
    kept = await way_out.row(row)
    assert (kept.state.value, kept.attempts) == ("waiting", 0)
    began = time.monotonic()
    start(way_out)
    assert await way_out.outcomes(row) == ["delivered"]
    assert time.monotonic() - began < 5


async def test_a_stop_waits_for_an_answer_as_long_as_it_can(way_out: Exit) -> None:
    way_out.telegram.faults.once("sendMessage", Fault.DELAY, seconds=6.5)
    start(way_out)
    (row,) = await way_out.say("a")
    await way_out.telegram.until(way_out.calls)
    await way_out.stop()
    assert (await way_out.row(row)).state.value == "delivered"
