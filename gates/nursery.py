"""Bots that are forked by a process which has imported everything already: the asking side of gates.mother."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from gates.loaded import LOADED
from gates.mother import serve

_conceived: Final[list[socket.socket]] = []


@dataclass(slots=True)
class Forked:
    """A process that somebody else started, as asyncio's own processes look."""

    pid: int
    returncode: int | None = None
    _ended: asyncio.Event = field(default_factory=asyncio.Event)

    def send_signal(self, which: signal.Signals) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.pid, which)

    async def wait(self) -> int:
        await self._ended.wait()
        return self.returncode or 0

    def end(self, code: int) -> None:
        """It has ended so."""
        self.returncode = code
        self._ended.set()


@dataclass(slots=True)
class Nursery:
    """Starts bots in a tenth of a second instead of two."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    _children: dict[int, Forked] = field(default_factory=dict)
    _started: asyncio.Queue[Forked] = field(default_factory=asyncio.Queue)
    _asking: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def start(
        self, environ: Mapping[str, str], log: Path, arguments: Sequence[str] = ("run",)
    ) -> Forked:
        """Start `wijklijn ARGUMENTS…`; what it says is added to the log."""
        wanted = {"environ": dict(environ), "log": str(log), "arguments": list(arguments)}
        async with self._asking:
            self.writer.write(json.dumps(wanted).encode() + b"\n")
            return await self._started.get()

    async def listen(self) -> None:
        """Hear from the mother until she ends."""
        async for line in self.reader:
            told = json.loads(line)
            if told["event"] == "started":
                child = self._children[told["pid"]] = Forked(told["pid"])
                self._started.put_nowait(child)
            elif told["event"] == "ended":
                self._children.pop(told["pid"]).end(told["code"])

    def end_all(self) -> None:
        for child in self._children.values():
            child.send_signal(signal.SIGKILL)


def conceive() -> None:
    """Fork a mother now, from a process that has loaded everything and begun nothing: the next nursery is hers."""
    ours, hers = socket.socketpair()
    if os.fork():
        hers.close()
        _conceived.append(ours)
        return
    ours.close()
    serve(hers)
    os._exit(0)


@asynccontextmanager
async def nursery() -> AsyncIterator[Nursery]:
    """Open one; whoever was born in it is gone when it is closed."""
    asking = _conceived.pop() if _conceived else await asyncio.to_thread(_adopted)
    found = Nursery(*await asyncio.open_connection(sock=asking))
    listening = asyncio.ensure_future(found.listen())
    try:
        yield found
    finally:
        found.end_all()
        found.writer.write_eof()
        await listening
        found.writer.close()
        await found.writer.wait_closed()


def _adopted() -> socket.socket:
    """A mother for a process that has begun already."""
    ours, hers = socket.socketpair()
    LOADED.Process(target=serve, args=(hers,), daemon=True).start()
    hers.close()
    return ours
