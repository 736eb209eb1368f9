"""The webhook's side of Telegram: updates go out in order, each again and again until it is taken."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import aiohttp
import orjson

from playground.calls import take_call
from playground.params import Params
from playground.wire import JSON

if TYPE_CHECKING:
    from playground.telegram import Telegram

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # the name of a header
FOREVER = 1e9
PATIENCE = aiohttp.ClientTimeout(total=10)


async def carry_updates(telegram: Telegram) -> None:
    """Deliver to whatever address setWebhook names, until cancelled."""
    async with aiohttp.ClientSession(timeout=PATIENCE) as session:
        failures = 0
        while True:
            update = await _next(telegram)
            if await _is_taken(telegram, session, update):
                telegram.updates.confirm(update)
                failures = 0
            else:
                pauses = telegram.webhook.pauses
                await asyncio.sleep(pauses[min(failures, len(pauses) - 1)])
                failures += 1


async def _next(telegram: Telegram) -> JSON:
    while True:
        while not telegram.webhook.url or telegram.faults.down:
            await telegram.until(lambda: telegram.webhook.url and not telegram.faults.down, FOREVER)
        await telegram.updates.arrival()
        if telegram.webhook.url and not telegram.faults.down and len(telegram.updates):
            return telegram.updates.first(1)[0]


async def _is_taken(telegram: Telegram, session: aiohttp.ClientSession, update: JSON) -> bool:
    webhook = telegram.webhook
    headers = {"Content-Type": "application/json"} | (
        {SECRET_HEADER: webhook.secret} if webhook.secret else {}
    )
    body = orjson.dumps(update)
    try:
        async with session.post(webhook.url, data=body, headers=headers, allow_redirects=False) as response:
            if 200 <= response.status < 300:
                await _carry_out(telegram, await response.read())
                return True
            problem = f"Wrong response from the webhook: {response.status} {response.reason}"
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        problem = f"Connection failed: {type(error).__name__}"
    webhook.last_error = (int(telegram.clock()), problem)
    return False


async def _carry_out(telegram: Telegram, body: bytes) -> None:
    # A webhook may answer with a method to call; its result is told to nobody.
    try:
        answer = orjson.loads(body)
    except orjson.JSONDecodeError:
        return
    if isinstance(answer, dict) and "method" in answer:
        await take_call(telegram, telegram.token, str(answer.pop("method")), Params(answer))
