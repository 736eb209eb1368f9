"""From webhook to polling: our own webhook is taken back, anybody else's is left."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

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


async def test_polling_takes_back_the_webhook_of_an_earlier_start(office: Office) -> None:
    await office.registration().look()
    office.telegram.person(701, "Elena").says("wacht")
    assert await office.old_webhook().is_taken_back()
    assert office.telegram.webhook.url == ""
    assert len(office.telegram.updates) == 1
    assert await office.database.read(find_given_webhook) is None


async def test_polling_takes_back_the_webhook_that_the_settings_still_name(office: Office) -> None:
    office.moved_to(OURS)
    assert await office.old_webhook(OURS).is_taken_back()
    assert office.telegram.webhook.url == ""


@pytest.mark.parametrize("known", [None, OURS])
async def test_polling_leaves_somebody_elses_webhook_and_asks_only_once(
    office: Office, known: str | None
) -> None:
    office.moved_to(THEIRS)
    old = office.old_webhook(known)
    assert [await old.is_taken_back() for _ in range(3)] == [False, False, False]
    assert office.telegram.webhook.url == THEIRS
    assert office.calls() == (["getWebhookInfo"] if known else [])


async def test_polling_asks_until_telegram_answers(office: Office) -> None:
    await office.registration().look()
    office.telegram.faults.once("deleteWebhook", Fault.RESET_BEFORE)
    office.telegram.faults.once("getWebhookInfo", Fault.BAD_GATEWAY)
    assert await office.old_webhook().is_taken_back()
    assert office.telegram.webhook.url == ""


async def test_a_webhook_that_comes_back_after_polling_took_it_is_left_to_a_person(office: Office) -> None:
    registration, old = office.registration(), office.old_webhook()
    await registration.look()
    assert await old.is_taken_back()
    await registration.look()
    assert not await old.is_taken_back()
    assert office.telegram.webhook.url == OURS


async def test_back_from_polling_the_webhook_is_set_again(office: Office) -> None:
    await office.registration().look()
    await office.old_webhook().is_taken_back()
    registration = office.registration()
    await registration.look()
    assert office.telegram.webhook.url == OURS
    assert office.alarms == []
