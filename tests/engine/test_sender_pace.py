"""How fast the one exit is, who may use it, and what it tells of itself."""

import asyncio
import time
from bisect import bisect_left
from collections.abc import Sequence

import pytest

from bot.domain.intents import Act, Call, Urgency
from bot.engine.answers import Later
from bot.engine.ledger import Ledger
from bot.engine.outcomes import ending_of
from bot.engine.postman import Postman
from bot.engine.request import BotApi
from bot.services.turn import Turn
from bot.settings import Secret
from playground.limits import Limits
from storage.sending import Head
from tests.engine.exit import Exit, genk, spoken, wall

NEWS = Urgency.ANNOUNCEMENT
ANNOUNCE = """
INSERT INTO announcements (id, staff_id, audience, state, people, reached, created_at)
VALUES (1, 1, 'everybody', 'going', 1, 0, 0)
"""
STAFF = """
INSERT INTO staff (id, role, wijken, stadsdelen, languages, created_at) VALUES (1, 'coordinator', '', '', '', 0)
"""


def most_within(times: Sequence[float], seconds: float) -> int:
    return max(bisect_left(times, at + seconds) - index for index, at in enumerate(times))


async def to_many(way_out: Exit, chats: range) -> None:
    for chat in chats:
        way_out.telegram.open_chat({"id": chat, "type": "private", "first_name": "E"}).standing = "member"
        await way_out.say("news", to=chat, urgency=NEWS)


async def test_in_any_one_second_at_most_the_limit_and_one_more_leave(way_out: Exit) -> None:
    left: list[float] = []
    way_out.telegram.pace.limits = way_out.telegram.limits = Limits(lifted=True)
    way_out.rate = 50
    await to_many(way_out, range(800, 920))
    way_out.start(on_departure=lambda _urgency, _seconds: left.append(time.monotonic()))
    await way_out.telegram.until(lambda: len(way_out.told()) == 120, 15)
    assert most_within(left, 1.0) <= 51
    assert left[-1] - left[0] >= 119 / 51 - 0.05


async def test_what_leaves_says_how_long_it_could_have_left(way_out: Exit) -> None:
    told: list[tuple[Urgency, float]] = []
    await way_out.say("case")
    await asyncio.sleep(0.3)
    way_out.start(on_departure=lambda urgency, seconds: told.append((urgency, seconds)))
    await way_out.telegram.until(way_out.calls)
    await way_out.outcomes(*await way_out.say("prompt", urgency=Urgency.PROMPT))
    assert [urgency for urgency, _ in told] == [Urgency.CASE, Urgency.PROMPT]
    assert 0.3 <= told[0][1] < 5
    assert told[1][1] < 2


async def test_nothing_leaves_of_a_process_that_may_not_send(way_out: Exit) -> None:
    allowed = [False]
    sender = way_out.start(may_leave=lambda: allowed[0])
    rows = await way_out.say("x")
    await asyncio.sleep(0.3)
    assert way_out.calls() == []
    allowed[0] = True
    sender.look()
    assert await way_out.outcomes(*rows) == ["delivered"]


async def test_what_was_claimed_when_the_right_to_send_was_lost_waits_again_uncounted(way_out: Exit) -> None:
    asked = [0]

    def may_leave() -> bool:
        """Yes to choosing, no to leaving, twice; then whatever is asked."""
        asked[0] += 1
        return asked[0] != 2

    way_out.start(may_leave=may_leave)
    (row,) = await way_out.say("x")
    assert await way_out.outcomes(row) == ["delivered"]
    assert (await way_out.row(row)).attempts == 1
    assert way_out.told() == ["x"]


async def test_a_sender_that_ended_may_run_again_and_begins_with_what_is_on_disk(way_out: Exit) -> None:
    sender = way_out.start()
    await way_out.outcomes(*await way_out.say("a"))
    await way_out.stop()
    rows = await way_out.say("b", "c")
    again = asyncio.Event()
    running = asyncio.ensure_future(sender.run(again))
    assert await way_out.outcomes(*rows) == ["delivered", "delivered"]
    again.set()
    sender.look()
    await running
    assert way_out.told() == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("state", "left"), [("going", ["waiting"]), ("stopped", ["stopped"]), ("paused", [])]
)
async def test_what_is_limited_after_its_announcement_was_stopped_or_paused_does_not_wait_again(
    way_out: Exit, state: str, left: list[str]
) -> None:
    ledger = Ledger(wall, lambda tx: Turn(tx, wall(), genk()), spoken)
    await way_out.set(STAFF)
    await way_out.set(ANNOUNCE)
    (row,) = await way_out.say("news", urgency=NEWS, announcement=1)
    head = Head(row, 701, NEWS, 0)
    written = await way_out.database.turn(lambda tx: ledger.write(tx, [], [head]))
    await way_out.set("UPDATE announcements SET state = :state", state=state)
    ending = ending_of(written.claimed[0][0], 1, Later(1.0))
    await way_out.database.turn(lambda tx: ledger.write(tx, [ending], []))
    rows = await way_out.all("SELECT state FROM outbox WHERE announcement_id = 1")
    assert [row["state"] for row in rows] == left


@pytest.mark.parametrize("pays", [True, False])
async def test_only_who_pays_says_so_and_only_with_messages(way_out: Exit, pays: bool) -> None:  # noqa: FBT001 - a parameter of the test
    api = BotApi(way_out.connections, way_out.server.url, Secret(way_out.telegram.token))
    postman = Postman(api, pays=pays)
    await postman.deliver(Call("sendMessage", {"chat_id": 701, "text": "x"}))
    await postman.deliver(Call("editMessageText", {"chat_id": 701, "message_id": 1, "text": "y"}))
    said = [call.params.get("allow_paid_broadcast") for call in way_out.telegram.log]
    assert said == [True if pays else None, None]


async def test_many_rows_of_one_round_are_written_each_in_its_own_words(way_out: Exit) -> None:
    rows = [row for chat in range(900, 909) for row in await way_out.say(f"to {chat}", to=chat)]
    for chat in range(900, 909):
        way_out.telegram.open_chat({"id": chat, "type": "private", "first_name": "E"}).standing = "member"
    rows += await way_out.say("card", act=Act.SEND)
    way_out.start()
    assert set(await way_out.outcomes(*rows)) == {"delivered"}
    assert [call.params["text"] for call in way_out.calls() if call.chat_id != 701] == [
        f"to {call.chat_id}" for call in way_out.calls() if call.chat_id != 701
    ]
