"""Where the time goes: the real bot once more, with a sampler in it, doing what was measured."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import orjson

from benchmarks.figures import shares
from benchmarks.handling import People, Subject, wijklijn
from benchmarks.loopback import Loopback

TOLD_SECONDS: Final = 10.0
BIGGEST: Final = 10
MAIN: Final = "event loop's thread"
OTHERS: Final = "storage's threads"


@dataclass(frozen=True, slots=True)
class Profile:
    """Seconds of CPU by thread, and of the event loop's by the module that ran and by the module of ours it ran for."""

    threads: Mapping[str, float]
    owners: Mapping[str, float]
    callers: Mapping[str, float]

    def lines(self, title: str, messages: int) -> Iterator[str]:
        """Write the tables, in microseconds a message."""
        each = ", ".join(f"{name} {used / messages * 1e6:,.0f}" for name, used in self.threads.items())
        yield f"{title}: µs of CPU a message by thread: {each}"
        yield f"  {'by the module of ours that it was done for':<46}{'by the module whose code ran':<46}".rstrip()
        per = self.threads[MAIN] / messages * 1e6
        columns = (shares(self.callers, BIGGEST), shares(self.owners, BIGGEST))
        for (caller, part), (owner, other) in zip(*columns, strict=False):
            yield f"  {caller:<32}{part * per:>5,.0f}{part:>5.0%}    {owner:<32}{other * per:>5,.0f}{other:>5.0%}"


@dataclass(frozen=True, slots=True)
class Profiler:
    """A bot with a sampler, and the file in which the sampler tells."""

    bot: Subject
    told: Path

    async def watch(self, work: Callable[[], Awaitable[object]]) -> Profile:
        """Profile what the bot does meanwhile."""
        await self._tell()
        before = self.bot.child.cpu_of_threads()
        await work()
        after = self.bot.child.cpu_of_threads()
        found = await self._tell()
        used = [seconds - before.get(thread, 0.0) for thread, seconds in after.items()]
        return Profile({MAIN: used[0], OTHERS: sum(used[1:])}, found["owners"], found["callers"])

    async def _tell(self) -> Mapping[str, Mapping[str, float]]:
        """Let the sampler write down what it has, and begin anew."""
        self.told.unlink(missing_ok=True)
        os.kill(self.bot.child.process.pid, signal.SIGUSR1)
        async with asyncio.timeout(TOLD_SECONDS):
            while not self.told.exists():  # noqa: ASYNC110 # another process writes it
                await asyncio.sleep(0.02)
        found: dict[str, dict[str, float]] = orjson.loads(self.told.read_bytes())
        return found


@asynccontextmanager
async def profiler(loopback: Loopback, folder: Path, people: People) -> AsyncIterator[Profiler]:
    """Start the bot with its sampler."""
    folder.mkdir()
    told = folder / "profile.json"
    async with wijklijn(
        loopback, folder, people, module="benchmarks.sampled", number=9, BENCH_PROFILE=str(told)
    ) as bot:
        yield Profiler(bot, told)
