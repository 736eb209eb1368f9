"""The webhook: what Telegram brings is on disk before it is thanked for; for anybody else there is nothing here."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from hmac import compare_digest
from typing import Any, Final, cast

import orjson
import structlog
from aiohttp import web
from yarl import URL

from bot.engine.acceptance import Acceptance
from bot.engine.intake import Intake
from bot.engine.registration import Registration
from bot.engine.request import BotApi
from bot.engine.salvage import Unread
from bot.settings import Address, Mode, Secret, Settings
from storage.database import Database, StorageFailed

log = structlog.get_logger("webhook")

SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 # the name of a header
LARGEST: Final = 1024 * 1024
# For each of two steps, once patience is over.
CUT_SECONDS: Final = 0.5
# Telegram opens 40. Each takes a file descriptor, and sending and the database need theirs.
MOST_CONNECTIONS: Final = 256


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds that others may take.

    `head` is all that anybody gets before a first good request; any other ends the connection.
    `idle` is longer than the minute for which proxies keep a connection, so that it is always they who close it.
    For `linger` seconds what is refused unread is poured away, or the answer would be lost with the connection.
    """

    head: float = 3.0
    body: float = 10.0
    idle: float = 75.0
    linger: float = 2.0
    stop: float = 3.0


@dataclass(slots=True)
class WebhookServer:
    """Serves the path of `url` at `listen`, behind the city's proxy. Every replica may run one."""

    intake: Intake
    listen: Address
    url: str
    secret: Secret
    patience: Patience = Patience()
    _path: str = field(init=False)
    _server: web.Server | None = None
    _listening: asyncio.Server | None = None
    _begun: dict[asyncio.BaseProtocol, asyncio.Task[Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._path = URL(self.url).raw_path

    @property
    def is_listening(self) -> bool:
        return self._listening is not None and self._listening.is_serving()

    async def start(self) -> Address:
        """Listen, and tell where; raises OSError when the address is taken."""
        self._server = web.Server(self._answered)
        self._listening = await asyncio.get_running_loop().create_server(
            self._met, *self.listen, backlog=MOST_CONNECTIONS
        )
        host, port, *_ = self._listening.sockets[0].getsockname()
        return Address(host, port)

    async def run(self, stopping: asyncio.Event) -> None:
        """Serve until told to stop."""
        await stopping.wait()
        await self.stop()

    async def stop(self) -> None:
        """Take no new connections and finish what was begun; cut off what has not ended after the patience for it."""
        listening, self._listening = self._listening, None
        server, self._server = self._server, None
        if listening is not None:
            listening.close()
        if server is not None:
            await asyncio.sleep(0)  # what has just come in is begun
            await self._finish(server)

    async def _finish(self, server: web.Server) -> None:
        """Not by aiohttp's own way, which no longer reads what is on its way in."""
        for wire in server.connections:
            if wire not in self._begun:
                wire.close()
        if self._begun:
            await asyncio.wait(self._begun.values(), timeout=self.patience.stop)
        await server.shutdown(CUT_SECONDS)

    def _met(self) -> asyncio.BaseProtocol:
        """Greet a connection, which must ask for something soon."""
        if self._server is None or len(self._server.connections) >= MOST_CONNECTIONS:
            return _Turned()
        wire = _Wire(
            self._server,
            loop=asyncio.get_running_loop(),
            access_log=None,  # type: ignore[arg-type] # as aiohttp's own Server passes it on
            keepalive_timeout=self.patience.idle,
            lingering_time=self.patience.linger,
            auto_decompress=False,
        )
        asyncio.get_running_loop().call_later(self.patience.head, wire.give_up)
        return wire

    async def _answered(self, request: web.BaseRequest) -> web.Response:
        """Answer with a status and nothing else, so that whoever tries doors learns nothing."""
        wire, task = cast("_Wire", request.protocol), asyncio.current_task()
        wire.has_asked = True
        self._begun[wire] = cast("asyncio.Task[Any]", task)
        try:
            answer = _said(await self._status(request))
        finally:
            del self._begun[wire]
        if self._server is None or answer.status != web.HTTPOk.status_code:
            answer.force_close()
        return answer

    async def _status(self, request: web.BaseRequest) -> int:
        # The secret first, before a byte of the body is read.
        if not self._is_telegram(request):
            return web.HTTPForbidden.status_code
        if request.method != "POST" or request.rel_url.raw_path != self._path:
            return web.HTTPNotFound.status_code
        try:
            body = await _body(request, self.patience.body)
        except TimeoutError:
            return web.HTTPRequestTimeout.status_code
        except (web.RequestPayloadError, ConnectionError):  # it hung up, or its chunks lie: not all has come
            return web.HTTPBadRequest.status_code
        if body is None:
            return web.HTTPRequestEntityTooLarge.status_code
        return await self._kept(body)

    def _is_telegram(self, request: web.BaseRequest) -> bool:
        said = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        return compare_digest(said, self.secret.reveal().encode())

    async def _kept(self, body: bytes) -> int:
        """Keep it, once; with 503 Telegram brings it again."""
        update = _update_in(body)
        try:
            if update is None:
                await self.intake.admit([Unread(body)])
            else:
                await self.intake.admit([update])
        except StorageFailed:
            log.warning("updates-not-kept")
            return web.HTTPServiceUnavailable.status_code
        return web.HTTPOk.status_code


@dataclass(slots=True)
class Webhook:
    """Serving, which every replica does, and looking after the registration, which one at a time does."""

    server: WebhookServer
    registration: Registration

    def hears(self, *, leads: bool) -> bool:
        """Whether what Telegram has for us can reach us, as far as is known to who leads or does not."""
        return self.server.is_listening and (self.registration.is_fine or not leads)


def webhook_of(
    settings: Settings, intake: Intake, database: Database, api: BotApi, acceptance: Acceptance
) -> Webhook | None:
    """None when the bot polls. The registration is looked after with this database and these calls."""
    url, secret = settings.webhook_url, settings.webhook_secret
    if settings.mode is not Mode.WEBHOOK or url is None or secret is None:
        return None
    return Webhook(
        WebhookServer(intake, settings.listen, url, secret),
        Registration(database, api, url, secret, intake.clock, acceptance=acceptance),
    )


class _Wire(web.RequestHandler):
    """One connection; `has_asked` from its first request on, after which aiohttp watches over its idleness."""

    has_asked = False

    def give_up(self) -> None:
        """Let go of somebody who has not got to the end of a request's head."""
        if not self.has_asked:
            self.force_close()

    def handle_error(
        self,
        request: web.BaseRequest,  # noqa: ARG002 # aiohttp's signature
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,  # noqa: ARG002 # it repeats what came
    ) -> web.StreamResponse:
        """Answer bad HTTP, which is no news, and our own mistakes, which are."""
        self.has_asked = True
        if status >= web.HTTPInternalServerError.status_code:
            log.error("webhook-broken", exc_info=exc)
        answer = _said(status)
        answer.force_close()
        return answer


class _Turned(asyncio.Protocol):
    """One connection too many."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        transport.close()


def _said(status: int) -> web.Response:
    return web.Response(status=status, headers={"Server": "Wijklijn"})


async def _body(request: web.BaseRequest, seconds: float) -> bytes | None:
    """Read all of it; None when it is too large, whatever it says of itself. Raises TimeoutError."""
    if (request.content_length or 0) > LARGEST:
        return None
    if request.content.is_eof():  # as a rule it came together with its head
        whole = request.content.read_nowait()
        return whole if len(whole) <= LARGEST else None
    body = bytearray()
    async with asyncio.timeout(seconds):
        async for chunk in request.content.iter_any():
            body += chunk
            if len(body) > LARGEST:
                return None
    return bytes(body)


def _update_in(body: bytes) -> dict[str, Any] | None:
    with suppress(orjson.JSONDecodeError):
        found = orjson.loads(body)
        return found if isinstance(found, dict) else None
    return None
