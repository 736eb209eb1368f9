"""A proxy on loopback that spoils calls: drops, delays, half closes and resets them, before and after they took effect."""

from __future__ import annotations

import asyncio
import random
import re
import socket
import struct
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

HOST: Final = "127.0.0.1"
MOST_BYTES: Final = 65_536
# Longer than anybody waits for an answer to a message.
SWALLOWED_SECONDS: Final = 60.0
_SPOILED: Final = re.compile(rb"\APOST /bot[^/]+/(?:sendMessage|getMe) ")
_CHAT: Final = re.compile(rb'"chat_id":\s*(-?\d+)')
_LENGTH: Final = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
_RST: Final = struct.pack("ii", 1, 0)


class Spoil(Enum):
    """What happens to a call; the comment says whether it takes effect."""

    RESET_BEFORE = auto()  # the connection breaks, nothing was handed on
    SWALLOWED = auto()  # nothing was handed on, nothing comes back
    DELAYED = auto()  # it takes effect, and is answered late
    HALF_CLOSED = auto()  # it takes effect, and the line ends in the middle of the answer
    RESET_AFTER = auto()  # it takes effect, and the line breaks instead of the answer


LOSES_ANSWER: Final = frozenset({Spoil.HALF_CLOSED, Spoil.RESET_AFTER})
DROPS: Final = frozenset({Spoil.RESET_BEFORE, Spoil.SWALLOWED})


@dataclass(slots=True)
class Proxy:
    """Hands on to `port` what comes to `own_port`.

    `dropped` counts by chat the calls that it did not hand on, `lost` the answers that it did not let through.
    """

    port: int
    dice: random.Random
    parts: Mapping[Spoil, float]
    delay: float
    own_port: int = 0
    spoiled: Counter[Spoil] = field(default_factory=Counter)
    dropped: Counter[int | str | None] = field(default_factory=Counter)
    lost: Counter[int | str | None] = field(default_factory=Counter)
    _lines: set[asyncio.Task[None]] = field(default_factory=set)

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.own_port}"

    def stop_spoiling(self) -> None:
        self.parts = {}

    async def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection until either side ends it."""
        task = asyncio.current_task()
        assert task is not None
        self._lines.add(task)
        task.add_done_callback(self._lines.discard)
        onwards: asyncio.StreamWriter | None = None
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            answers, onwards = await asyncio.open_connection(HOST, self.port)
            while await self._hand_on(reader, writer, answers, onwards):
                pass
        for end in (writer, onwards):
            if end is not None:
                end.close()

    async def _hand_on(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        answers: asyncio.StreamReader,
        onwards: asyncio.StreamWriter,
    ) -> bool:
        """One call; whether the connection lives on."""
        call = await _message(reader)
        spoil = self._drawn() if _SPOILED.match(call) else None
        if spoil is not None:
            self.spoiled[spoil] += 1
        if spoil in DROPS:
            self.dropped.update(_chat_of(call))
            await asyncio.sleep(SWALLOWED_SECONDS if spoil is Spoil.SWALLOWED else 0)
            _reset(writer)
            return False
        onwards.write(call)
        answer = await _message(answers)
        if spoil in LOSES_ANSWER:
            self.lost.update(_chat_of(call))
            await _break(writer, answer, spoil)
            return False
        await asyncio.sleep(self.delay if spoil is Spoil.DELAYED else 0)
        writer.write(answer)
        await writer.drain()
        return True

    def _drawn(self) -> Spoil | None:
        lot = self.dice.random()
        for spoil, part in self.parts.items():
            if lot < part:
                return spoil
            lot -= part
        return None

    async def end(self) -> None:
        lines = list(self._lines)
        for line in lines:
            line.cancel()
        await asyncio.gather(*lines, return_exceptions=True)


def _chat_of(call: bytes) -> list[int]:
    """The chat that it is for; none for a call that is for nobody."""
    return [int(found) for found in _CHAT.findall(call)[:1]]


async def _message(reader: asyncio.StreamReader) -> bytes:
    """One whole call or answer, as everybody here writes them: with a length. Raises IncompleteReadError at the end."""
    head = await reader.readuntil(b"\r\n\r\n")
    found = _LENGTH.search(head)
    return head + await reader.readexactly(int(found[1]) if found else 0)


async def _break(writer: asyncio.StreamWriter, answer: bytes, spoil: Spoil | None) -> None:
    if spoil is Spoil.HALF_CLOSED:
        writer.write(answer[: len(answer) // 2])
        await writer.drain()
        writer.write_eof()
    else:
        _reset(writer)


def _reset(writer: asyncio.StreamWriter) -> None:
    plug = writer.get_extra_info("socket")
    plug.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RST)
    writer.transport.abort()


@asynccontextmanager
async def proxied(
    port: int, dice: random.Random, parts: Mapping[Spoil, float], delay: float
) -> AsyncIterator[Proxy]:
    """A proxy before the server at this port; `delay` in seconds, `parts` of 1 are spoiled so."""
    proxy = Proxy(port, dice, parts, delay)
    listener = await asyncio.start_server(proxy.take, HOST, 0, limit=MOST_BYTES * 64)
    proxy.own_port = listener.sockets[0].getsockname()[1]
    try:
        yield proxy
    finally:
        listener.close()
        await proxy.end()
