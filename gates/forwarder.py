"""A forwarder in front of replicas: each new connection goes to the next of them that takes it."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Final, NamedTuple

CONNECT_SECONDS: Final = 1.0
_PIECE: Final = 64 * 1024
_CALL: Final = re.compile(rb"POST /bot[^/ ]+/(\w+) HTTP")


class Passed(NamedTuple):
    """A method of the Bot API that went through: when, by the clock that never goes back, and since when its
    connection was there.
    """

    at: float
    method: str
    since: float


@dataclass(slots=True)
class Forwarder:
    """Listens on 127.0.0.1 and hands bytes on to `ports` there, one connection after the other."""

    ports: Sequence[int]
    calls: list[Passed] = field(default_factory=list)
    _turn: int = 0
    _server: asyncio.Server | None = None
    _going: set[asyncio.Task[None]] = field(default_factory=set)

    async def start(self) -> int:
        """Listen; the port."""
        self._server = await asyncio.start_server(self._met, "127.0.0.1", 0)
        return int(self._server.sockets[0].getsockname()[1])

    async def stop(self) -> None:
        """Drop everything."""
        if self._server is not None:
            self._server.close()
        for task in self._going:
            task.cancel()
        await asyncio.gather(*self._going, return_exceptions=True)

    async def _met(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._going.add(task)
        task.add_done_callback(self._going.discard)
        note = partial(self._note, time.monotonic())
        try:
            there = await self._next()
            if there is not None:
                await _both_ways((reader, writer), there, note)
        finally:
            writer.close()

    def _note(self, since: float, piece: bytes) -> None:
        now = time.monotonic()
        self.calls += [Passed(now, method.decode(), since) for method in _CALL.findall(piece)]

    async def _next(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter] | None:
        """A connection to the next replica that takes one; None when none does."""
        for _ in self.ports:
            self._turn += 1
            port = self.ports[self._turn % len(self.ports)]
            with suppress(OSError, TimeoutError):
                async with asyncio.timeout(CONNECT_SECONDS):
                    return await asyncio.open_connection("127.0.0.1", port)
        return None


async def _both_ways(
    here: tuple[asyncio.StreamReader, asyncio.StreamWriter],
    there: tuple[asyncio.StreamReader, asyncio.StreamWriter],
    note: Callable[[bytes], None],
) -> None:
    """Until either end has said all: the other is told at once, so that nobody writes into a dead connection."""
    try:
        ways = [
            asyncio.ensure_future(_copy(here[0], there[1], note)),
            asyncio.ensure_future(_copy(there[0], here[1], lambda _: None)),
        ]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
    finally:
        there[1].close()


async def _copy(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, note: Callable[[bytes], None]
) -> None:
    with suppress(OSError):
        while piece := await reader.read(_PIECE):
            note(piece)
            writer.write(piece)
            await writer.drain()
