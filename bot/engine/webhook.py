"""The webhook: what Telegram brings is on disk before it is thanked for; for anybody else there is nothing here."""

import asyncio
import logging
from contextlib import suppress
from dataclasses import dataclass, field
from hmac import compare_digest
from typing import Any, Final
from weakref import WeakSet

import orjson
import structlog
from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError
from yarl import URL

from bot.engine.intake import Intake
from bot.engine.registration import Registration
from bot.settings import Address, Mode, Secret, Settings
from storage.database import StorageFailed

log = structlog.get_logger("webhook")

SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 # the name of a header
LARGEST: Final = 1024 * 1024
HEAD_SECONDS: Final = 10.0
BODY_SECONDS: Final = 10.0
# Longer than the minute for which proxies keep an idle connection: then it is always they who close it.
IDLE_SECONDS: Final = 75.0
# What is refused unread is poured away for so long, or the answer would be lost with the connection.
LINGER_SECONDS: Final = 2.0
STOP_SECONDS: Final = 3.0
# Telegram opens 40. Each takes a file descriptor, and sending and the database need theirs.
MOST_CONNECTIONS: Final = 256


@dataclass(slots=True)
class WebhookServer:
    """Serves the path of `url` at `listen`, behind the city's proxy. Every replica may run one."""

    intake: Intake
    listen: Address
    url: str
    secret: Secret
    _path: str = field(init=False)
    _server: web.Server | None = None
    _listening: asyncio.Server | None = None
    _silent: WeakSet[asyncio.BaseProtocol] = field(default_factory=WeakSet)

    def __post_init__(self) -> None:
        self._path = URL(self.url).raw_path

    @property
    def is_listening(self) -> bool:
        return self._listening is not None and self._listening.is_serving()

    async def start(self) -> Address:
        """Listen, and tell where; raises OSError when the address is taken."""
        self._server = web.Server(
            self._answered,
            access_log=None,
            logger=_http_log(),
            keepalive_timeout=IDLE_SECONDS,
            lingering_time=LINGER_SECONDS,
            auto_decompress=False,
        )
        loop = asyncio.get_running_loop()
        self._listening = await loop.create_server(self._met, *self.listen, backlog=MOST_CONNECTIONS)
        host, port, *_ = self._listening.sockets[0].getsockname()
        return Address(host, port)

    async def run(self, stopping: asyncio.Event) -> None:
        """Serve until told to stop."""
        await stopping.wait()
        await self.stop()

    async def stop(self) -> None:
        """Take no new connections and finish what was begun, within twice STOP_SECONDS."""
        listening, self._listening = self._listening, None
        server, self._server = self._server, None
        if listening is not None:
            listening.close()
        if server is not None:
            await asyncio.sleep(0)  # what has just come in is begun
            server.pre_shutdown()
            await server.shutdown(STOP_SECONDS)

    def _met(self) -> asyncio.BaseProtocol:
        """Greet a connection, which must ask for something within HEAD_SECONDS."""
        if self._server is None or len(self._server.connections) >= MOST_CONNECTIONS:
            return _Turned()
        wire = self._server()
        self._silent.add(wire)
        asyncio.get_running_loop().call_later(HEAD_SECONDS, self._give_up, wire)
        return wire

    def _give_up(self, wire: web.RequestHandler) -> None:
        if wire in self._silent:
            wire.force_close()

    async def _answered(self, request: web.BaseRequest) -> web.Response:
        """Answer with a status and nothing else, so that whoever tries doors learns nothing."""
        self._silent.discard(request.protocol)
        return web.Response(status=await self._status(request), headers={"Server": "Wijklijn"})

    async def _status(self, request: web.BaseRequest) -> int:
        # The secret first, before a byte of the body is read.
        if not self._is_telegram(request):
            return web.HTTPForbidden.status_code
        if request.method != "POST" or request.rel_url.raw_path != self._path:
            return web.HTTPNotFound.status_code
        try:
            body = await _body(request)
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
                await self.intake.admit_unread(None, body)
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

    def hears(self) -> bool:
        """Whether what Telegram has for us can reach us, as far as is known."""
        return self.server.is_listening and self.registration.is_fine


def webhook_of(settings: Settings, intake: Intake) -> Webhook | None:
    """None when the bot polls."""
    url, secret = settings.webhook_url, settings.webhook_secret
    if settings.mode is not Mode.WEBHOOK or url is None or secret is None:
        return None
    return Webhook(
        WebhookServer(intake, settings.listen, url, secret),
        Registration(intake.database, intake.api, url, secret, intake.clock),
    )


class _Turned(asyncio.Protocol):
    """One connection too many."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        transport.close()


async def _body(request: web.BaseRequest) -> bytes | None:
    """Read all of it; None when it is too large, whatever it says of itself. Raises TimeoutError."""
    if (request.content_length or 0) > LARGEST:
        return None
    body = bytearray()
    async with asyncio.timeout(BODY_SECONDS):
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


def _http_log() -> logging.Logger:
    """Where aiohttp tells of our mistakes; that strangers speak bad HTTP is no news."""
    logger = logging.getLogger("aiohttp.webhook")
    if not logger.filters:
        logger.addFilter(_is_news)
    return logger


def _is_news(record: logging.LogRecord) -> bool:
    return not (record.exc_info and isinstance(record.exc_info[1], HttpProcessingError))
