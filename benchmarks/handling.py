"""What it costs to handle a text and answer it: Wijklijn, durably, beside bare bots that keep nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.city import environ_of, settle
from benchmarks.figures import Figures
from benchmarks.loopback import BotLine, Loopback
from benchmarks.people import chats, says
from benchmarks.processes import Child, child
from bot.settings import Settings

OURS: Final = "Wijklijn, everything on disk"
AIOGRAM: Final = "aiogram, bare echo"
# Somebody who has a language already gets the menu: one text, one message.
TEXT: Final = "/start"
START_SECONDS: Final = 60.0
# What ends after the last answer has left: outcomes are written, polls answered.
SETTLING_SECONDS: Final = 0.4


@dataclass(frozen=True, slots=True)
class Subject:
    """A bot that runs, and its line to the local Telegram."""

    name: str
    child: Child
    line: BotLine
    environ: Mapping[str, str]

    async def handles(self, messages: int, *, pause: float) -> float:
        """Seconds of CPU for so many texts from as many chats, all at once or with a pause before each."""
        before = self.child.cpu()
        goal = self.line.said + messages
        for chat in chats(messages):
            if pause:
                await asyncio.sleep(pause)
            self.line.hand_over([says(chat, TEXT)])
        await self.line.heard(goal, within=START_SECONDS)
        await asyncio.sleep(SETTLING_SECONDS)
        return self.child.cpu() - before


@asynccontextmanager
async def subject(
    name: str, loopback: Loopback, token: str, *arguments: str, environ: Mapping[str, str]
) -> AsyncIterator[Subject]:
    """Start a bot and wait until it asks for updates."""
    line = loopback.line(token)
    async with child("-m", *arguments, environ=environ) as started:
        async with asyncio.timeout(START_SECONDS):
            await line.polled.wait()
        yield Subject(name, started, line, environ)


@asynccontextmanager
async def subjects(loopback: Loopback, folder: Path, people: int) -> AsyncIterator[list[Subject]]:
    """All four, one after the other ready."""
    async with AsyncExitStack() as stack:
        ours = await stack.enter_async_context(wijklijn(loopback, folder, people))
        others = [
            await stack.enter_async_context(bare(name, loopback, number, *arguments))
            for number, (name, arguments) in enumerate(_BARE.items(), 2)
        ]
        yield [ours, *others]


_BARE: Final = {
    AIOGRAM: ("benchmarks.bare_aiogram",),
    "PTB, bare echo, on our request": ("benchmarks.bare_ptb", "aiohttp"),
    "PTB, bare echo, as pip installs it": ("benchmarks.bare_ptb", "httpx"),
}


@asynccontextmanager
async def wijklijn(
    loopback: Loopback, folder: Path, people: int, *, told: Path | None = None
) -> AsyncIterator[Subject]:
    """Start `wijklijn run` with so many people in a database in `folder`; with a sampler that tells in `told`."""
    token, module = (_token(1), "bot") if told is None else (_token(9), "benchmarks.sampled")
    environ = environ_of(token, loopback.url, folder)
    await settle(Settings.read(environ), people)
    started = {**environ, "BENCH_PROFILE": str(told)}
    async with subject(OURS, loopback, token, module, "run", environ=started) as bot:
        yield bot


@asynccontextmanager
async def bare(name: str, loopback: Loopback, number: int, *arguments: str) -> AsyncIterator[Subject]:
    token = _token(number)
    environ = {"BENCH_TOKEN": token, "BENCH_API_ROOT": loopback.url}
    async with subject(name, loopback, token, *arguments, environ=environ) as started:
        yield started


def _token(number: int) -> str:
    return f"70000000{number}:" + "A" * 35


async def measure(
    bots: Sequence[Subject], figures: Figures, messages: int, rounds: int, *, pause: float = 0.0
) -> None:
    """Let all handle the same in turns; the first round warms up and does not count."""
    for number in range(rounds + 1):
        for bot in bots:
            seconds = await bot.handles(messages, pause=pause)
            if number:
                figures.add(bot.name, seconds, messages)
