"""Rates: thirty a second in all, one a second in a chat with a burst, twenty a minute in a group."""

from __future__ import annotations

import pytest

from playground.limits import Limits
from playground.people import Person
from playground.telegram import Telegram
from tests.playground.caller import Caller, Clock


def people(telegram: Telegram, count: int) -> list[Person]:
    found = [telegram.person(2000 + number, f"Bewoner {number}") for number in range(count)]
    for person in found:
        person.starts()
    return found


@pytest.mark.usefixtures("elena")
async def test_a_private_chat_takes_a_burst_and_then_one_a_second(call: Caller, clock: Clock) -> None:
    for _ in range(3):
        await call.result("sendMessage", chat_id=701, text="x")
    answer = await call("sendMessage", chat_id=701, text="x")
    assert answer["error_code"] == 429
    assert answer["description"] == "Too Many Requests: retry after 1"
    assert answer["parameters"] == {"retry_after": 1}
    clock.pass_(1.0)
    await call.result("sendMessage", chat_id=701, text="x")
    assert (await call("sendMessage", chat_id=701, text="x"))["error_code"] == 429


@pytest.mark.usefixtures("elena")
async def test_a_call_inside_a_penalty_is_noted_and_lengthens_nothing(
    call: Caller, telegram: Telegram, clock: Clock
) -> None:
    for _ in range(4):
        await call("sendMessage", chat_id=701, text="x")
    clock.pass_(0.5)
    await call("sendMessage", chat_id=701, text="x")
    assert [entry.inside_penalty for entry in telegram.log] == [False] * 4 + [True]
    clock.pass_(0.6)
    await call.result("sendMessage", chat_id=701, text="x")


@pytest.mark.usefixtures("elena")
async def test_one_chat_in_a_penalty_does_not_stop_another(call: Caller, telegram: Telegram) -> None:
    for _ in range(4):
        await call("sendMessage", chat_id=701, text="x")
    [other] = people(telegram, 1)
    await call.result("sendMessage", chat_id=other.user_id, text="x")


async def test_more_than_about_thirty_in_a_second_stop_everything(
    call: Caller, telegram: Telegram, clock: Clock
) -> None:
    crowd = people(telegram, 40)
    codes = [
        (await call("sendMessage", chat_id=person.user_id, text="x")).get("error_code", 200)
        for person in crowd
    ]
    assert codes == [200] * 32 + [429] * 8
    clock.pass_(1.0)
    await call.result("sendMessage", chat_id=crowd[-1].user_id, text="x")


async def test_a_group_takes_twenty_a_minute(
    call: Caller, elena: Person, telegram: Telegram, clock: Clock
) -> None:
    group = telegram.add_to_group(elena).chat.id
    for _ in range(20):
        await call.result("sendMessage", chat_id=group, text="x")
        clock.pass_(1.0)
    answer = await call("sendMessage", chat_id=group, text="x")
    assert answer["parameters"]["retry_after"] == 40


@pytest.mark.usefixtures("elena")
async def test_edits_count_for_the_bot_but_not_for_the_chat(call: Caller) -> None:
    sent = await call.result("sendMessage", chat_id=701, text="0")
    for number in range(1, 10):
        await call.result("editMessageText", chat_id=701, message_id=sent["message_id"], text=str(number))
    for _ in range(2):
        await call.result("sendMessage", chat_id=701, text="x")


@pytest.mark.usefixtures("elena")
async def test_questions_and_answers_to_presses_are_not_counted(call: Caller) -> None:
    for _ in range(50):
        await call.result("getMe")
        await call.result("sendChatAction", chat_id=701, action="typing")


@pytest.fixture
def telegram_without_limits(telegram: Telegram) -> Telegram:
    telegram.limits.lifted = True
    return telegram


async def test_limits_can_be_lifted(telegram_without_limits: Telegram, call: Caller, elena: Person) -> None:
    for _ in range(100):
        await call.result("sendMessage", chat_id=701, text="x")
    assert len(elena.heard()) == 100
    assert telegram_without_limits.log[-1].code == 200


def test_the_defaults_are_those_of_the_documentation() -> None:
    limits = Limits()
    assert (limits.all_per_second, limits.chat_per_second, limits.group_per_minute) == (30, 1.0, 20)
