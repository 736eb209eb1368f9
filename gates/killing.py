"""Kills: when, where, and what the bot had begun by then."""

from __future__ import annotations

import asyncio
import signal
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from gates.bot_process import BotProcess
from gates.frame import Figure, at_least, exactly

# What a dead process had written into its sockets is read by then.
SOCKETS_SECONDS: Final = 0.05
# A point that is not come to within this time is not on the bot's way now.
POINT_SECONDS: Final = 2.0
# After so many tries of which nobody knows the end, a message is listed as uncertain.
TRIES: Final = 2
_CLAIMED: Final = "SELECT id FROM outbox WHERE state = 'sending' AND act = 'send'"


@dataclass(frozen=True, slots=True)
class Death:
    """After so many seconds of life; or at a point, the `after`th time that it comes there."""

    seconds: float = 0.0
    point: str | None = None
    after: int = 1


@dataclass(slots=True)
class Killer:
    """Kills a bot again and again, and remembers the moments, the points, and which rows were claimed then.

    `astray` counts those that were not killed: they had ended by themselves before.
    """

    bot: BotProcess
    kills: list[float] = field(default_factory=list)
    planned: Counter[str] = field(default_factory=Counter)
    at_points: Counter[str] = field(default_factory=Counter)
    astray: int = 0
    claimed: list[frozenset[int]] = field(default_factory=list)

    async def start(self, death: Death) -> None:
        await self.bot.start(die_at=death.point, after=death.after)

    async def kill(self, death: Death) -> None:
        """Let it live until its death, and be sure that it is dead."""
        came_there = False
        if death.point is None:
            await asyncio.sleep(death.seconds)
        else:
            came_there = await self._has_ended()
        was_killed = await self.bot.kill() == -signal.SIGKILL
        self.astray += not was_killed
        if death.point is not None:
            self.planned[death.point] += 1
            self.at_points[death.point] += came_there and was_killed
        await asyncio.sleep(SOCKETS_SECONDS)
        self.kills.append(self.bot.telegram.monotonic())
        if death.point != "migrating":
            self.claimed.append(frozenset(row["id"] for row in await self.bot.rows(_CLAIMED)))

    async def _has_ended(self) -> bool:
        """Whether it ended within the time in which it comes to its point."""
        until = self.bot.telegram.monotonic() + POINT_SECONDS
        while not self.bot.is_gone and self.bot.telegram.monotonic() < until:
            await asyncio.sleep(0.01)
        return self.bot.is_gone

    def figures(self, least_percent: int) -> list[Figure]:
        """Whether it was killed, and nothing else; and how many of the kills planned at named points came to be there."""
        least = self.planned.total() * least_percent / 100
        return [
            exactly("ended otherwise than by a kill", self.astray, 0),
            at_least("kills at named points", self.at_points.total(), least),
            exactly("points at which it was never killed", sum(not n for n in self.at_points.values()), 0),
        ]

    @property
    def most_claimed(self) -> int:
        return max(map(len, self.claimed), default=0)

    def rashly_uncertain(self, uncertain: Iterable[int]) -> int:
        """How many of these rows were given up although they were claimed at fewer than two kills."""
        times = Counter(row for claimed in self.claimed for row in claimed)
        return sum(times[row] < TRIES for row in uncertain)
