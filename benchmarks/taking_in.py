"""What it costs to take in an update by webhook: three servers side by side, doing nothing and keeping it on disk."""

from __future__ import annotations

import asyncio
import re
import socket
import tempfile
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Final

import orjson

from benchmarks.doors import HEADER, PATH, SECRET
from benchmarks.figures import Figures
from benchmarks.people import chats, says
from benchmarks.processes import FEEDING, Child, child, pin_to

SERVERS: Final = {
    "application": "aiohttp, application and router",
    "server": "aiohttp, its protocol alone",
    "uvicorn": "uvicorn, bare ASGI",
}
OURS: Final = {"wijklijn": "Wijklijn's webhook, all that it looks at"}
BESIDE: Final = SERVERS["application"]
# As many connections as Telegram opens when nobody says otherwise; and one, where no two updates share a commit.
WIDTHS: Final = {"nothing": (40,), "kept": (40, 1)}
SLICES: Final = 5
START_SECONDS: Final = 30.0
_LENGTH: Final = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_HEAD: Final = (
    f"POST {PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\n{HEADER}: {SECRET}\r\n"
    "Content-Type: application/json\r\nContent-Length: "
)


@dataclass(frozen=True, slots=True)
class Door:
    """A server that runs, and the numbers of the updates it has not seen."""

    child: Child
    port: int
    fresh: count[int] = field(default_factory=lambda: count(1))

    async def takes(self, updates: int, width: int) -> float:
        """Seconds of CPU for so many updates over so many connections, all answered 200."""
        posts = [_post(next(self.fresh)) for _ in range(updates)]
        before = self.child.cpu()
        await asyncio.gather(*(self._feed(posts[number::width]) for number in range(width)))
        return self.child.cpu() - before

    async def _feed(self, posts: Sequence[bytes]) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        for post in posts:
            writer.write(post)
            head = await reader.readuntil(b"\r\n\r\n")
            assert head.startswith(b"HTTP/1.1 200"), head
            found = _LENGTH.search(head)
            await reader.readexactly(int(found[1]) if found else 0)
        writer.close()


def _post(number: int) -> bytes:
    body = orjson.dumps({"update_id": number, **says(chats(1, number)[0], "Er ligt al een week afval")})
    return f"{_HEAD}{len(body)}\r\n\r\n".encode() + body


@asynccontextmanager
async def door(name: str, keeps: str, folder: Path) -> AsyncIterator[Door]:
    """Start one and wait until it listens."""
    folder.mkdir()
    port = _free_port()
    environ = {"BENCH_PORT": str(port), "BENCH_FOLDER": str(folder)}
    async with child("-m", "benchmarks.doors", name, keeps, environ=environ) as started:
        async with asyncio.timeout(START_SECONDS):
            while not await _listens(port):  # noqa: ASYNC110 # another process opens it
                await asyncio.sleep(0.05)
        yield Door(started, port)


async def _listens(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


async def measure(doors: Mapping[str, Door], figures: Figures, updates: int, rounds: int, width: int) -> None:
    """All in turns; the first round warms up and does not count."""
    for number in range(rounds + 1):
        used = dict.fromkeys(doors, 0.0)
        for _ in range(SLICES):
            for name, one in doors.items():
                used[name] += await one.takes(updates // SLICES, width)
        for name, seconds in used.items():
            if number:
                figures.add(name, seconds, updates // SLICES * SLICES)


async def taking_in(folder: Path, updates: int, rounds: int) -> None:
    """Measure and print three tables."""
    pin_to(FEEDING)
    for keeps, widths in WIDTHS.items():
        async with AsyncExitStack() as stack:
            doors = {
                title: await stack.enter_async_context(door(name, keeps, folder / f"{keeps}-{name}"))
                for name, title in (SERVERS | (OURS if keeps == "kept" else {})).items()
            }
            for width in widths:
                figures = Figures(f"{updates:,} updates, {keeps}, over {width}", beside=BESIDE)
                await measure(doors, figures, updates, rounds, width)
                print("\n".join(figures.lines()), end="\n\n", flush=True)


def main(updates: int = 2_000, rounds: int = 5) -> None:
    with tempfile.TemporaryDirectory(prefix="wijklijn-bench-") as folder:
        asyncio.run(taking_in(Path(folder), updates, rounds))


if __name__ == "__main__":
    main()
