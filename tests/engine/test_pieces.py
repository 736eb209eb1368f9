"""What leaves in several messages is known by each of them, and is taken away with all of them."""

from collections.abc import Awaitable, Callable

from bot.domain.intents import Act, Intent
from bot.domain.people import ChatId
from bot.engine.answers import Delivered
from bot.engine.outcomes import ending_of
from bot.services.turn import Turn
from bot.texts import Texts
from handlers.render import Renderer
from storage.database import Transaction
from storage.erasure import erase_chat
from storage.outbox import find_outbox_by_message
from tests.engine.exit import Exit, genk, wall
from tests.engine.test_ledger import ledger_of, sent, written_down

CHAT = 7


async def said_in_four(way_out: Exit) -> int:
    """A long text of two messages and then an album of two: the row."""
    ledger = ledger_of()
    (row,) = await sent(way_out, ledger, "one\ntwo\nthree", to=CHAT)
    await written_down(way_out, ledger, ending_of(row, 3, Delivered({"message_id": 1})))
    (again,) = await sent(way_out, ledger)
    await written_down(way_out, ledger, ending_of(again, 3, Delivered({"message_id": 2})))
    (last,) = await sent(way_out, ledger)
    album = [{"message_id": 3}, {"message_id": 4}]
    await written_down(way_out, ledger, ending_of(last, 3, Delivered(album)))
    return row.id


async def test_each_message_of_it_leads_to_what_was_said(way_out: Exit) -> None:
    row = await said_in_four(way_out)
    for message in range(1, 5):
        found = await way_out.database.read(_finding(message))
        assert found == row, message
    assert await way_out.database.read(_finding(5)) is None


async def test_all_of_it_is_taken_away(way_out: Exit) -> None:
    await said_in_four(way_out)
    renderer = Renderer(Texts(["nl"]), {}, {})
    taken = Intent(chat=ChatId(CHAT), name="", act=Act.DELETE, edits_message=3)
    calls = await way_out.database.read(lambda tx: renderer(Turn(tx, wall(), genk()), taken))
    assert sorted(int(str(call.params["message_id"])) for call in calls) == [1, 2, 3, 4]


async def test_nothing_of_it_is_left_of_a_chat_that_is_erased(way_out: Exit) -> None:
    await said_in_four(way_out)
    await way_out.database.turn(lambda tx: erase_chat(tx, CHAT))
    assert await way_out.all("SELECT * FROM outbox_pieces") == []


def _finding(message: int) -> Callable[[Transaction], Awaitable[int | None]]:
    async def find(tx: Transaction) -> int | None:
        row = await find_outbox_by_message(tx, CHAT, message)
        return row.id if row else None

    return find
