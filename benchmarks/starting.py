"""How long people wait after a start: from the process's first moment to the answer to what was said meanwhile."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.city import environ_of, settle
from benchmarks.handling import START, START_SECONDS
from benchmarks.loopback import BotLine, Loopback
from benchmarks.people import chats, says
from benchmarks.processes import child
from bot.settings import Settings

TOKEN: Final = "700000006:" + "A" * 35


@dataclass(frozen=True, slots=True)
class Started:
    """Seconds until the first answer: those that passed, and those of CPU that were used."""

    passed: float
    used: float


async def measure(loopback: Loopback, folder: Path, rounds: int) -> list[Started]:
    """Each start; the first one, which may have to read everything from the disk, does not count."""
    environ = environ_of(TOKEN, loopback.url, folder)
    await settle(Settings.read(environ), 1, 0)
    line = loopback.line(TOKEN)
    return [await _start(line, environ) for _ in range(rounds + 1)][1:]


async def _start(line: BotLine, environ: Mapping[str, str]) -> Started:
    line.hand_over([says(chats(1)[0], START)])
    goal, began = line.said + 1, time.monotonic()
    async with child("-m", "bot", "run", environ=environ) as started:
        await line.heard(goal, within=START_SECONDS)
        return Started(time.monotonic() - began, started.cpu())


def lines(starts: Sequence[Started]) -> Iterator[str]:
    """Write the figures."""
    yield "From the first moment of the process to its first answer, seconds   median   lowest  highest"
    for name, seconds in (
        ("passed", [one.passed for one in starts]),
        ("of CPU", [one.used for one in starts]),
    ):
        yield f"  {name:<63}{median(seconds):>9.2f}{min(seconds):>9.2f}{max(seconds):>9.2f}"
