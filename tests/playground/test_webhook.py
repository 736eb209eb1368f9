"""The webhook: in order, with its secret, again and again until it is taken."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web

from playground.people import Person
from playground.telegram import Telegram
from playground.wire import JSON
from tests.playground.caller import Caller

SECRET = "geheim-123"


@dataclass(slots=True)
class Hook:
    """A bot's endpoint that notes what comes, and answers what it is told to."""

    telegram: Telegram
    url: str = ""
    answers: list[int] = field(default_factory=list)
    reply: JSON = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    refuses: set[str] = field(default_factory=set)
    slow: float = 0.0
    most_at_once: int = 0
    _now: int = 0

    async def take(self, request: web.Request) -> web.Response:
        update = await request.json()
        text = update["message"]["text"]
        self.texts.append(text)
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self._now += 1
        self.most_at_once = max(self.most_at_once, self._now)
        await asyncio.sleep(self.slow)
        self._now -= 1
        self.telegram.watch.wake()
        status = self.answers.pop(0) if self.answers else 503 if text in self.refuses else 200
        return web.json_response(self.reply, status=status)

    async def has(self, count: int) -> list[str]:
        await self.telegram.until(lambda: len(self.texts) >= count)
        return self.texts


@pytest.fixture
async def hook(telegram: Telegram) -> AsyncIterator[Hook]:
    hook = Hook(telegram)
    app = web.Application()
    app.router.add_post("/hook", hook.take)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def test_updates_are_delivered_in_order_with_the_secret(
    call: Caller, elena: Person, hook: Hook
) -> None:
    elena.says("wacht al")
    await call.result("setWebhook", url=hook.url, secret_token=SECRET)
    elena.says("een")
    elena.says("twee")
    assert await hook.has(3) == ["wacht al", "een", "twee"]
    assert hook.secrets == [SECRET] * 3


async def test_an_update_is_repeated_until_it_is_taken_and_the_next_one_waits(
    call: Caller, elena: Person, hook: Hook
) -> None:
    hook.answers = [500, 302, 404]
    await call.result("setWebhook", url=hook.url)
    elena.says("een")
    elena.says("twee")
    assert await hook.has(5) == ["een", "een", "een", "een", "twee"]


@pytest.mark.usefixtures("telegram")
async def test_a_failed_delivery_is_told_by_get_webhook_info(call: Caller, elena: Person, hook: Hook) -> None:
    hook.answers = [503] * 50
    await call.result("setWebhook", url=hook.url, allowed_updates=["message"])
    elena.says("een")
    await hook.has(2)
    info = await call.result("getWebhookInfo")
    assert info["pending_update_count"] == 1
    assert info["allowed_updates"] == ["message"]
    assert info["last_error_message"].startswith("Wrong response from the webhook: 503")


async def test_a_chat_that_is_not_taken_holds_up_no_other(
    call: Caller, elena: Person, telegram: Telegram, hook: Hook
) -> None:
    hook.refuses = {"niet"}
    await call.result("setWebhook", url=hook.url, allowed_updates=["message"])
    elena.says("niet")
    elena.says("na niet")
    telegram.person(702, "Ayşe").says("wel")
    await hook.has(3)
    assert set(hook.texts) == {"niet", "wel"}
    hook.refuses = set()
    await telegram.until(lambda: "na niet" in hook.texts)
    assert hook.texts[-2:] == ["niet", "na niet"]


async def test_one_by_one_nothing_overtakes_anything(
    call: Caller, elena: Person, telegram: Telegram, hook: Hook
) -> None:
    telegram.webhook.one_by_one = True
    hook.refuses = {"niet"}
    await call.result("setWebhook", url=hook.url, allowed_updates=["message"])
    elena.says("niet")
    telegram.person(702, "Ayşe").says("wel")
    await hook.has(3)
    assert set(hook.texts) == {"niet"}


async def test_no_more_is_delivered_at_once_than_was_asked_for(
    call: Caller, telegram: Telegram, hook: Hook
) -> None:
    hook.slow = 0.05
    await call.result("setWebhook", url=hook.url, max_connections=3, allowed_updates=["message"])
    for number in range(9):
        telegram.person(800 + number, "Iemand").says("hallo")
    await hook.has(9)
    assert hook.most_at_once == 3


async def test_an_update_whose_answer_is_lost_comes_again(
    call: Caller, elena: Person, telegram: Telegram, hook: Hook
) -> None:
    telegram.webhook.answers_to_lose = 1
    await call.result("setWebhook", url=hook.url)
    elena.says("een")
    assert await hook.has(2) == ["een", "een"]
    assert telegram.webhook.posts == 2


async def test_a_method_in_the_answer_is_carried_out(
    call: Caller, elena: Person, hook: Hook, telegram: Telegram
) -> None:
    hook.reply = {"method": "sendMessage", "chat_id": elena.user_id, "text": "meteen"}
    await call.result("setWebhook", url=hook.url)
    elena.says("hallo")
    await telegram.settled(elena)
    assert elena.heard() == ["meteen"]


async def test_nothing_is_delivered_while_telegram_is_down(
    call: Caller, elena: Person, hook: Hook, telegram: Telegram
) -> None:
    await call.result("setWebhook", url=hook.url)
    telegram.faults.switch(down=True)
    elena.says("later")
    telegram.faults.switch(down=False)
    assert await hook.has(1) == ["later"]


async def test_a_deleted_webhook_leaves_what_waits_to_the_poller(call: Caller, elena: Person) -> None:
    await call.result("setWebhook", url="http://127.0.0.1:9/closed")
    elena.says("blijft")
    await call.result("deleteWebhook")
    assert len(await call.result("getUpdates")) == 1


async def test_pending_updates_can_be_dropped(call: Caller, elena: Person) -> None:
    elena.says("weg")
    await call.result("deleteWebhook", drop_pending_updates=True)
    assert await call.result("getUpdates") == []


@pytest.mark.parametrize(
    ("params", "wording"),
    [
        ({"url": "http://stad.be/hook"}, "an HTTPS URL must be provided"),
        ({"url": "https://stad.be:9000/hook"}, "only on ports"),
        ({"url": "https://stad.be/hook", "secret_token": "met spatie"}, "unallowed characters"),
    ],
)
async def test_an_address_telegram_would_not_call_is_refused(
    call: Caller, params: JSON, wording: str
) -> None:
    assert wording in await call.refusal("setWebhook", **params)
