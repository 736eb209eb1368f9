"""What goes wrong at a machine, on demand: the same for every protocol."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

import orjson
from aiohttp import web

LONG_ANSWER: Final = 30_000


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
    HTML = "the translation is a page of its own"
    ODD_LANGUAGE = "the text is said to be in a language that nobody knows"


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

    async def answer(self, fault: Fault | None, request: web.Request) -> web.StreamResponse | None:
        """What is answered instead of a translation; None when the fault is one of the translation, or none."""
        if fault is Fault.TOO_MANY:
            after = {} if self.retry_after is None else {"Retry-After": str(self.retry_after)}
            return web.Response(body=b'{"error": "Slowdown"}', status=429, headers=after)
        return await ANSWERS[fault](request) if fault in ANSWERS else None


def spoilt(translated: str, text: str, fault: Fault | None) -> str:
    """The translation as the fault leaves it."""
    spoilers: Mapping[Fault, Callable[[str], str]] = {
        Fault.LOSES_PLACEHOLDERS: lambda words: words.replace("XK1X", ""),
        Fault.DOUBLES_PLACEHOLDERS: lambda words: words.replace("XK1X", "XK1X XK1X"),
        Fault.CYRILLIC_PLACEHOLDERS: lambda words: words.replace("XK1X", "хк 1 х"),
        Fault.OTHER_NUMBERS: lambda words: words.replace("1", "2"),
        Fault.ECHO: lambda _: text,
        Fault.HTML: lambda words: f"<b>{words}</b><script>alert(1)</script>",
        Fault.EMPTY: lambda _: "",
        Fault.LONG: lambda _: "ja " * (LONG_ANSWER // 3),
        Fault.ENORMOUS: lambda _: "ja " * 700_000,
    }
    return spoilers[fault](translated) if fault is not None and fault in spoilers else translated


def reset(request: web.Request) -> web.Response:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


def json(answer: object, status: int = 200) -> web.Response:
    return web.Response(body=orjson.dumps(answer), status=status, content_type="application/json")


async def _broken_off(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "500", "Content-Type": "application/json"})
    await response.prepare(request)
    await response.write(b'{"translatedText": "Het af')
    return reset(request)


async def _aborted(request: web.Request) -> web.StreamResponse:
    return reset(request)


def _fixed(body: bytes, *, status: int = 200, **headers: str) -> Callable[..., Awaitable[web.StreamResponse]]:
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(body=body, status=status, headers=headers)

    return answer


PAGE: Final = b"<!doctype html><title>Please wait</title>"
ANSWERS: Final[Mapping[Fault | None, Callable[[web.Request], Awaitable[web.StreamResponse]]]] = {
    Fault.SERVER_ERROR: _fixed(b'{"error": "Cannot translate text"}', status=500),
    Fault.BAD_GATEWAY: _fixed(PAGE, status=502),
    Fault.FORBIDDEN: _fixed(b'{"error": "Invalid API key"}', status=403),
    Fault.REDIRECT: _fixed(b"", status=307, Location="/translate"),
    Fault.RESET: _aborted,
    Fault.HALF_SENT: _broken_off,
    Fault.PAGE: _fixed(PAGE),
    Fault.HALF_JSON: _fixed(b'{"translatedText": "Het af'),
    Fault.LIST: _fixed(b'["Het afval"]'),
    Fault.NO_TEXT: _fixed(b'{"detectedLanguage": {}}'),
}
