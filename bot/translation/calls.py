"""Calls over HTTP to the server of a machine: what all of them share, and what an answer is taken for."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

import aiohttp
import orjson

from bot.translation.own_network import OwnNetwork
from bot.translation.translator import Reason, TranslationFailed

LARGEST_ANSWER: Final = 1024 * 1024
AT_ONCE: Final = 4  # it computes on processors: more calls only make each of them slower
RETRIED: Final = frozenset({Reason.UNREACHABLE, Reason.TOO_MANY, Reason.SERVER_ERROR})

Answer = Mapping[str, object] | list[object]
Body = Mapping[str, object] | Callable[[], aiohttp.FormData]  # a form can be sent once: a fresh one each time


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to connect, seconds for everything together, and how often and how fast to try again."""

    connect: float = 8.0
    total: float = 8.0
    retries: int = 3
    pause: float = 0.3


def refusal_of(status: int, _body: bytes) -> TranslationFailed:
    """What a status between 300 and 499 means where a server says no more of it."""
    return TranslationFailed(Reason.KEY_REFUSED if status in {401, 403} else Reason.REFUSED)


@dataclass(slots=True, kw_only=True)
class Calls:
    """One server at `url`; a `local` one, or one without TLS, is only called where its name leads into the own network."""

    url: str
    headers: Mapping[str, str]
    refusal: Callable[[int, bytes], TranslationFailed] = refusal_of
    patience: Patience = field(default_factory=Patience)
    local: bool = False
    jitter: Callable[[], float] = random.random
    _session: aiohttp.ClientSession | None = None

    async def get(self, path: str) -> Answer:
        """Read what is at `path`. Raises TranslationFailed."""
        return await self._asked("GET", path, None)

    async def post(self, path: str, body: Body) -> Answer:
        """Ask until there is an answer, a refusal, or no time left. Raises TranslationFailed."""
        return await self._asked("POST", path, body)

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _asked(self, method: str, path: str, body: Body | None) -> Answer:
        outcome: Answer | TranslationFailed = TranslationFailed(Reason.TIMED_OUT)
        # Raised below, so that no chained exception carries a request along.
        with suppress(TimeoutError):
            async with asyncio.timeout(self.patience.total) as limit:
                outcome = await self._patiently(method, path, body, limit)
        if isinstance(outcome, TranslationFailed):
            raise outcome
        return outcome

    async def _patiently(
        self, method: str, path: str, body: Body | None, limit: asyncio.Timeout
    ) -> Answer | TranslationFailed:
        outcome = await self._once(method, path, body)
        for attempt in range(self.patience.retries):
            if not isinstance(outcome, TranslationFailed) or outcome.reason not in RETRIED:
                break
            pause = outcome.retry_after or self.patience.pause * 2**attempt * (0.5 + self.jitter())
            if asyncio.get_running_loop().time() + pause >= (limit.when() or 0):
                break
            await asyncio.sleep(pause)
            outcome = await self._once(method, path, body)
        return outcome

    async def _once(self, method: str, path: str, body: Body | None) -> Answer | TranslationFailed:
        headers = {} if callable(body) else {"Content-Type": "application/json"}
        try:
            # A redirect would carry the text to a server that nobody configured.
            async with self._opened().request(
                method, self.url + path, data=_sent(body), headers=headers, allow_redirects=False
            ) as response:
                return self._judged(response, await _read(response))
        except (aiohttp.ClientError, ConnectionError):
            return TranslationFailed(Reason.UNREACHABLE)

    def _judged(self, response: aiohttp.ClientResponse, body: bytes) -> Answer | TranslationFailed:
        status = response.status
        if status == 429:
            return TranslationFailed(Reason.TOO_MANY, retry_after=_seconds(response))
        if status >= 500:
            return TranslationFailed(Reason.SERVER_ERROR)
        if status != 200:
            return self.refusal(status, body)
        try:
            answer: object = orjson.loads(body)
        except orjson.JSONDecodeError:
            answer = None
        return answer if isinstance(answer, (dict, list)) else TranslationFailed(Reason.UNREADABLE)

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            stays = self.local or self.url.startswith("http:")
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=AT_ONCE, resolver=OwnNetwork() if stays else None),
                timeout=aiohttp.ClientTimeout(total=None, sock_connect=self.patience.connect),
                headers={"Accept": "application/json", **self.headers},
            )
        return self._session


def _sent(body: Body | None) -> bytes | aiohttp.FormData | None:
    if body is None or callable(body):
        return body and body()
    return orjson.dumps(body)


async def _read(response: aiohttp.ClientResponse) -> bytes:
    body = bytearray()
    async for piece in response.content.iter_chunked(64 * 1024):
        body += piece
        if len(body) > LARGEST_ANSWER:
            return b""  # no translation is that long: unreadable
    return bytes(body)


def _seconds(response: aiohttp.ClientResponse) -> float | None:
    header = response.headers.get("Retry-After", "")
    return float(header) if header.isdecimal() else None


def inner(answer: object, *keys: str | int) -> object:
    """What stands at this place of an answer; None when the answer is not made like that."""
    for key in keys:
        if isinstance(answer, Mapping):
            answer = answer.get(key)
        elif isinstance(answer, list) and isinstance(key, int) and key < len(answer):
            answer = answer[key]
        else:
            return None
    return answer


def text_in(answer: object, *keys: str | int) -> str:
    """Read the text at this place of an answer. Raises TranslationFailed where there is none."""
    text = inner(answer, *keys)
    if not isinstance(text, str):
        raise TranslationFailed(Reason.UNREADABLE)
    return text
