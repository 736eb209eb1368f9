"""From what somebody does to what they read: whole reports, begun one after the other, at 20 acts a second in all."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from statistics import quantiles
from typing import Any, Final

from benchmarks.growth import Screens
from benchmarks.handling import START_SECONDS, STORY, People, Subject, wijklijn
from benchmarks.loopback import Loopback
from benchmarks.people import chats, presses, says

ACTS_A_SECOND: Final = 20
# A person reads for about two seconds. One more than a multiple of the acts of a report: two never fall together.
READS_TICKS: Final = 41
PLACE: Final = "Waterschei-Noord"
ACTS: Final = (
    "the story, typed",
    "what it is about, pressed",
    "where it is, typed",
    "send, pressed: the number",
)
# Of the first reports nothing is measured: whatever is read from the disk is read then.
WARMING_CHATS: Final = 10


@dataclass(slots=True)
class Talk:
    """Everybody who is on the way to a report, and how long each waited for what, in seconds."""

    bot: Subject
    screens: Screens = field(default_factory=Screens)
    waited: dict[int, list[float]] = field(default_factory=lambda: {act: [] for act in range(len(ACTS))})
    _since: dict[int, tuple[int, float]] = field(default_factory=dict)

    def show(self, chat: int, params: Mapping[str, Any]) -> None:
        """Take the time of what is read; after sending that is the number, a message of its own."""
        if "text" not in params:
            return  # an earlier question is taken away
        self.screens.show(chat, params)
        act, since = self._since.get(chat, (0, 0.0))
        if since and not (act == len(ACTS) - 1 and "message_id" in params):
            self.waited[act].append(time.monotonic() - since)
            del self._since[chat]

    async def lives(self, people: range) -> None:
        """Let all of these report, each act at its tick. Raises TimeoutError when somebody is never answered."""
        began, last = time.monotonic(), len(ACTS) * (len(people) - 1) + READS_TICKS * (len(ACTS) - 1)
        for tick in range(last + len(ACTS)):
            await asyncio.sleep(max(0.0, began + tick / ACTS_A_SECOND - time.monotonic()))
            act = tick % len(ACTS)
            number, rest = divmod(tick - READS_TICKS * act, len(ACTS))
            if not rest and 0 <= number < len(people):
                await self._act(people[number], act)
        async with asyncio.timeout(START_SECONDS):
            while self._since:  # noqa: ASYNC110 - what shows is no coroutine
                await asyncio.sleep(0.02)

    async def _act(self, chat: int, act: int) -> None:
        async with asyncio.timeout(START_SECONDS):
            while chat in self._since:  # noqa: ASYNC110 - what shows is no coroutine
                await asyncio.sleep(0.02)
        update = self._update(chat, act)
        self._since[chat] = (act, time.monotonic())
        self.bot.line.hand_over([update])

    def _update(self, chat: int, act: int) -> Mapping[str, Any]:
        if act in {0, 2}:
            return says(chat, PLACE if act else STORY)
        return presses(chat, self.screens.pressed(chat, "d-send" if act > 1 else "d-about"))


async def measure(loopback: Loopback, folder: Path, reports: int) -> Mapping[str, Sequence[float]]:
    """Seconds from each act to its answer, by what was done; at the pace of a city that pays for nothing."""
    people, pace = People(reports + WARMING_CHATS, 0), {"WIJKLIJN_RATE": "30", "WIJKLIJN_PAID_BROADCAST": "0"}
    async with wijklijn(loopback, folder, people, module="bot", number=1, **pace) as bot:
        talk = Talk(bot)
        bot.line.on_screen = talk.show
        await talk.lives(chats(WARMING_CHATS))
        for waited in talk.waited.values():
            waited.clear()
        await talk.lives(chats(reports, WARMING_CHATS))
        return {ACTS[act]: waited for act, waited in talk.waited.items()}


def lines(waited: Mapping[str, Sequence[float]]) -> Iterator[str]:
    """Write the table."""
    yield f"{f'Typing to answer, {ACTS_A_SECOND} chats a second, SQLite, ms':<52}{'p50':>7}{'p95':>9}{'longest':>9}"
    everything = {**waited, "everything": list(chain.from_iterable(waited.values()))}
    for name, seconds in everything.items():
        yield f"  {name:<50}{percentile(seconds, 50):>7.0f}{percentile(seconds, 95):>9.0f}{max(seconds) * 1e3:>9.0f}"


def percentile(seconds: Sequence[float], share: int) -> float:
    """Milliseconds within which so many of a hundred were answered."""
    if len(seconds) == 1:
        return seconds[0] * 1e3
    return quantiles(seconds, n=100, method="inclusive")[share - 1] * 1e3
