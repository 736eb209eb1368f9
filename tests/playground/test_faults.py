"""Faults by script: what breaks, what took effect all the same, and what the log says of it."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from playground.api import Server
from playground.faults import Fault
from playground.people import Person
from playground.telegram import Telegram
from tests.playground.caller import Caller, Clock

BROKEN = (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError)


async def test_a_reset_before_leaves_nothing(call: Caller, elena: Person, telegram: Telegram) -> None:
    telegram.faults.once("sendMessage", Fault.RESET_BEFORE)
    with pytest.raises(BROKEN):
        await call("sendMessage", chat_id=701, text="x")
    assert elena.heard() == []
    assert (telegram.log[-1].accepted, telegram.log[-1].code) == (False, 0)


async def test_a_reset_after_loses_only_the_answer(call: Caller, elena: Person, telegram: Telegram) -> None:
    telegram.faults.once("sendMessage", Fault.RESET_AFTER)
    with pytest.raises(BROKEN):
        await call("sendMessage", chat_id=701, text="x")
    assert elena.heard() == ["x"]
    entry = telegram.log[-1]
    assert (entry.accepted, entry.code, entry.message_id) == (True, 0, elena.chat.messages[-1]["message_id"])


@pytest.mark.parametrize(
    ("fault", "status", "kind", "heard"),
    [
        (Fault.SERVER_ERROR, 500, "application/json", []),
        (Fault.BAD_GATEWAY, 502, "text/html", []),
        (Fault.GATEWAY_TIMEOUT, 504, "text/html", ["x"]),
    ],
)
async def test_a_server_error_says_nothing_of_its_effect(
    call: Caller, elena: Person, fault: Fault, status: int, kind: str, heard: list[str]
) -> None:
    call.telegram.faults.once("sendMessage", fault)
    async with call.session.post(call.address("sendMessage"), json={"chat_id": 701, "text": "x"}) as response:
        assert (response.status, response.content_type) == (status, kind)
    assert elena.heard() == heard


async def test_a_delay_answers_late_what_took_effect_at_once(
    call: Caller, elena: Person, telegram: Telegram
) -> None:
    telegram.faults.once("sendMessage", Fault.DELAY, seconds=0.3)
    sending = asyncio.ensure_future(call.result("sendMessage", chat_id=701, text="x"))
    await telegram.settled(elena)
    assert not sending.done()
    assert (await sending)["text"] == "x"


@pytest.mark.parametrize(("fault", "heard"), [(Fault.FREEZE, ["x"]), (Fault.FREEZE_BEFORE, [])])
async def test_a_freeze_never_answers_until_it_is_cleared(
    call: Caller, elena: Person, fault: Fault, heard: list[str]
) -> None:
    call.telegram.faults.once("sendMessage", fault)
    sending = asyncio.ensure_future(call("sendMessage", chat_id=701, text="x"))
    await call.telegram.until(lambda: call.telegram.log)
    await asyncio.sleep(0.1)
    assert not sending.done()
    assert elena.heard() == heard
    call.telegram.faults.clear()
    with pytest.raises(BROKEN):
        await sending


async def test_a_revoked_token_is_unauthorized_until_it_is_restored(call: Caller, telegram: Telegram) -> None:
    telegram.faults.switch(revoked=True)
    assert (await call("getMe"))["error_code"] == 401
    telegram.faults.switch(revoked=False)
    await call.result("getMe")


@pytest.mark.usefixtures("elena")
async def test_a_429_by_script_begins_a_penalty_for_its_chat(
    call: Caller, telegram: Telegram, clock: Clock
) -> None:
    telegram.faults.once("sendMessage", Fault.TOO_MANY, retry_after=7)
    assert (await call("sendMessage", chat_id=701, text="x"))["parameters"] == {"retry_after": 7}
    clock.pass_(3)
    assert (await call("sendMessage", chat_id=701, text="x"))["parameters"] == {"retry_after": 4}
    assert telegram.log[-1].inside_penalty
    clock.pass_(4)
    await call.result("sendMessage", chat_id=701, text="x")


@pytest.mark.usefixtures("elena")
async def test_a_broken_connection_does_not_hide_a_call_inside_a_penalty(
    call: Caller, elena: Person, telegram: Telegram
) -> None:
    telegram.faults.once("sendMessage", Fault.TOO_MANY, retry_after=7)
    await call("sendMessage", chat_id=701, text="x")
    telegram.faults.once("sendMessage", Fault.RESET_BEFORE)
    with pytest.raises(BROKEN):
        await call("sendMessage", chat_id=701, text="x")
    assert [entry.inside_penalty for entry in telegram.log] == [False, True]
    assert elena.heard() == []


async def test_a_429_for_all_stops_every_chat(call: Caller, telegram: Telegram) -> None:
    other = telegram.person(702, "Mert")
    other.starts()
    telegram.faults.once("sendMessage", Fault.TOO_MANY_FOR_ALL, retry_after=5)
    await call("sendMessage", chat_id=701, text="x")
    assert (await call("sendMessage", chat_id=702, text="x"))["error_code"] == 429
    await call.result("getUpdates")


async def test_a_share_hits_about_its_part_and_the_same_calls_in_each_run(telegram: Telegram) -> None:
    telegram.faults.share(0.3, Fault.TOO_MANY, retry_after=(1, 60))
    strikes = [telegram.faults.strike("sendmessage") for _ in range(1000)]
    waits = [strike.retry_after for strike in strikes if strike]
    assert 250 < len(waits) < 350
    assert (min(waits), max(waits)) == (1, 60)
    again = Telegram(telegram.token).faults
    again.share(0.3, Fault.TOO_MANY, retry_after=(1, 60))
    assert [again.strike("sendmessage") for _ in range(1000)] == strikes


async def test_a_fault_for_one_method_leaves_the_others_alone(telegram: Telegram) -> None:
    telegram.faults.share(1.0, Fault.SERVER_ERROR, method="sendMessage")
    assert telegram.faults.strike("getupdates") is None
    assert telegram.faults.strike("sendmessage")


async def test_faults_for_once_queue_up_and_are_used_up(telegram: Telegram) -> None:
    telegram.faults.once("sendMessage", Fault.RESET_BEFORE)
    telegram.faults.once("sendMessage", Fault.RESET_AFTER)
    strikes = [telegram.faults.strike("sendmessage") for _ in range(3)]
    assert [strike.fault if strike else None for strike in strikes] == [
        Fault.RESET_BEFORE,
        Fault.RESET_AFTER,
        None,
    ]


async def test_down_breaks_waiting_polls_and_every_new_call(call: Caller, telegram: Telegram) -> None:
    poll = asyncio.ensure_future(call("getUpdates", timeout=30))
    await telegram.until(lambda: telegram.log)
    telegram.faults.switch(down=True)
    with pytest.raises(BROKEN):
        await poll
    with pytest.raises(BROKEN):
        await call("getMe")
    telegram.faults.switch(down=False)
    await call.result("getMe")


async def test_a_server_that_does_not_listen_refuses_connections(call: Caller, server: Server) -> None:
    await call.result("getMe")
    await server.stop_listening()
    with pytest.raises((aiohttp.ClientConnectorError, *BROKEN)):
        await call("getMe")
    with pytest.raises(aiohttp.ClientConnectorError):
        await call("getMe")
    await server.listen(server.port)
    await call.result("getMe")


async def test_switches_tell_who_looks_on(telegram: Telegram) -> None:
    seen: list[dict[str, object]] = []
    telegram.listeners.append(seen.append)
    telegram.faults.switch(too_many=True)
    assert seen == [{"type": "switches", "down": False, "slow": False, "too_many": True, "revoked": False}]
    with pytest.raises(ValueError, match="unknown switch"):
        telegram.faults.switch(sleepy=True)


@pytest.mark.usefixtures("elena")
async def test_the_log_holds_when_what_and_how_it_ended(call: Caller, telegram: Telegram) -> None:
    await call("sendMessage", chat_id="701", text="x")
    await call("sendMessage", chat_id=999, text="x")
    good, bad = telegram.log
    assert (good.method, good.chat_id, good.code, good.accepted) == ("sendMessage", 701, 200, True)
    assert good.answered_at is not None
    assert good.answered_at >= good.came_at
    assert (bad.code, bad.accepted, bad.description) == (400, False, "Bad Request: chat not found")


@pytest.mark.usefixtures("elena")
async def test_an_entry_of_the_log_shows_no_text_when_printed(call: Caller, telegram: Telegram) -> None:
    await call("sendMessage", chat_id=701, text="vertrouwelijk")
    assert telegram.log[-1].params["text"] == "vertrouwelijk"
    assert "vertrouwelijk" not in repr(telegram.log)
