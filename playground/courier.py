"""The webhook's side of Telegram: updates go out side by side, a chat's in order, each again and again until it is taken."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Hashable
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
    while True:
        await telegram.until(lambda: _is_open(telegram), FOREVER)
        async with (
            aiohttp.ClientSession(timeout=PATIENCE, connector=aiohttp.TCPConnector(limit=0)) as session,
            asyncio.TaskGroup() as group,
        ):
            carrying = group.create_task(_Round(telegram, session).carry())
            await telegram.until(lambda: not _is_open(telegram), FOREVER)
            carrying.cancel()  # what is on its way is not confirmed, so it goes out again


def _is_open(telegram: Telegram) -> bool:
    return bool(telegram.webhook.url) and not telegram.faults.down


class _Round:
    """Delivers for as long as there is a webhook: one line a chat, and no more connections than were asked for."""

    def __init__(self, telegram: Telegram, session: aiohttp.ClientSession) -> None:
        self._telegram = telegram
        self._session = session
        self._connections = asyncio.Semaphore(telegram.webhook.max_connections)
        self._lines: dict[Hashable, deque[tuple[int, JSON]]] = {}

    async def carry(self) -> None:
        last = -1
        async with asyncio.TaskGroup() as group:
            while True:
                for place, update in await self._telegram.updates.since(last):
                    last = place
                    self._queue(group, place, update)

    def _queue(self, group: asyncio.TaskGroup, place: int, update: JSON) -> None:
        key = None if self._telegram.webhook.one_by_one else _chat_of(update)
        if key in self._lines:
            self._lines[key].append((place, update))
            return
        self._lines[key] = deque([(place, update)])
        group.create_task(self._empty(key))

    async def _empty(self, key: Hashable) -> None:
        """Deliver a line to its end."""
        line = self._lines[key]
        failures = 0
        while line:
            place, update = line[0]
            if not self._telegram.updates.waits(place) or await self._is_delivered(place, update):
                line.popleft()
                failures = 0
                continue
            pauses = self._telegram.webhook.pauses
            await asyncio.sleep(pauses[min(failures, len(pauses) - 1)])
            failures += 1
        del self._lines[key]

    async def _is_delivered(self, place: int, update: JSON) -> bool:
        async with self._connections:
            problem = await _problem(self._telegram, self._session, update)
        if problem is None:
            self._telegram.updates.confirm(place)
        else:
            self._telegram.webhook.last_error = (int(self._telegram.clock()), problem)
        self._telegram.watch.wake()
        return problem is None


async def _problem(telegram: Telegram, session: aiohttp.ClientSession, update: JSON) -> str | None:
    """Post it once; why it was not taken, None when it was."""
    webhook = telegram.webhook
    headers = {"Content-Type": "application/json"} | (
        {SECRET_HEADER: webhook.secret} if webhook.secret else {}
    )
    webhook.posts += 1
    try:
        async with session.post(
            webhook.url, data=orjson.dumps(update), headers=headers, allow_redirects=False
        ) as response:
            if webhook.loses(webhook.posts):
                return "Read timeout expired"
            if 200 <= response.status < 300:
                await _carry_out(telegram, await response.read())
                return None
            return f"Wrong response from the webhook: {response.status} {response.reason}"
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        return f"Connection failed: {type(error).__name__}"


def _chat_of(update: JSON) -> Hashable:
    """Whose line it waits in: a chat's, or a user's where there is no chat; what nobody can read, its own."""
    for part in update.values():
        if isinstance(part, dict):
            message = part.get("message")
            below = message.get("chat") if isinstance(message, dict) else None
            for holder in (part.get("chat"), below, part.get("from"), part.get("user")):
                if isinstance(holder, dict) and isinstance(holder.get("id"), int):
                    return int(holder["id"])
    return object()


async def _carry_out(telegram: Telegram, body: bytes) -> None:
    # A webhook may answer with a method to call; its result is told to nobody.
    try:
        answer = orjson.loads(body)
    except orjson.JSONDecodeError:
        return
    if isinstance(answer, dict) and "method" in answer:
        await take_call(telegram, telegram.token, str(answer.pop("method")), Params(answer))
