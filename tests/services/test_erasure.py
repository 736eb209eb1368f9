"""Erasing at its edges: nobody there, somebody with a role, something still on its way."""

import pytest

from bot.domain.errors import ButtonExpired, CaseUnknown
from bot.domain.people import ChatId
from bot.services.erasure import LANDED, Erasure
from bot.services.news import News
from bot.services.people import People
from bot.services.turn import Turn
from tests.cast import Cast
from tests.line import Line

CHAT = ChatId(5_500_000_990)


async def people(turn: Turn) -> int:
    row = await turn.tx.one("SELECT COUNT(*) AS n FROM people")
    return int(row["n"]) if row else 0


async def test_nobody_cannot_be_erased_nor_follow_anything(line: Line) -> None:
    with pytest.raises(LookupError):
        await line.turn(lambda turn: Erasure(turn).everything())
    with pytest.raises(ButtonExpired):
        await line.turn(lambda turn: News(turn).follow("bokrijk"))


async def test_who_has_chosen_a_language_or_has_a_role_is_no_stranger(cast: Cast, line: Line) -> None:
    jan, karel = await cast.jan(), await cast.karel()

    async def stops(turn: Turn) -> int:
        for actor in (jan, karel):
            await People(turn).meet(ChatId(actor.phone.chat.id))
            await Erasure(turn).stranger()
        return await people(turn)

    assert await line.turn(stops) == 2


async def test_nobody_erases_the_case_of_somebody_else(cast: Cast, line: Line) -> None:
    case = await cast.case_of(await cast.jan(), "Er ligt afval")

    async def by_another(turn: Turn) -> None:
        await People(turn).meet(CHAT)
        await Erasure(turn).one(case)

    with pytest.raises(CaseUnknown):
        await line.turn(by_another)
    assert (await cast.state_of(case)).alias == case.alias


async def test_while_something_is_on_its_way_it_is_looked_at_again(line: Line) -> None:
    async def with_one_waiting(turn: Turn) -> tuple[int, int]:
        person = await People(turn).meet(CHAT)
        await turn.say(person.id, "case-in-hand", number="12345")
        await turn.tx.run("UPDATE outbox SET state = 'sending'")
        await turn.tx.run("DELETE FROM people")
        await Erasure(turn).landed(CHAT, turn.now)
        waits = await turn.tx.all("SELECT key FROM due WHERE kind = :kind", kind=LANDED)
        await turn.tx.run("UPDATE outbox SET state = 'delivered'")
        await turn.tx.run("DELETE FROM due WHERE kind = :kind", kind=LANDED)
        await Erasure(turn).landed(CHAT, turn.now)
        gone = await turn.tx.all("SELECT key FROM due WHERE kind = :kind", kind=LANDED)
        return len(waits), len(gone)

    assert await line.turn(with_one_waiting) == (1, 0)
    assert await line.read(lambda tx: tx.all("SELECT * FROM outbox")) == []


async def test_the_key_of_what_is_to_be_looked_at_names_no_chat(line: Line) -> None:
    async def erased(turn: Turn) -> list[str]:
        await People(turn).meet(CHAT)
        await Erasure(turn).everything()
        return [
            row["key"] for row in await turn.tx.all("SELECT key FROM due WHERE kind = :kind", kind=LANDED)
        ]

    (key,) = await line.turn(erased)
    assert str(CHAT) not in key


async def test_wijken_that_the_city_gave_up_are_neither_shown_nor_in_the_way(line: Line) -> None:
    async def follows(turn: Turn) -> int:
        person = await People(turn).meet(CHAT)
        await News(turn).follow("bokrijk")
        await turn.tx.run("UPDATE follows SET wijk = 'atlantis'")
        shown = await News(turn).followed()
        await News(turn).stop()
        left = await turn.tx.all("SELECT * FROM follows WHERE person_id = :id", id=person.id)
        return len(shown) + len(left)

    assert await line.turn(follows) == 0


async def test_an_announcement_still_counts_whom_it_reached(line: Line) -> None:
    async def erased(turn: Turn) -> list[tuple[object, ...]]:
        person = await People(turn).meet(CHAT)
        await turn.say(person.id, "case-in-hand", number="12345")
        await turn.tx.run("UPDATE outbox SET announcement_id = 5, state = 'delivered', message_id = 9")
        await Erasure(turn).everything()
        found = await turn.tx.all("SELECT chat_id, person_id, message_id, state FROM outbox")
        return [tuple(row) for row in found]

    assert await line.turn(erased) == [(0, None, None, "delivered")]
