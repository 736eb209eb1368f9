"""Updates: one queue, confirmed by the offset, for one poller."""

from __future__ import annotations

import asyncio

from playground.people import Person
from playground.telegram import Telegram
from tests.playground.caller import Caller, Clock


async def test_a_text_arrives_as_a_message_of_its_writer(call: Caller, elena: Person) -> None:
    number = elena.says("Добър ден")
    [update] = await call.result("getUpdates")
    assert update["message"]["message_id"] == number
    assert update["message"]["from"]["language_code"] == "bg"
    assert update["message"]["text"] == "Добър ден"


async def test_an_update_comes_again_until_its_offset_has_passed(call: Caller, elena: Person) -> None:
    elena.says("een")
    [first] = await call.result("getUpdates")
    assert await call.result("getUpdates") == [first]
    assert await call.result("getUpdates", offset=first["update_id"]) == [first]
    assert await call.result("getUpdates", offset=first["update_id"] + 1) == []
    assert await call.result("getUpdates") == []


async def test_a_negative_offset_keeps_only_the_last_ones(call: Caller, elena: Person) -> None:
    for text in ("een", "twee", "drie"):
        elena.says(text)
    [last] = await call.result("getUpdates", offset=-1)
    assert last["message"]["text"] == "drie"
    assert len(await call.result("getUpdates")) == 1


async def test_at_most_a_hundred_come_at_once(call: Caller, elena: Person) -> None:
    for number in range(130):
        elena.says(str(number))
    assert len(await call.result("getUpdates", limit=500)) == 100
    assert len(await call.result("getUpdates", limit=7)) == 7


async def test_a_long_poll_ends_when_something_happens(call: Caller, elena: Person) -> None:
    waiting = asyncio.ensure_future(call.result("getUpdates", timeout=30))
    await call.telegram.until(lambda: call.telegram.log)
    elena.says("hier")
    [update] = await waiting
    assert update["message"]["text"] == "hier"


async def test_a_long_poll_ends_empty_after_its_timeout(call: Caller) -> None:
    started = asyncio.get_running_loop().time()
    assert await call.result("getUpdates", timeout=1) == []
    assert asyncio.get_running_loop().time() - started >= 0.9


async def test_a_second_poller_ends_the_first_with_a_conflict(call: Caller, elena: Person) -> None:
    first = asyncio.ensure_future(call("getUpdates", timeout=30))
    await call.telegram.until(lambda: call.telegram.log)
    second = asyncio.ensure_future(call.result("getUpdates", timeout=30))
    answer = await first
    assert answer["error_code"] == 409
    assert answer["description"].startswith("Conflict: terminated by other getUpdates request")
    elena.says("voor de tweede")
    assert len(await second) == 1


async def test_polling_beside_a_webhook_is_a_conflict(call: Caller) -> None:
    await call.result("setWebhook", url="https://bot.example/hook")
    assert "while webhook is active" in await call.refusal("getUpdates")
    await call.result("deleteWebhook")
    assert await call.result("getUpdates") == []


async def test_setting_a_webhook_ends_a_waiting_poll(call: Caller) -> None:
    poll = asyncio.ensure_future(call("getUpdates", timeout=30))
    await call.telegram.until(lambda: call.telegram.log)
    await call.result("setWebhook", url="https://bot.example/hook")
    assert (await poll)["description"] == "Conflict: terminated by setWebhook request"


async def test_allowed_updates_are_remembered_until_named_again(call: Caller, elena: Person) -> None:
    await call.result("getUpdates", allowed_updates=["callback_query"])
    elena.says("ongehoord")
    assert await call.result("getUpdates") == []
    await call.result("getUpdates", allowed_updates=[])
    elena.says("gehoord")
    assert len(await call.result("getUpdates")) == 1


async def test_updates_older_than_a_day_are_gone(call: Caller, elena: Person, clock: Clock) -> None:
    elena.says("gisteren")
    clock.pass_(23 * 3600)
    elena.says("vandaag")
    clock.pass_(2 * 3600)
    [update] = await call.result("getUpdates")
    assert update["message"]["text"] == "vandaag"


async def test_ids_that_start_anew_lower_are_not_confirmed_by_a_stored_offset(
    call: Caller, elena: Person, telegram: Telegram
) -> None:
    elena.says("oud")
    [old] = await call.result("getUpdates")
    await call.result("getUpdates", offset=old["update_id"] + 1)
    telegram.updates.next_id = 17
    elena.says("nieuw")
    [new] = await call.result("getUpdates", offset=old["update_id"] + 1)
    assert new["update_id"] == 17
    assert await call.result("getUpdates", offset=18) == []


async def test_an_injected_update_is_handed_over_as_it_is(call: Caller, telegram: Telegram) -> None:
    telegram.updates.inject({"update_id": 5, "surprise": {"deep": [[[]]]}})
    assert await call.result("getUpdates") == [{"update_id": 5, "surprise": {"deep": [[[]]]}}]


async def test_a_poller_that_hangs_up_loses_nothing(call: Caller, elena: Person) -> None:
    poll = asyncio.ensure_future(call("getUpdates", timeout=30))
    await call.telegram.until(lambda: call.telegram.log)
    poll.cancel()
    await asyncio.wait({poll})
    elena.says("toch gehoord")
    assert len(await call.result("getUpdates", timeout=5)) == 1
