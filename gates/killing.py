"""Kills: when, where, and what the bot had begun by then."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from gates.bot_process import BotProcess

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
    """Kills a bot again and again, and remembers the moments, the points, and which rows were claimed then."""

    bot: BotProcess
    kills: list[float] = field(default_factory=list)
    at_points: Counter[str] = field(default_factory=Counter)
    claimed: list[frozenset[int]] = field(default_factory=list)

    async def start(self, death: Death) -> None:
        await self.bot.start(die_at=death.point, after=death.after)

    async def kill(self, death: Death) -> None:
        """Let it live until its death, and be sure that it is dead."""
        if death.point is None:
            await asyncio.sleep(death.seconds)
        else:
            self.at_points[death.point] += await self._came_to_its_point()
        await self.bot.kill()
        await asyncio.sleep(SOCKETS_SECONDS)
        self.kills.append(self.bot.telegram.monotonic())
        if death.point != "migrating":
            self.claimed.append(frozenset(row["id"] for row in await self.bot.rows(_CLAIMED)))

    async def _came_to_its_point(self) -> bool:
        until = self.bot.telegram.monotonic() + POINT_SECONDS
        while not self.bot.is_gone and self.bot.telegram.monotonic() < until:
            await asyncio.sleep(0.01)
        return self.bot.is_gone

    def named(self) -> int:
        """How many kills happened at named points."""
        return self.at_points.total()

    @property
    def most_claimed(self) -> int:
        return max(map(len, self.claimed), default=0)

    def rashly_uncertain(self, uncertain: Iterable[int]) -> int:
        """How many of these rows were given up although they were claimed at fewer than two kills."""
        times = Counter(row for claimed in self.claimed for row in claimed)
        return sum(times[row] < TRIES for row in uncertain)
