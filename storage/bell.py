"""What replicas tell each other at once, by the server's NOTIFY; whoever misses it finds out within a second."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final

import asyncpg
import structlog

log = structlog.get_logger("bell")

CHANNEL: Final = "wijklijn"
# However much is rung, this long apart: a notification waits for every other that is being given.
APART_SECONDS: Final = 0.02
CONNECT_SECONDS: Final = 5.0
# Whoever is not told looks by itself every second.
TELL_SECONDS: Final = 2.0
AGAIN_SECONDS: Final = 1.0
LOOK_SECONDS: Final = 1.0
_TELL: Final = "SELECT pg_notify($1, $2)"
_LOST: Final = (
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.exceptions.InternalClientError,
    OSError,
    TimeoutError,
)


@dataclass(slots=True)
class Bell:
    """Rings by name at all other replicas; `hearers` are called when one of them rang. Has a connection of its own."""

    address: str
    holder: str
    hearers: dict[str, Callable[[], None]]
    _rung: set[str] = field(default_factory=set)
    _anything: asyncio.Event = field(default_factory=asyncio.Event)

    def ring(self, name: str) -> None:
        """Let the others hear it soon, if they can."""
        self._rung.add(name)
        self._anything.set()

    async def run(self, stopping: asyncio.Event) -> None:
        """Ring and hear until told to stop, over a change of servers too."""
        while not stopping.is_set():
            try:
                await self._connected(stopping)
            except _LOST as error:
                log.warning("bell-lost", error=type(error).__name__)
                with suppress(TimeoutError):
                    async with asyncio.timeout(AGAIN_SECONDS):
                        await stopping.wait()

    async def _connected(self, stopping: asyncio.Event) -> None:
        connection = await asyncpg.connect(
            self.address,
            timeout=CONNECT_SECONDS,
            command_timeout=TELL_SECONDS,
            target_session_attrs="read-write",
        )
        try:
            await connection.add_listener(CHANNEL, self._heard)
            for hearer in self.hearers.values():
                hearer()  # whatever was rung meanwhile
            while not stopping.is_set():
                await self._tell(connection)
            self._anything.set()  # what was rung last
            with suppress(TimeoutError):
                await self._tell(connection)
        finally:
            connection.terminate()

    async def _tell(self, connection: Any) -> None:
        """Tell what was rung, all of it at once; a moment later when nothing was."""
        with suppress(TimeoutError):
            async with asyncio.timeout(LOOK_SECONDS):
                await self._anything.wait()
        if connection.is_closed():
            raise ConnectionResetError
        self._anything.clear()
        rung, self._rung = self._rung, set()
        if rung:
            await connection.execute(_TELL, CHANNEL, " ".join([self.holder, *sorted(rung)]))
            await asyncio.sleep(APART_SECONDS)

    def _heard(self, _connection: object, _process: int, _channel: str, told: object) -> None:
        by, *names = str(told).split(" ")
        if by != self.holder:
            for name in names:
                if name in self.hearers:
                    self.hearers[name]()
