"""The one exit when Telegram fails: nothing lost, doubled only what lost its answer, nothing inside a penalty."""

import asyncio

import pytest

from bot.domain.intents import Urgency
from playground.faults import Fault
from tests.engine.exit import Exit

PROMPT = Urgency.PROMPT


@pytest.mark.parametrize("fault", [Fault.SERVER_ERROR, Fault.BAD_GATEWAY, Fault.RESET_BEFORE])
async def test_what_took_no_effect_is_sent_again_and_nothing_is_lost(way_out: Exit, fault: Fault) -> None:
    way_out.telegram.faults.once("sendMessage", fault)
    way_out.start()
    assert await way_out.outcomes(*await way_out.say("x", "y")) == ["delivered", "delivered"]
    assert way_out.told() == ["x", "y"]


@pytest.mark.parametrize("fault", [Fault.RESET_AFTER, Fault.GATEWAY_TIMEOUT])
async def test_only_what_lost_its_answer_arrives_twice(way_out: Exit, fault: Fault) -> None:
    way_out.telegram.faults.once("sendMessage", fault)
    way_out.start()
    assert await way_out.outcomes(*await way_out.say("x", "y")) == ["delivered", "delivered"]
    assert way_out.told() == ["x", "x", "y"]


async def test_after_a_second_lost_answer_a_message_is_uncertain_and_never_sent_again(way_out: Exit) -> None:
    for _ in range(2):
        way_out.telegram.faults.once("sendMessage", Fault.RESET_AFTER)
    way_out.start()
    assert await way_out.outcomes(*await way_out.say("x", "y")) == ["uncertain", "delivered"]
    assert way_out.told() == ["x", "x", "y"]


async def test_a_prompt_that_lost_its_answer_is_not_repeated(way_out: Exit) -> None:
    way_out.telegram.faults.once("sendMessage", Fault.RESET_AFTER)
    way_out.start()
    assert await way_out.outcomes(*await way_out.say("x", urgency=PROMPT)) == ["uncertain"]
    await way_out.outcomes(*await way_out.say("y"))
    assert way_out.told() == ["x", "y"]


async def test_while_telegram_is_silent_only_getme_asks(way_out: Exit) -> None:
    telegram = way_out.telegram
    sender = way_out.start()
    telegram.faults.once("sendMessage", Fault.SERVER_ERROR)
    for _ in range(3):
        telegram.faults.once("getMe", Fault.SERVER_ERROR)
    rows = await way_out.say("a", "b") + await way_out.say("c", to=702)
    way_out.resident(702)
    await telegram.until(lambda: len(way_out.calls("getMe")) == 3)
    silent_since = way_out.calls("getMe")[0].came_at
    assert not sender.open
    assert [call.came_at > silent_since for call in way_out.calls()].count(True) == 0
    assert set(await way_out.outcomes(*rows)) == {"delivered"}
    assert sender.open
    assert sorted(way_out.told()) == ["a", "b", "c"]


async def test_telegram_down_loses_nothing_doubles_nothing_and_keeps_the_order(way_out: Exit) -> None:
    way_out.start()
    way_out.telegram.faults.switch(down=True)
    rows = await way_out.say("a", "b", "c")
    await asyncio.sleep(0.4)
    await way_out.server.stop_listening()
    await asyncio.sleep(0.4)
    await way_out.server.listen(way_out.server.port)
    way_out.telegram.faults.switch(down=False)
    assert set(await way_out.outcomes(*rows)) <= {"delivered", "uncertain"}
    assert way_out.told() == ["a", "b", "c"]


async def test_a_chat_that_was_limited_hears_nothing_inside_its_window(way_out: Exit) -> None:
    way_out.telegram.faults.once("sendMessage", Fault.TOO_MANY, retry_after=1)
    way_out.resident(702)
    way_out.start()
    mine = await way_out.say("a", "b")
    await way_out.outcomes(*await way_out.say("z", to=702))
    assert way_out.told() == ["z"]
    assert await way_out.outcomes(*mine) == ["delivered", "delivered"]
    assert way_out.told() == ["z", "a", "b"]
    assert not any(call.inside_penalty for call in way_out.calls())
    assert [(await way_out.row(row)).attempts for row in mine] == [1, 1]


async def test_a_window_is_kept_over_a_crash(way_out: Exit) -> None:
    way_out.telegram.faults.once("sendMessage", Fault.TOO_MANY, retry_after=2)
    way_out.start()
    rows = await way_out.say("a")
    await way_out.telegram.until(way_out.calls)
    await _until_waiting(way_out)
    await way_out.crash()
    way_out.start()
    assert await way_out.outcomes(*rows) == ["delivered"]
    assert not any(call.inside_penalty for call in way_out.calls())


async def test_a_window_of_everything_is_kept_over_a_crash(way_out: Exit) -> None:
    chats = [710, 711, 712]
    for chat in chats:
        way_out.resident(chat)
        way_out.telegram.faults.once("sendMessage", Fault.TOO_MANY, retry_after=2)
    way_out.start()
    rows = [row for chat in chats for row in await way_out.say("a", to=chat)]
    await way_out.telegram.until(lambda: len(way_out.calls()) == 3)
    await _until_waiting(way_out)
    await way_out.crash()
    stopped_until = way_out.calls()[0].came_at + 2
    way_out.start()
    rows += await way_out.say("other")
    assert set(await way_out.outcomes(*rows)) == {"delivered"}
    assert all(call.came_at >= stopped_until for call in way_out.calls()[3:])


async def _until_waiting(way_out: Exit) -> None:
    async with asyncio.timeout(5):
        while await way_out.all("SELECT id FROM outbox WHERE state = 'sending'"):
            await asyncio.sleep(0.01)


async def test_what_was_in_flight_at_a_crash_goes_once_more_prompts_included(way_out: Exit) -> None:
    for _ in range(2):
        way_out.telegram.faults.once("sendMessage", Fault.FREEZE)
    way_out.resident(702)
    way_out.start()
    rows = await way_out.say("prompt", urgency=PROMPT) + await way_out.say("card", to=702)
    await way_out.telegram.until(lambda: len(way_out.calls()) == 2)
    await way_out.crash()
    way_out.telegram.faults.clear()
    way_out.start()
    assert await way_out.outcomes(*rows) == ["delivered", "delivered"]
    assert sorted(way_out.told()) == ["card", "card", "prompt", "prompt"]


async def test_what_was_in_flight_at_two_crashes_is_uncertain(way_out: Exit) -> None:
    rows = await way_out.say("card")
    for crash in range(2):
        way_out.telegram.faults.once("sendMessage", Fault.FREEZE)
        way_out.start()
        await way_out.telegram.until(lambda so_far=crash: len(way_out.calls()) > so_far)  # type: ignore[misc] # a default
        await way_out.crash()
        way_out.telegram.faults.clear()
    way_out.start()
    assert await way_out.outcomes(*rows) == ["uncertain"]
    assert way_out.told() == ["card", "card"]


async def test_a_token_that_was_revoked_keeps_everything_and_asks_rarely(way_out: Exit) -> None:
    way_out.telegram.faults.switch(revoked=True)
    way_out.start()
    (row,) = await way_out.say("x")
    await way_out.telegram.until(way_out.calls)
    await asyncio.sleep(0.6)
    assert len(way_out.calls()) + len(way_out.calls("getMe")) == 1
    kept = await way_out.row(row)
    assert (kept.state.value, kept.attempts) == ("waiting", 0)
    assert await way_out.stop() < 2
