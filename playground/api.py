"""The Bot API over HTTP on loopback: it reads requests, lets faults happen, and writes answers."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Iterable
from typing import TYPE_CHECKING

import orjson
from aiohttp import web

from playground.calls import Outcome, close_call, take_call
from playground.courier import FOREVER, carry_updates
from playground.faults import Fault, Strike
from playground.reading import read_params
from playground.refusals import Refusal, not_found, unauthorized
from playground.wire import JSON

if TYPE_CHECKING:
    from playground.telegram import Telegram

HOST = "127.0.0.1"
MOST_BODY_BYTES = 64 * 1024 * 1024
HTML_FAULTS = {Fault.BAD_GATEWAY: (502, "Bad Gateway"), Fault.GATEWAY_TIMEOUT: (504, "Gateway Time-out")}
RESETS = frozenset({Fault.RESET_BEFORE, Fault.RESET_AFTER})
FREEZES = frozenset({Fault.FREEZE, Fault.FREEZE_BEFORE})
RST_AT_CLOSE = struct.pack("ii", 1, 0)


class Server:
    """The listening side; made by `serve`."""

    def __init__(self, telegram: Telegram, runner: web.AppRunner) -> None:
        self._telegram = telegram
        self._runner = runner
        self._site: web.TCPSite | None = None
        self._courier: asyncio.Task[None] | None = None
        self.port = 0

    @property
    def url(self) -> str:
        """Without a slash at its end, as `WIJKLIJN_API_ROOT` takes it."""
        return f"http://{HOST}:{self.port}"

    async def listen(self, port: int) -> None:
        """Start, or start again after `stop_listening`, at this port."""
        self._site = web.TCPSite(self._runner, HOST, port)
        await self._site.start()
        self.port = self._runner.addresses[0][1]

    async def stop_listening(self) -> None:
        """Refuse connections and break the open ones, until `listen(server.port)`."""
        if self._site:
            await self._site.stop()
        if self._runner.server:
            for connection in self._runner.server.connections:
                _reset(connection.transport)

    async def close(self) -> None:
        if self._courier:
            self._courier.cancel()
            await asyncio.wait({self._courier})
        await self._runner.cleanup()

    def start_courier(self) -> None:
        self._courier = asyncio.get_running_loop().create_task(carry_updates(self._telegram))


async def serve(telegram: Telegram, port: int = 0, extra: Iterable[web.AbstractRouteDef] = ()) -> Server:
    """Open the Bot API at `server.url`; `extra` routes (the page) share its port."""
    app = web.Application(client_max_size=MOST_BODY_BYTES)
    api = _Api(telegram)
    app.add_routes(
        [
            web.route("*", "/bot{token}/{method}", api.call),
            web.get("/file/bot{token}/{path:.+}", api.file),
            *extra,
        ]
    )
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.2)
    await runner.setup()
    server = Server(telegram, runner)
    await server.listen(port)
    server.start_courier()
    return server


class _Api:
    """The handlers, and the connections that wait for an answer now."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._open: set[asyncio.Transport] = set()
        telegram.listeners.append(self._see)

    async def call(self, request: web.Request) -> web.StreamResponse:
        transport = request.transport
        if transport:
            self._open.add(transport)
        try:
            return await self._answered(request)
        finally:
            if transport:
                self._open.discard(transport)

    async def file(self, request: web.Request) -> web.StreamResponse:
        if self._telegram.faults.down:
            return _broken(request)
        if request.match_info["token"] != self._telegram.token:
            return _refused(unauthorized())
        if self._telegram.faults.strikes_file():
            return web.Response(status=502, text="Bad Gateway")
        data = self._telegram.files.fetched(request.match_info["path"])
        if data is None:
            return _refused(not_found())
        return web.Response(body=data, content_type="application/octet-stream")

    async def _answered(self, request: web.Request) -> web.StreamResponse:
        names = request.match_info
        try:
            params = await read_params(request)
        except Refusal as refusal:
            return _refused(refusal)
        outcome = await take_call(self._telegram, names["token"], names["method"], params)
        if outcome.strike:
            return await self._struck(request, outcome, outcome.strike)
        close_call(self._telegram, outcome.call)
        return _json(outcome.code, outcome.body)

    async def _struck(self, request: web.Request, outcome: Outcome, strike: Strike) -> web.StreamResponse:
        if strike.fault in FREEZES:
            await self._thaw()
        elif strike.fault is Fault.DELAY:
            await asyncio.sleep(strike.seconds)
        outcome.call.code, answer = _answer(request, outcome, strike)
        close_call(self._telegram, outcome.call)
        return answer

    async def _thaw(self) -> None:
        frozen_in = self._telegram.faults.thaws
        await self._telegram.until(lambda: self._telegram.faults.thaws != frozen_in, FOREVER)

    def _see(self, event: JSON) -> None:
        if event["type"] == "switches" and event["down"]:
            for transport in self._open:
                _reset(transport)


def _answer(request: web.Request, outcome: Outcome, strike: Strike) -> tuple[int, web.StreamResponse]:
    if strike.fault in RESETS or strike.fault in FREEZES:
        return 0, _broken(request)
    if strike.fault in HTML_FAULTS:
        code, reason = HTML_FAULTS[strike.fault]
        page = (
            f"<html><head><title>{code} {reason}</title></head><body><h1>{code} {reason}</h1></body></html>"
        )
        return code, web.Response(status=code, text=page, content_type="text/html")
    if strike.fault is Fault.SERVER_ERROR:
        body = {
            "ok": False,
            "error_code": 500,
            "description": "Internal Server Error",
            "rule": "a fault by script",
        }
        return 500, _json(500, body)
    return outcome.code, _json(outcome.code, outcome.body)


def _json(code: int, body: JSON) -> web.Response:
    return web.Response(body=orjson.dumps(body), status=code, content_type="application/json")


def _refused(refusal: Refusal) -> web.Response:
    return _json(refusal.code, refusal.as_json())


def _broken(request: web.Request) -> web.StreamResponse:
    _reset(request.transport)
    return web.Response()


def _reset(transport: asyncio.BaseTransport | None) -> None:
    """Break a connection as a crash does: RST instead of a tidy end."""
    if transport is None:
        return
    plug = transport.get_extra_info("socket")
    if plug is not None:
        plug.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RST_AT_CLOSE)
    if isinstance(transport, asyncio.Transport):
        transport.abort()
