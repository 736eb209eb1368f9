"""The webhook's registration: set where it must be, noticed where it drifts, never fought for."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.engine.intake import ALLOWED
from bot.engine.registration import LOOK_SECONDS
from playground.api import Server
from playground.faults import Fault
from playground.telegram import Telegram
from storage.webhooks import find_given_webhook
from tests.engine.office import MORNING, OURS, THEIRS, Office, opened


@pytest.fixture
def telegram() -> Telegram:
    return Telegram("700000001:" + "A" * 35, clock=MORNING.timestamp)


@pytest.fixture
async def office(tmp_path: Path, telegram: Telegram, server: Server) -> AsyncIterator[Office]:
    async with opened(tmp_path, telegram, server) as office:
        yield office


async def test_the_first_look_sets_the_webhook_with_all_that_goes_with_it(office: Office) -> None:
    registration = office.registration()
    assert not registration.is_fine
    assert await registration.look() == LOOK_SECONDS
    params = next(call.params for call in office.telegram.log if call.method == "setWebhook")
    assert params == {
        "url": OURS,
        "secret_token": "one",
        "allowed_updates": list(ALLOWED),
        "max_connections": 40,
    }
    assert registration.is_fine
    assert office.alarms == []


async def test_a_webhook_that_stands_is_left_alone_also_after_a_restart(office: Office) -> None:
    await office.registration().look()
    office.calls()
    assert await office.registration().look() == LOOK_SECONDS
    assert office.calls() == ["getWebhookInfo"]


@pytest.mark.parametrize("changed", ["secret", "kinds", "connections"])
async def test_what_else_differs_is_set_anew_without_an_alarm(office: Office, changed: str) -> None:
    await office.registration().look()
    office.calls()
    if changed == "kinds":
        office.telegram.updates.allow(["message"])
    if changed == "connections":
        office.telegram.webhook.max_connections = 7
    registration = office.registration(mark="two" if changed == "secret" else "one")
    await registration.look()
    assert office.calls() == ["getWebhookInfo", "setWebhook"]
    assert registration.is_fine
    assert office.alarms == []


async def test_what_waits_is_never_thrown_away(office: Office) -> None:
    office.telegram.person(701, "Elena").says("wacht")
    registration = office.registration()
    await registration.look()
    await registration.look()
    assert registration.pending == 1
    assert all("drop_pending_updates" not in call.params for call in office.telegram.log)


@pytest.mark.parametrize("moved", ["", THEIRS])
async def test_a_webhook_that_drifted_is_an_alarm_and_is_set_anew(office: Office, moved: str) -> None:
    registration = office.registration()
    await registration.look()
    office.moved_to(moved)
    assert await registration.look() == LOOK_SECONDS
    assert office.telegram.webhook.url == OURS
    assert office.alarms == ["webhook-drifted"]
    assert registration.is_fine


async def test_a_drift_now_and_then_is_set_right_each_time(office: Office) -> None:
    registration = office.registration()
    for _ in range(3):
        await registration.look()
        office.moved_to(THEIRS)
        await registration.look()
        assert office.telegram.webhook.url == OURS
    assert set(office.alarms) == {"webhook-drifted"}


async def test_somebody_who_takes_it_twice_is_told_of_and_not_fought(office: Office) -> None:
    registration = office.registration()
    await registration.look()
    for _ in range(3):
        office.moved_to(THEIRS)
        assert await registration.look() == LOOK_SECONDS
    assert office.telegram.webhook.url == THEIRS
    assert office.alarms[:3] == ["webhook-drifted", "webhook-drifted", "somebody-elses-webhook"]
    assert not registration.is_fine
    assert not registration.acceptance.given
    office.calls()
    await registration.look()
    assert office.calls() == ["getWebhookInfo"]


@pytest.mark.parametrize("left", ["", OURS])
async def test_once_the_other_is_gone_all_is_well_again(office: Office, left: str) -> None:
    registration = office.registration()
    await registration.look()
    for _ in range(2):
        office.moved_to(THEIRS)
        await registration.look()
    office.moved_to(left)
    await registration.look()
    assert office.telegram.webhook.url == OURS
    assert registration.is_fine
    assert registration.acceptance.given


async def test_two_that_were_told_to_be_the_same_bot_do_not_take_it_from_each_other_for_ever(
    office: Office,
) -> None:
    one, other = office.registration(), office.registration(THEIRS)
    for _ in range(6):
        await one.look()
        await other.look()
    office.calls()
    await one.look()
    await other.look()
    assert "setWebhook" not in office.calls()
    assert "somebody-elses-webhook" in office.alarms


async def test_deliveries_that_fail_are_told_once_and_without_telegrams_words(
    office: Office, logged: list[dict[str, Any]]
) -> None:
    registration = office.registration()
    await registration.look()
    office.telegram.webhook.last_error = (int(MORNING.timestamp()), "Connection refused by planted.example")
    await registration.look()
    await registration.look()
    (told,) = [event for event in logged if event["event"] == "webhook-failing"]
    assert "planted" not in repr(logged)
    assert set(told) == {"event", "log_level", "pending"}
    assert registration.is_fine


async def test_a_failure_of_yesterday_is_no_news(office: Office, logged: list[dict[str, Any]]) -> None:
    registration = office.registration()
    await registration.look()
    yesterday = MORNING - timedelta(days=1)
    office.telegram.webhook.last_error = (int(yesterday.timestamp()), "Connection refused")
    await registration.look()
    assert "webhook-failing" not in {event["event"] for event in logged}


async def test_a_secret_that_we_ourselves_refused_is_given_anew(office: Office) -> None:
    registration = office.registration()
    await registration.look()
    office.telegram.webhook.secret = "of-somebody-else"
    office.telegram.webhook.last_error = (
        int(MORNING.timestamp()),
        "Wrong response from the webhook: 403 Forbidden",
    )
    await registration.look()
    assert office.telegram.webhook.secret == "one"


async def test_a_telegram_that_is_gone_is_asked_again_with_growing_pauses(office: Office) -> None:
    registration = office.registration()
    office.telegram.faults.switch(down=True)
    pauses = [await registration.look() for _ in range(8)]
    assert pauses == [1, 2, 5, 10, 30, 60, 60, 60]
    assert not registration.is_fine
    office.telegram.faults.switch(down=False)
    assert await registration.look() == LOOK_SECONDS
    assert registration.is_fine


@pytest.mark.parametrize("fault", [Fault.RESET_AFTER, Fault.GATEWAY_TIMEOUT])
async def test_a_webhook_whose_answer_was_lost_is_set_once_more_and_known_for_ours(
    office: Office, fault: Fault
) -> None:
    registration = office.registration()
    office.telegram.faults.once("setWebhook", fault)
    assert await registration.look() == 1
    given = await office.database.read(find_given_webhook)
    assert given
    assert (given.url, given.taken) == (OURS, False)
    office.calls()
    assert await registration.look() == LOOK_SECONDS
    assert office.calls() == ["getWebhookInfo", "setWebhook"]


async def test_an_address_that_telegram_does_not_take_is_told_and_tried_ever_more_seldom(
    office: Office, logged: list[dict[str, Any]]
) -> None:
    registration = office.registration("https://stad.example:9000/hook")
    assert [await registration.look() for _ in range(7)] == [1, 2, 5, 10, 30, 60, 60]
    assert {event["event"] for event in logged} == {"webhook-refused"}
    assert not registration.is_fine


async def test_a_penalty_is_waited_for(office: Office) -> None:
    registration = office.registration()
    office.telegram.faults.once("getWebhookInfo", Fault.TOO_MANY, retry_after=17)
    assert await registration.look() == 17


async def test_a_revoked_token_is_one_alarm_and_is_asked_for_once_a_minute(office: Office) -> None:
    registration = office.registration()
    registration.acceptance.pause = 0.05
    office.telegram.faults.switch(revoked=True)
    stopping = asyncio.Event()
    looking = asyncio.ensure_future(registration.run(stopping))
    await office.telegram.until(lambda: len(office.telegram.log) >= 4)
    assert {call.method for call in office.telegram.log[1:]} == {"getMe"}
    assert office.alarms == ["token-revoked"]
    office.telegram.faults.switch(revoked=False)
    await office.telegram.until(lambda: office.telegram.webhook.url)
    stopping.set()
    await looking


async def test_a_stop_drops_a_look_that_hangs(office: Office) -> None:
    office.telegram.faults.once("getWebhookInfo", Fault.FREEZE_BEFORE)
    stopping = asyncio.Event()
    looking = asyncio.ensure_future(office.registration().run(stopping))
    await office.telegram.until(lambda: office.telegram.log)
    stopping.set()
    async with asyncio.timeout(1):
        await looking
    office.telegram.faults.clear()


async def test_what_is_noted_is_sealed(office: Office) -> None:
    await office.registration("https://stad.example/geheim-pad").look()
    rows = await office.database.read(lambda tx: tx.all("SELECT value FROM meta"))
    assert rows
    assert not any("geheim" in row["value"] or "stad.example" in row["value"] for row in rows)
