"""A bot that knows nothing but HTTP, and a clock that goes when it is told to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import aiohttp

from playground.api import Server
from playground.telegram import Telegram
from playground.wire import JSON

TOKEN = "1000:AAplaygroundToken"


@dataclass(slots=True)
class Clock:
    """Seconds that pass only by `pass_`."""

    now: float = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now

    def pass_(self, seconds: float) -> None:
        self.now += seconds


@dataclass(frozen=True, slots=True)
class Caller:
    """Calls methods as JSON and returns the whole answer."""

    telegram: Telegram
    server: Server
    session: aiohttp.ClientSession

    async def __call__(self, method: str, **params: Any) -> JSON:
        async with self.session.post(self.address(method), json=params) as response:
            answer: JSON = await response.json()
        return answer

    async def result(self, method: str, **params: Any) -> Any:
        answer = await self(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def refusal(self, method: str, **params: Any) -> str:
        """The description of a refused call; every refusal names its rule."""
        answer = await self(method, **params)
        assert not answer["ok"], answer
        assert answer["rule"]
        return str(answer["description"])

    async def form(self, method: str, form: aiohttp.FormData | dict[str, str]) -> JSON:
        async with self.session.post(self.address(method), data=form) as response:
            answer: JSON = await response.json()
        return answer

    def address(self, method: str, token: str = TOKEN) -> str:
        return f"{self.server.url}/bot{token}/{method}"


def inline(*labels: str) -> JSON:
    """An inline keyboard whose data are its labels."""
    return {"inline_keyboard": [[{"text": label, "callback_data": label} for label in labels]]}
