"""A LibreTranslate server on loopback: its documented protocol, made-up translations, and faults on demand."""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Self

import orjson
from aiohttp import web

LONG_ANSWER: Final = 30_000
CODES: Final = ("bg", "nl", "tr")
NAMES: Final = {"bg": "Bulgarian", "nl": "Dutch", "tr": "Turkish", "en": "English"}
PHRASES: Final[Mapping[tuple[str, str], str]] = {
    ("Боклукът стои от една седмица.", "nl"): "Het afval staat er al een week.",
    ("Çöp bir haftadır duruyor.", "nl"): "Het afval staat er al een week.",
    ("We komen morgen kijken.", "bg"): "Ще дойдем да видим утре.",
    ("We komen morgen kijken.", "tr"): "Yarın bakmaya geleceğiz.",
}


class Fault(StrEnum):
    """What goes wrong; each stands for one call."""

    TOO_MANY = "429"
    SERVER_ERROR = "500"
    BAD_GATEWAY = "502 as a page"
    FORBIDDEN = "403"
    REDIRECT = "307, which asks to send the same again elsewhere"
    SLOW = "no answer"
    RESET = "connection reset"
    HALF_SENT = "connection reset in the middle of the answer"
    PAGE = "200 with a page instead of JSON"
    EMPTY = "200 with an empty translation"
    HALF_JSON = "200 with half of the JSON"
    LIST = "200 with a list"
    NO_TEXT = "200 without a text"
    LONG = "200 with 30,000 characters"
    ENORMOUS = "200 with two million characters"
    LOSES_PLACEHOLDERS = "the placeholders are gone"
    DOUBLES_PLACEHOLDERS = "the placeholders are there twice"
    CYRILLIC_PLACEHOLDERS = "the placeholders are in Cyrillic letters"
    OTHER_NUMBERS = "each 1 has become a 2"
    ECHO = "nothing is translated"


@dataclass(frozen=True, slots=True)
class Call:
    method: str
    path: str
    headers: Mapping[str, str]
    body: Mapping[str, object]

    @property
    def text(self) -> str:
        return str(self.body["q"])


@dataclass(slots=True)
class Faults:
    """The next faults in order, and one for every call after them."""

    coming: deque[Fault] = field(default_factory=deque)
    lasting: Fault | None = None
    retry_after: int | None = None

    def once(self, *faults: Fault) -> None:
        self.coming.extend(faults)

    def always(self, fault: Fault) -> None:
        self.lasting = fault

    def clear(self) -> None:
        self.coming.clear()
        self.lasting = self.retry_after = None

    def next(self) -> Fault | None:
        return self.coming.popleft() if self.coming else self.lasting


class LibreTranslate:
    """`async with LibreTranslate() as libre`: listens at libre.url, remembers libre.calls, fails by libre.faults.

    Faults are for POST /translate; `down` resets every connection. A text in `phrases` has its own translation,
    every other one becomes "[nl] …".
    """

    def __init__(self, *, key: str | None = None, codes: tuple[str, ...] = CODES, limit: int = 5000) -> None:
        self.key = key
        self.codes = codes
        self.limit = limit
        self.down = False
        self.version: str | None = "1.6.5"
        self.languages: object = [
            {"code": code, "name": NAMES[code], "targets": list(codes)} for code in codes
        ]
        self.calls: list[Call] = []
        self.faults = Faults()
        self.phrases: dict[tuple[str, str], str] = dict(PHRASES)
        self.url = ""
        self._ends = asyncio.Event()
        self._runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=0.1)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._ends.set()
        await self._runner.cleanup()

    @property
    def translations(self) -> list[Call]:
        return [call for call in self.calls if call.path == "/translate"]

    def _app(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/translate", self._translate)
        app.router.add_get("/languages", self._languages)
        app.router.add_get("/spec", self._spec)
        return app

    async def _languages(self, request: web.Request) -> web.StreamResponse:
        await self._remember(request)
        if self.down:
            return _reset(request)
        return _json(self.languages)

    async def _spec(self, request: web.Request) -> web.StreamResponse:
        await self._remember(request)
        if self.version is None:
            return _error(404, "Not Found")
        return _json({"info": {"title": "LibreTranslate", "version": self.version}, "swagger": "2.0"})

    async def _translate(self, request: web.Request) -> web.StreamResponse:
        call = await self._remember(request)
        fault = Fault.RESET if self.down else self.faults.next()
        if fault in ANSWERS:
            return await ANSWERS[fault](self, request)
        refusal = self._refusal(call.body)
        if refusal is not None:
            return refusal
        return _json(self._answer(call.body, fault))

    async def _remember(self, request: web.Request) -> Call:
        body: object = None
        with contextlib.suppress(orjson.JSONDecodeError):
            body = orjson.loads(await request.read())
        call = Call(
            request.method, request.path, dict(request.headers), body if isinstance(body, dict) else {}
        )
        self.calls.append(call)
        return call

    def _refusal(self, body: Mapping[str, object]) -> web.Response | None:
        if self.key is not None and body.get("api_key") != self.key:
            return self._key_refusal(body)
        missing = next((name for name in ("q", "source", "target") if not body.get(name)), None)
        if missing is not None:
            return _error(400, f"Invalid request: missing {missing} parameter")
        return self._language_refusal(body) or self._length_refusal(str(body["q"]))

    def _key_refusal(self, body: Mapping[str, object]) -> web.Response:
        if "api_key" in body:
            return _error(403, "Invalid API key")
        return _error(400, "Please contact the server operator to get an API key")

    def _language_refusal(self, body: Mapping[str, object]) -> web.Response | None:
        known = {"source": {"auto", *self.codes}, "target": set(self.codes)}
        unknown = next((body[side] for side, codes in known.items() if body[side] not in codes), None)
        if unknown is not None:
            return _error(400, f"{unknown} is not supported")
        if body.get("format", "text") not in {"text", "html"}:
            return _error(400, f"{body['format']} format is not supported")
        return None

    def _length_refusal(self, text: str) -> web.Response | None:
        if len(text) <= self.limit:
            return None
        return _error(400, f"Invalid request: request ({len(text)}) exceeds text limit ({self.limit})")

    def _answer(self, body: Mapping[str, object], fault: Fault | None) -> dict[str, object]:
        text, target = str(body["q"]), str(body["target"])
        translated = self.phrases.get((text, target), f"[{target}] {text}")
        answer: dict[str, object] = {"translatedText": _spoilt(translated, text, fault)}
        if body["source"] == "auto":
            answer["detectedLanguage"] = {"language": _language_of(text), "confidence": 90}
        return answer

    async def never_answer(self, request: web.Request) -> web.StreamResponse:
        """Hold the connection until the server ends."""
        await self._ends.wait()
        return _reset(request)


def _language_of(text: str) -> str:
    if any("а" <= letter <= "я" for letter in text.lower()):
        return "bg"
    return "tr" if set(text.lower()) & set("ığşçöü") else "nl"


def _spoilt(translated: str, text: str, fault: Fault | None) -> str:
    spoilers: Mapping[Fault, Callable[[str], str]] = {
        Fault.LOSES_PLACEHOLDERS: lambda words: words.replace("XK1X", ""),
        Fault.DOUBLES_PLACEHOLDERS: lambda words: words.replace("XK1X", "XK1X XK1X"),
        Fault.CYRILLIC_PLACEHOLDERS: lambda words: words.replace("XK1X", "хк 1 х"),
        Fault.OTHER_NUMBERS: lambda words: words.replace("1", "2"),
        Fault.ECHO: lambda _: text,
        Fault.EMPTY: lambda _: "",
        Fault.LONG: lambda _: "ja " * (LONG_ANSWER // 3),
        Fault.ENORMOUS: lambda _: "ja " * 700_000,
    }
    return spoilers[fault](translated) if fault is not None and fault in spoilers else translated


def _json(answer: object, status: int = 200) -> web.Response:
    return web.Response(body=orjson.dumps(answer), status=status, content_type="application/json")


def _error(status: int, error: str) -> web.Response:
    return _json({"error": error}, status)


def _reset(request: web.Request) -> web.Response:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


async def _too_many(libre: LibreTranslate, _: web.Request) -> web.StreamResponse:
    response = _error(429, "Slowdown: 30 per 1 minute")
    if libre.faults.retry_after is not None:
        response.headers["Retry-After"] = str(libre.faults.retry_after)
    return response


async def _broken_off(_: LibreTranslate, request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "500", "Content-Type": "application/json"})
    await response.prepare(request)
    await response.write(b'{"translatedText": "Het af')
    return _reset(request)


def _fixed(body: bytes, *, status: int = 200, **headers: str) -> Callable[..., Awaitable[web.StreamResponse]]:
    async def answer(_: LibreTranslate, __: web.Request) -> web.StreamResponse:
        return web.Response(body=body, status=status, headers=headers)

    return answer


async def _aborted(_: LibreTranslate, request: web.Request) -> web.StreamResponse:
    return _reset(request)


PAGE: Final = b"<!doctype html><title>Please wait</title>"
ANSWERS: Final[
    Mapping[Fault | None, Callable[[LibreTranslate, web.Request], Awaitable[web.StreamResponse]]]
] = {
    Fault.TOO_MANY: _too_many,
    Fault.SERVER_ERROR: _fixed(b'{"error": "Cannot translate text"}', status=500),
    Fault.BAD_GATEWAY: _fixed(PAGE, status=502),
    Fault.FORBIDDEN: _fixed(b'{"error": "Invalid API key"}', status=403),
    Fault.REDIRECT: _fixed(b"", status=307, Location="/translate"),
    Fault.SLOW: LibreTranslate.never_answer,
    Fault.RESET: _aborted,
    Fault.HALF_SENT: _broken_off,
    Fault.PAGE: _fixed(PAGE),
    Fault.HALF_JSON: _fixed(b'{"translatedText": "Het af'),
    Fault.LIST: _fixed(b'["Het afval"]'),
    Fault.NO_TEXT: _fixed(b'{"detectedLanguage": {}}'),
}
