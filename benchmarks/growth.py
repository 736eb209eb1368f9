"""What years of use cost: start, memory, a report, /werk, a page of the own cases and an answer, at four sizes."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from statistics import median
from typing import Any, Final

from benchmarks.city import environ_of
from benchmarks.filling import COORDINATORS, MOST_BUSY, Filling, Numbers, card_message, fill
from benchmarks.handling import START_SECONDS, STORY
from benchmarks.loopback import BotLine, Loopback
from benchmarks.people import DESK, chats, presses, replies, says
from benchmarks.processes import Child, child
from bot.domain.city_file import read_city
from bot.opening import now, opened_database
from bot.settings import Settings

SIZES: Final = (1_000, 10_000, 100_000, 1_000_000)
ROUNDS: Final = 5
REPORTS: Final = 30
# As many at every size as the smallest has: those who ask at once share what a turn costs.
LISTS: Final = Numbers(SIZES[0]).busy
# Nothing was said for so long: what was asked for is done.
QUIET_SECONDS: Final = 0.25
# So that no chat meets its limit of a message a second.
BETWEEN_SECONDS: Final = 1.2
TOKEN: Final = "700000005:" + "A" * 35
Told = Mapping[int, Sequence[Mapping[str, Any]]]


@dataclass(slots=True)
class Screens:
    """What stands on everybody's screen: the newest buttons in each chat, and when something was shown last."""

    seen: set[int] = field(default_factory=set)
    buttons: dict[int, list[str]] = field(default_factory=dict)
    last: float = 0.0

    def show(self, chat: int, params: Mapping[str, Any]) -> None:
        """Remember it."""
        self.seen.add(chat)
        self.last = time.monotonic()
        rows = (params.get("reply_markup") or {}).get("inline_keyboard")
        if rows:
            self.buttons[chat] = [button["callback_data"] for row in rows for button in row]

    def pressed(self, chat: int, verb: str) -> str:
        """The data of the first button with that verb. Raises LookupError."""
        found = next((data for data in self.buttons.get(chat, ()) if data.split(":")[1] == verb), None)
        if found is None:
            raise LookupError(f"nobody was shown a button {verb}")
        return found

    async def settled(self, waited_for: set[int]) -> None:
        """Wait until something was shown in all these chats, and then nothing more. Raises TimeoutError."""
        async with asyncio.timeout(START_SECONDS):
            while not waited_for <= self.seen or time.monotonic() < self.last + QUIET_SECONDS:  # noqa: ASYNC110
                await asyncio.sleep(0.02)


@dataclass(slots=True)
class Town:
    """A bot that runs on a filled database, and its people."""

    filling: Filling
    child: Child
    line: BotLine
    screens: Screens
    fresh: count[int] = field(default_factory=lambda: count(MOST_BUSY))

    async def report(self) -> float:
        """Seconds of CPU for a whole report: the story, what it is about, where, sent; with a card to the desk."""
        people = [chats(1, next(self.fresh))[0] for _ in range(REPORTS)]
        wijken = self.filling.city.wijken
        used = await self.told({chat: says(chat, STORY) for chat in people})
        used += await self.told({chat: presses(chat, self.data(chat, "d-about")) for chat in people})
        places = {
            chat: f"1:d-at:{self.data(chat, 'd-list').split(':')[2]}:{wijken[number % len(wijken)].id}"
            for number, chat in enumerate(people)
        }
        used += await self.told({chat: presses(chat, data) for chat, data in places.items()})
        used += await self.told({chat: presses(chat, self.data(chat, "d-send")) for chat in people})
        return used / REPORTS

    async def work(self) -> float:
        """Seconds of CPU for /werk of a coordinator."""
        first = DESK + len(self.filling.city.wijken) + 1
        people = range(first, first + COORDINATORS)
        return await self.told({chat: says(chat, "/werk") for chat in people}) / COORDINATORS

    async def mine(self) -> float:
        """Seconds of CPU for /meldingen of somebody with more cases than a page shows."""
        return await self.told({chat: says(chat, "/meldingen") for chat in chats(LISTS)}) / LISTS

    async def answer(self) -> float:
        """Seconds of CPU for an answer of the desk: a reply to a card, seen once more, sent, and told to the resident."""
        cards = self.open_cards()
        used = await self.told(
            {chat: replies(chat, "Morgen komt er iemand.", to) for chat, to in cards.items()}
        )
        used += await self.told({chat: presses(chat, self.data(chat, "desk-send")) for chat in cards})
        return used / len(cards)

    def memory(self) -> float:
        """The most memory that the bot ever held, in MB."""
        lines = Path(f"/proc/{self.child.process.pid}/status").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024

    def open_cards(self) -> dict[int, int]:
        """One card of an open case in the chat of each wijkmanager."""
        cases = self.filling.numbers.cases
        newest = range(cases, cases - self.filling.numbers.open, -1)
        return {DESK + self.filling.keeper(case): card_message(case) for case in reversed(newest)}

    def data(self, chat: int, verb: str) -> str:
        return self.screens.pressed(chat, verb)

    async def told(self, updates: Mapping[int, Mapping[str, Any]]) -> float:
        """Seconds of CPU for what all these people do at once."""
        self.screens.seen.clear()
        before = self.child.cpu()
        self.line.hand_over(list(updates.values()))
        await self.screens.settled(set(updates))
        used = self.child.cpu() - before
        await asyncio.sleep(BETWEEN_SECONDS)
        return used


@dataclass(frozen=True, slots=True)
class Costs:
    """At one size: seconds to fill and until the first answer, MB of memory, milliseconds of CPU by what was done."""

    messages: int
    filling: float
    start: float
    memory: float
    each: Mapping[str, float]


async def measure(loopback: Loopback, folder: Path, messages: int, rounds: int = ROUNDS) -> Costs:
    """Fill a database, start the bot on it, and do everything in turns; the first round warms up and does not count."""
    environ = environ_of(TOKEN, loopback.url, folder)
    began = time.monotonic()
    filling = await filled(environ, Numbers(messages))
    took = time.monotonic() - began
    async with running(loopback, environ, filling) as (town, start):
        ways: Mapping[str, Callable[[], Any]] = {
            "a report, sent": town.report,
            "/werk": town.work,
            "/meldingen": town.mine,
            "an answer, sent": town.answer,
        }
        spent: dict[str, list[float]] = {name: [] for name in ways}
        for number in range(rounds + 1):
            for name, way in ways.items():
                used = await way()
                if number:
                    spent[name].append(used * 1e3)
        each = {name: median(used) for name, used in spent.items()}
        return Costs(messages, took, start, town.memory(), each)


async def filled(environ: Mapping[str, str], numbers: Numbers) -> Filling:
    settings = Settings.read(environ)
    async with opened_database(settings) as database:
        filling = Filling(read_city(settings.city), numbers, database.sealer, now())
        await fill(database, filling)
    return filling


@asynccontextmanager
async def running(
    loopback: Loopback, environ: Mapping[str, str], filling: Filling
) -> AsyncIterator[tuple[Town, float]]:
    """Start the bot while somebody waits for an answer; and the seconds until that came."""
    line, screens = loopback.line(TOKEN), Screens()
    line.on_screen = screens.show
    line.hand_over([says(chats(1)[0], "/meldingen")])
    began = time.monotonic()
    async with child("-m", "bot", "run", environ=environ) as started:
        await line.heard(1, within=START_SECONDS)
        start = time.monotonic() - began
        await asyncio.sleep(BETWEEN_SECONDS)
        yield Town(filling, started, line, screens), start


def line_of(one: Costs) -> str:
    """What is printed when a size is done; the table comes after all of them."""
    each = "; ".join(f"{name} {used:.2f}" for name, used in one.each.items())
    return f"{one.messages:,} messages, filled in {one.filling:,.0f} s: ms of CPU {each}; start {one.start:.2f} s"


def lines(costs: Sequence[Costs]) -> Iterator[str]:
    """Write the table; the last column tells how many times the cost at the smallest size that at the largest is."""
    yield (
        f"{'By how many messages of cases':<34}"
        + "".join(f"{one.messages:>11,}" for one in costs)
        + "    growth"
    )
    for name in costs[0].each:
        yield _line(f"{name}, ms of CPU", [one.each[name] for one in costs])
    yield _line("start until the first answer, s", [one.start for one in costs])
    yield _line("most memory held, MB", [one.memory for one in costs])
    yield f"  (filled in {', '.join(f'{one.filling:,.0f}' for one in costs)} s)"


def _line(name: str, values: Sequence[float]) -> str:
    return (
        f"  {name:<32}" + "".join(f"{value:>11,.2f}" for value in values) + f"{values[-1] / values[0]:>9.2f}x"
    )
