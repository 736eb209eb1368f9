"""LibreTranslate over HTTP, as its own API documentation describes it: /translate, /languages, /spec."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import permutations
from typing import ClassVar, Final

import aiohttp
import orjson

from bot.translation.breaker import Breaker
from bot.translation.translator import UNKNOWN_LANGUAGE, Reason, Standing, Translated, TranslationFailed

LARGEST_ANSWER: Final = 1024 * 1024
AT_ONCE: Final = 4  # it computes on processors: more calls only make each of them slower
RETRIED: Final = frozenset({Reason.UNREACHABLE, Reason.TOO_MANY, Reason.SERVER_ERROR})

Answer = Mapping[str, object] | list[object]


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to connect, seconds for everything together, and how often and how fast to try again."""

    connect: float = 8.0
    total: float = 8.0
    retries: int = 3
    pause: float = 0.3


class LibreTranslate:
    """One LibreTranslate server. It sees the texts it is given as they are: mask them before."""

    name: ClassVar[str] = "libretranslate"

    def __init__(
        self,
        url: str,
        *,
        key: str | None = None,
        patience: Patience | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._url = url.rstrip("/")
        self._key = key
        self._patience = patience or Patience()
        self._jitter = jitter
        self._breaker = Breaker(monotonic)
        self._targets: dict[str, frozenset[str]] | None = None
        self._version: str | None = None
        self._session: aiohttp.ClientSession | None = None

    @property
    def engine(self) -> str:
        return f"{self.name} {self._version}" if self._version else self.name

    async def start(self) -> None:
        try:
            await self._learn()
        except TranslationFailed:
            self._targets = None

    def available(self, source: str, target: str) -> bool:
        if self._targets is None:
            return True
        if source == UNKNOWN_LANGUAGE:
            return any(target in targets for targets in self._targets.values())
        return target in self._targets.get(source, frozenset())

    async def translate(self, text: str, *, source: str, target: str) -> Translated:
        if not self.available(source, target):
            raise TranslationFailed(Reason.LANGUAGE_UNKNOWN)
        with self._breaker.call():
            answer = await self._call("POST", "/translate", self._question(text, source, target))
            translated = self._translated(answer, source, target)
        if self._targets is None:
            await self.start()
        return translated

    async def standing(self, languages: Collection[str]) -> Standing:
        try:
            await self._learn()
        except TranslationFailed as failed:
            return Standing(fine=False, line=f"{self.name}: {failed.reason}")
        missing = [
            f"{one}-{other}" for one, other in permutations(languages, 2) if not self.available(one, other)
        ]
        if missing:
            return Standing(fine=False, line=f"{self.engine}: does not translate {', '.join(missing)}")
        return Standing(fine=True, line=f"{self.engine}: {', '.join(languages)}")

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _learn(self) -> None:
        self._targets = _targets(await self._call("GET", "/languages"))
        try:
            self._version = _version(await self._call("GET", "/spec"))
        except TranslationFailed:
            self._version = None

    def _question(self, text: str, source: str, target: str) -> dict[str, str]:
        question = {"q": text, "source": source, "target": target, "format": "text"}
        return question if self._key is None else question | {"api_key": self._key}

    def _translated(self, answer: Answer, source: str, target: str) -> Translated:
        text = answer.get("translatedText") if isinstance(answer, Mapping) else None
        if not isinstance(text, str):
            raise TranslationFailed(Reason.UNREADABLE)
        found = _detected(answer) if source == UNKNOWN_LANGUAGE else source
        return Translated(text=text, source=found, target=target, engine=self.engine)

    async def _call(self, method: str, path: str, body: Mapping[str, str] | None = None) -> Answer:
        """Ask until there is an answer, a refusal, or no time left. Raises TranslationFailed."""
        outcome: Answer | TranslationFailed = TranslationFailed(Reason.TIMED_OUT)
        # Raised below, so that no chained exception carries a request along.
        with suppress(TimeoutError):
            async with asyncio.timeout(self._patience.total) as limit:
                outcome = await self._patiently(method, path, body, limit)
        if isinstance(outcome, TranslationFailed):
            raise outcome
        return outcome

    async def _patiently(
        self, method: str, path: str, body: Mapping[str, str] | None, limit: asyncio.Timeout
    ) -> Answer | TranslationFailed:
        outcome = await self._once(method, path, body)
        for attempt in range(self._patience.retries):
            if not isinstance(outcome, TranslationFailed) or outcome.reason not in RETRIED:
                break
            pause = outcome.retry_after or self._patience.pause * 2**attempt * (0.5 + self._jitter())
            if asyncio.get_running_loop().time() + pause >= (limit.when() or 0):
                break
            await asyncio.sleep(pause)
            outcome = await self._once(method, path, body)
        return outcome

    async def _once(
        self, method: str, path: str, body: Mapping[str, str] | None
    ) -> Answer | TranslationFailed:
        sent = None if body is None else orjson.dumps(body)
        try:
            # A redirect would carry the text to a server that nobody configured.
            async with self._opened().request(
                method, self._url + path, data=sent, allow_redirects=False
            ) as response:
                return _judged(response, await _read(response))
        except (aiohttp.ClientError, ConnectionError):
            return TranslationFailed(Reason.UNREACHABLE)

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=AT_ONCE),
                timeout=aiohttp.ClientTimeout(total=None, sock_connect=self._patience.connect),
                headers={"Content-Type": "application/json", "Accept": "application/json"},
            )
        return self._session


async def _read(response: aiohttp.ClientResponse) -> bytes:
    body = bytearray()
    async for piece in response.content.iter_chunked(64 * 1024):
        body += piece
        if len(body) > LARGEST_ANSWER:
            return b""  # no translation is that long: unreadable
    return bytes(body)


def _judged(response: aiohttp.ClientResponse, body: bytes) -> Answer | TranslationFailed:
    status = response.status
    if status == 429:
        return TranslationFailed(Reason.TOO_MANY, retry_after=_seconds(response.headers.get("Retry-After")))
    if status >= 500:
        return TranslationFailed(Reason.SERVER_ERROR)
    if status != 200:
        return TranslationFailed(_refusal(status, body))
    try:
        answer: object = orjson.loads(body)
    except orjson.JSONDecodeError:
        answer = None
    return answer if isinstance(answer, (dict, list)) else TranslationFailed(Reason.UNREADABLE)


def _refusal(status: int, body: bytes) -> Reason:
    # A missing key is a 400 that asks for one, an unknown key a 403.
    if status in {401, 403} or b"API key" in body:
        return Reason.KEY_REFUSED
    return Reason.LANGUAGE_UNKNOWN if b"is not supported" in body else Reason.REFUSED


def _seconds(header: str | None) -> float | None:
    return float(header) if header is not None and header.isdecimal() else None


def _targets(answer: Answer) -> dict[str, frozenset[str]]:
    if not isinstance(answer, list):
        raise TranslationFailed(Reason.UNREADABLE)
    known = {str(one.get("code")): one.get("targets") for one in answer if isinstance(one, dict)}
    # Servers older than 1.3 name no targets: every language they know then goes into every other.
    return {
        code: frozenset(map(str, targets)) if isinstance(targets, list) else frozenset(known)
        for code, targets in known.items()
    }


def _version(answer: Answer) -> str | None:
    info = answer.get("info") if isinstance(answer, Mapping) else None
    version = info.get("version") if isinstance(info, Mapping) else None
    return version[:20] if isinstance(version, str) else None


def _detected(answer: Answer) -> str:
    detected = answer.get("detectedLanguage") if isinstance(answer, Mapping) else None
    language = detected.get("language") if isinstance(detected, Mapping) else None
    return language if isinstance(language, str) else UNKNOWN_LANGUAGE
