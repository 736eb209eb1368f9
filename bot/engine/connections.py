"""The pool of connections to Telegram, which knows of a lost call whether anything of it was written."""

from __future__ import annotations

import select
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from weakref import WeakSet

from aiohttp import (
    ClientConnectionResetError,
    ClientError,
    ClientSession,
    ClientTimeout,
    DummyCookieJar,
    Payload,
    TCPConnector,
)
from yarl import URL

if TYPE_CHECKING:
    from collections.abc import Callable

    from aiohttp import ClientRequest
    from aiohttp.abc import AbstractStreamWriter
    from aiohttp.client_proto import ResponseHandler
    from aiohttp.connector import Connection
    from aiohttp.tracing import Trace

JSON: Final = "application/json"
# Shorter than servers and the NAT boxes on the way usually keep an idle connection.
KEPT_SECONDS: Final = 30.0
DNS_SECONDS: Final = 300


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole HTTP answer."""

    status: int
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Lost:
    """No whole answer came. `written` is False only when not one byte of the call can have reached Telegram."""

    written: bool
    timed_out: bool
    kind: str


class Body(Payload):
    """The bytes of one call; `written` from the moment they may have left this machine. `may_leave` is asked right then.

    aiohttp holds the headers back until the body is written and sends both at once, so before the first write
    here nothing of the call has left, however far the connection came.
    """

    def __init__(self, content: bytes, content_type: str = JSON) -> None:
        super().__init__(content, content_type=content_type)
        self._size = len(content)
        self.written = False
        self.may_leave: Callable[[], bool] = lambda: True

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        return bytes(self._value).decode(encoding, errors)

    async def write(self, writer: AbstractStreamWriter) -> None:
        transport = writer.transport
        if transport is None or transport.is_closing() or not self.may_leave():
            raise ClientConnectionResetError
        self.written = True
        await writer.write(self._value)

    async def write_with_length(self, writer: AbstractStreamWriter, _content_length: int | None) -> None:
        await self.write(writer)


class FreshConnector(TCPConnector):
    """Never hands out a kept connection on which the server has said something, as that can only be goodbye.

    Without the look, a call on a connection that was closed while the loop was busy would leave, be lost, and
    count as "perhaps delivered".
    """

    def __init__(self, connections: int) -> None:
        super().__init__(limit=connections, keepalive_timeout=KEPT_SECONDS, ttl_dns_cache=DNS_SECONDS)
        self._used: WeakSet[ResponseHandler] = WeakSet()

    async def connect(self, req: ClientRequest, traces: list[Trace], timeout: ClientTimeout) -> Connection:  # noqa: ASYNC109 # aiohttp's signature
        while True:
            connection = await super().connect(req, traces, timeout)
            if connection.protocol not in self._used:
                self._remember(connection)
                return connection
            if not _has_spoken(connection):
                return connection
            connection.close()

    def _remember(self, connection: Connection) -> None:
        if connection.protocol is not None:
            self._used.add(connection.protocol)


class Connections:
    """One pool. Calls and getUpdates have one each, or waiting for updates would hold up what is said."""

    __slots__ = ("_limit", "_session")

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._session: ClientSession | None = None

    async def open(self) -> None:
        """Make the pool, inside the loop that will use it; once is enough."""
        if self._session is None or self._session.closed:
            self._session = ClientSession(
                connector=FreshConnector(self._limit),
                cookie_jar=DummyCookieJar(),
                headers={"User-Agent": "Wijklijn"},
                timeout=ClientTimeout(total=None),
            )

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    @property
    def session(self) -> ClientSession:
        """The open session; raises RuntimeError before `open` and after `close`."""
        if self._session is None:
            raise RuntimeError("the connections are not open")
        return self._session

    async def post(self, url: URL, body: Body, patience: ClientTimeout) -> Reply | Lost:
        """Make one call, once: no second try, no redirect, since either could do it twice.

        Cancelled while it waits it raises CancelledError, and then `body.written` tells the rest.
        """
        try:
            async with self.session.post(url, data=body, timeout=patience, allow_redirects=False) as response:
                return Reply(response.status, await response.read())
        except (ClientError, OSError) as lost:
            return Lost(body.written, isinstance(lost, TimeoutError), type(lost).__name__)

    async def get(self, url: URL, patience: ClientTimeout, largest: int) -> Reply | Lost | None:
        """Fetch at most `largest` bytes; None when there are more."""
        try:
            async with self.session.get(url, timeout=patience, allow_redirects=False) as response:
                if (response.content_length or 0) > largest:
                    return None
                content = bytearray()
                async for chunk in response.content.iter_any():
                    content += chunk
                    if len(content) > largest:
                        return None
                return Reply(response.status, bytes(content))
        except (ClientError, OSError) as lost:
            return Lost(written=True, timed_out=isinstance(lost, TimeoutError), kind=type(lost).__name__)


def _has_spoken(connection: Connection) -> bool:
    """Tell whether bytes, an end or an error wait on the socket; between calls a server has nothing to say."""
    transport = connection.transport
    if transport is None or transport.is_closing():
        return True
    look = select.poll()
    look.register(transport.get_extra_info("socket").fileno(), select.POLLIN)
    return bool(look.poll(0))
