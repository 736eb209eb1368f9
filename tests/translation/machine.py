"""A machine's server on loopback: what those of all protocols share."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Final, Self

import orjson
from aiohttp import web

from bot.translation.choosing import Choice
from tests.translation.faults import Fault, Faults, reset, spoilt
from tests.translation.phrases import known

CODES: Final = ("bg", "nl", "tr")
PHRASES: Final[Mapping[tuple[str, str], str]] = {
    ("Боклукът стои от една седмица.", "nl"): "Het afval staat er al een week.",
    ("Çöp bir haftadır duruyor.", "nl"): "Het afval staat er al een week.",
    ("We komen morgen kijken.", "bg"): "Ще дойдем да видим утре.",
    ("We komen morgen kijken.", "tr"): "Yarın bakmaya geleceğiz.",
}


@dataclass(frozen=True, slots=True)
class Call:
    """`text`, as it was sent: with its placeholders; empty where none was."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: Mapping[str, object]
    text: str


class Machine(ABC):
    """`async with` one: it listens at `url`, remembers `calls`, and fails by `faults`.

    Faults are for translations; `down` resets every connection. A text in `phrases` has its own translation, every
    other one becomes "[nl] …".
    """

    name: ClassVar[str]
    path: ClassVar[str]

    def __init__(self, *, codes: tuple[str, ...] = CODES, sealed_by: ssl.SSLContext | None = None) -> None:
        self.codes = codes
        self.down = False
        self.calls: list[Call] = []
        self.faults = Faults()
        self.phrases: dict[tuple[str, str], str] = dict(PHRASES)
        self.url = ""
        self._sealed_by = sealed_by
        self._ends = asyncio.Event()
        self._runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=0.1)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0, ssl_context=self._sealed_by).start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http{'s' if self._sealed_by else ''}://{host}:{port}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._ends.set()
        await self._runner.cleanup()

    @property
    def choice(self) -> Choice:
        """What an operator would choose to use it."""
        return Choice(self.name, self.url)

    @property
    def environ(self) -> dict[str, str]:
        """The same as settings of a bot."""
        choice = self.choice
        given = {"": choice.name, "_URL": choice.url, "_KEY": choice.key, "_MODEL": choice.model}
        return {f"WIJKLIJN_TRANSLATOR{end}": value for end, value in given.items() if value}

    @property
    def translations(self) -> list[Call]:
        return [call for call in self.calls if call.path == self.path]

    @abstractmethod
    def routes(self) -> list[web.RouteDef]:
        """What else it answers than `path`."""

    @abstractmethod
    def text_of(self, body: Mapping[str, object]) -> str:
        """The text that is to be translated; empty where the body has none."""

    @abstractmethod
    def refusal(self, request: web.Request, body: Mapping[str, object]) -> web.Response | None:
        """What the protocol says to a call that is wrong."""

    @abstractmethod
    def answer(self, body: Mapping[str, object], fault: Fault | None) -> web.Response:
        """The translation as the protocol wraps it."""

    def translated(self, text: str, target: str, fault: Fault | None) -> str:
        return spoilt(known(self.phrases, text, target) or f"[{target}] {text}", text, fault)

    async def remember(self, request: web.Request) -> Call:
        body: object = dict(request.query)
        with contextlib.suppress(orjson.JSONDecodeError):
            body = orjson.loads(await request.read())
        known = body if isinstance(body, dict) else {}
        call = Call(request.method, request.path, dict(request.headers), known, self.text_of(known))
        self.calls.append(call)
        return call

    async def told(self, request: web.Request, answer: web.Response) -> web.StreamResponse:
        """An answer to a question that is no translation."""
        await self.remember(request)
        return reset(request) if self.down else answer

    def _app(self) -> web.Application:
        app = web.Application(client_max_size=2**24)
        app.add_routes(
            [web.post(self.path, self._translate), web.get(self.path, self._translate), *self.routes()]
        )
        return app

    async def _translate(self, request: web.Request) -> web.StreamResponse:
        call = await self.remember(request)
        fault = Fault.RESET if self.down else self.faults.next()
        if fault is Fault.SLOW:
            await self._ends.wait()
            return reset(request)
        instead = await self.faults.answer(fault, request) or self.refusal(request, call.body)
        return instead or self.answer(call.body, fault)


def language_of(text: str, fault: Fault | None = None) -> str:
    if fault is Fault.ODD_LANGUAGE:
        return "tlh"
    if any("а" <= letter <= "я" for letter in text.lower()):
        return "bg"
    return "tr" if set(text.lower()) & set("ığşçöü") else "nl"
