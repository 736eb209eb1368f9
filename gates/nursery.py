"""Bots that are forked by a process which has imported everything already: the asking side of gates.mother."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
MOTHER_SECONDS: Final = 45.0


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

    mother: asyncio.subprocess.Process
    _children: dict[int, Forked] = field(default_factory=dict)
    _started: asyncio.Queue[Forked] = field(default_factory=asyncio.Queue)
    _asking: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def start(self, environ: Mapping[str, str], log: Path) -> Forked:
        assert self.mother.stdin is not None
        async with self._asking:
            line = json.dumps({"environ": dict(environ), "log": str(log)})
            self.mother.stdin.write(line.encode() + b"\n")
            return await self._started.get()

    async def listen(self) -> None:
        """Hear from the mother until she ends."""
        assert self.mother.stdout is not None
        async for line in self.mother.stdout:
            told = json.loads(line)
            if told["event"] == "started":
                child = self._children[told["pid"]] = Forked(told["pid"])
                self._started.put_nowait(child)
            elif told["event"] == "ended":
                self._children.pop(told["pid"]).end(told["code"])

    def end_all(self) -> None:
        for child in self._children.values():
            child.send_signal(signal.SIGKILL)


@asynccontextmanager
async def nursery() -> AsyncIterator[Nursery]:
    """Open one; whoever was born in it is gone when it is closed."""
    mother = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "gates.mother"),
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    found = Nursery(mother)
    assert mother.stdout is not None
    async with asyncio.timeout(MOTHER_SECONDS):
        await mother.stdout.readline()
    listening = asyncio.ensure_future(found.listen())
    try:
        yield found
    finally:
        found.end_all()
        mother.kill()
        await mother.wait()
        await listening
