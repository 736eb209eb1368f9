"""What it costs to handle a text and answer it: Wijklijn, durably, beside bare bots that keep nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final

from benchmarks.city import environ_of, settle
from benchmarks.figures import Figures
from benchmarks.loopback import BotLine, Loopback
from benchmarks.people import chats, says
from benchmarks.processes import Child, child
from bot.settings import Settings

OURS: Final = "Wijklijn, the menu, everything on disk"
REPORT: Final = "Wijklijn, a report begun, everything on disk"
AIOGRAM: Final = "aiogram, bare echo"
# From somebody who has a language: each of these is answered with one message.
START: Final = "/start"
STORY: Final = "Er ligt al een week afval naast de container aan de hoek"
START_SECONDS: Final = 60.0
# What ends after the last answer has left: outcomes are written, polls answered.
SETTLING_SECONDS: Final = 0.15
# The noise of a shared machine comes and goes within a second: many small turns let all have their part of it.
SLICES: Final = 5
STEADY_SLICES: Final = 2

_BARE: Final = {
    AIOGRAM: ("benchmarks.bare_aiogram",),
    "PTB, bare echo, on our request": ("benchmarks.bare_ptb", "aiohttp"),
    "PTB, bare echo, as pip installs it": ("benchmarks.bare_ptb", "httpx"),
}


@dataclass(frozen=True, slots=True)
class Subject:
    """A bot that runs, its line to the local Telegram, and who has not talked to it yet."""

    child: Child
    line: BotLine
    environ: Mapping[str, str]
    fresh: count[int]

    async def handles(self, messages: int, text: str = START, *, pause: float = 0.0) -> float:
        """Seconds of CPU for so many texts from as many new chats, at once or with a pause before each."""
        before = self.child.cpu()
        goal = self.line.said + messages
        for _ in range(messages):
            if pause:
                await asyncio.sleep(pause)
            self.line.hand_over([says(chats(1, next(self.fresh))[0], text)])
        await self.line.heard(goal, within=START_SECONDS)
        await asyncio.sleep(SETTLING_SECONDS)
        return self.child.cpu() - before


@asynccontextmanager
async def subject(
    loopback: Loopback, token: str, *arguments: str, environ: Mapping[str, str]
) -> AsyncIterator[Subject]:
    """Start a bot and wait until it asks for updates."""
    line = loopback.line(token)
    async with child("-m", *arguments, environ=environ) as started:
        async with asyncio.timeout(START_SECONDS):
            await line.polled.wait()
        yield Subject(started, line, environ, count())


@dataclass(frozen=True, slots=True)
class People:
    """How many have chosen a language in the database of ours, and how many of them follow the news."""

    settled: int
    followers: int


@asynccontextmanager
async def subjects(
    loopback: Loopback, folder: Path, people: People, beside: Sequence[str] = tuple(_BARE)
) -> AsyncIterator[dict[str, Subject]]:
    """Ours and those bare ones by name, one after the other ready."""
    async with AsyncExitStack() as stack:
        found = {OURS: await stack.enter_async_context(wijklijn(loopback, folder, people))}
        for number, name in enumerate(beside, 2):
            found[name] = await stack.enter_async_context(bare(loopback, number, *_BARE[name]))
        yield found


@asynccontextmanager
async def wijklijn(
    loopback: Loopback, folder: Path, people: People, *, module: str = "bot", number: int = 1, **environ: str
) -> AsyncIterator[Subject]:
    """Start `wijklijn run`, by way of `module` when given, with these people in a database in `folder`."""
    token = _token(number)
    settings = environ_of(token, loopback.url, folder)
    await settle(Settings.read(settings), people.settled, people.followers)
    async with subject(loopback, token, module, "run", environ={**settings, **environ}) as bot:
        yield bot


@asynccontextmanager
async def bare(loopback: Loopback, number: int, *arguments: str) -> AsyncIterator[Subject]:
    token = _token(number)
    environ = {"BENCH_TOKEN": token, "BENCH_API_ROOT": loopback.url}
    async with subject(loopback, token, *arguments, environ=environ) as started:
        yield started


def _token(number: int) -> str:
    return f"70000000{number}:" + "A" * 35


async def measure(
    bots: Mapping[str, Subject], figures: Figures, messages: int, rounds: int, *, pause: float = 0.0
) -> None:
    """Let all handle the same in turns; the first round warms up and does not count."""
    ways: Sequence[tuple[str, Subject, str]] = [
        *((name, bot, START) for name, bot in bots.items()),
        (REPORT, bots[OURS], STORY),
    ]
    slices = min(STEADY_SLICES if pause else SLICES, messages)
    for number in range(rounds + 1):
        used = {name: 0.0 for name, *_ in ways}
        for _ in range(slices):
            for name, bot, text in ways:
                used[name] += await bot.handles(messages // slices, text, pause=pause)
        for name, seconds in used.items():
            if number:
                figures.add(name, seconds, messages // slices * slices)


def people_needed(messages: int, rounds: int) -> int:
    """Count who talks to ours in `measure`."""
    return 2 * messages * (rounds + 1)
