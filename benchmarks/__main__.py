"""`make bench`: what Wijklijn costs beside bare bots and after years, in one run on one core, and where its time goes."""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path
from typing import Final

import structlog

from benchmarks import (
    announcing,
    answering,
    desk,
    detection,
    frozen,
    growth,
    handling,
    starting,
    storage_designs,
    taking_in,
)
from benchmarks.figures import Figures
from benchmarks.handling import AIOGRAM, STORY, People, people_needed, subjects
from benchmarks.loopback import Loopback
from benchmarks.processes import FEEDING, MEASURED, pin_to, spin
from benchmarks.profiled import profiler
from gates.ending import Told, until_told

STEADY_PAUSE: Final = 0.01


@dataclass(frozen=True, slots=True)
class Size:
    """How much is done: texts at once, texts one after the other, people of an announcement, rounds; the rest beside.

    `turns` of each storage design, `updates` by webhook, `messages` of cases in the largest database, `reports` in talk, `cards`; `open`
    cases at the desk at most.
    """

    texts: int = 600
    steady: int = 60
    people: int = 2_000
    rounds: int = 5
    turns: int = 2_000
    updates: int = 1_000
    messages: int = 1_000_000
    reports: int = 150
    open: int = 4_000
    cards: int = 30

    @property
    def settled(self) -> People:
        """Who must be in the database for everything that is measured; nobody says two things."""
        talking = people_needed(self.texts, self.rounds) + people_needed(self.steady, self.rounds)
        return People(max(talking, self.people), self.people)


async def storage(size: Size, folder: Path) -> None:
    """Ways to run a turn's statements."""
    for figures in await storage_designs.measure(folder, size.turns, size.rounds):
        _print(figures.lines())


async def handle(size: Size, folder: Path) -> None:
    """A text and its answer, at once and one after the other, beside bare bots."""
    async with Loopback() as loopback, subjects(loopback, folder, size.settled) as bots:
        for title, texts, pause in (
            (f"{size.texts:,} texts at once, each answered", size.texts, 0.0),
            (f"{size.steady:,} texts, {1 / STEADY_PAUSE:.0f} a second, each answered", size.steady, STEADY_PAUSE),
        ):  # fmt: skip
            figures = Figures(title, beside=AIOGRAM)
            await handling.measure(bots, figures, texts, size.rounds, pause=pause)
            _print(figures.lines())


async def answer(size: Size, folder: Path) -> None:
    """How long somebody waits for an answer while others talk."""
    async with Loopback() as loopback:
        _print(answering.lines(await answering.measure(loopback, folder, size.reports)))


async def announce(size: Size, folder: Path) -> None:
    """One text to many, beside aiogram's loop."""
    async with Loopback() as loopback, subjects(loopback, folder, size.settled, [AIOGRAM]) as bots:
        figures = Figures(f"An announcement to {size.people:,}", beside=announcing.LOOP)
        await announcing.measure(bots, figures, size.people, size.rounds)
        _print(figures.lines())


async def take_in(size: Size, folder: Path) -> None:
    """What a webhook brings, by three servers."""
    await taking_in.taking_in(folder, size.updates, size.rounds)


async def start(size: Size, folder: Path) -> None:
    """How long people wait after a start."""
    async with Loopback() as loopback:
        _print(starting.lines(await starting.measure(loopback, folder, size.rounds)))


async def grow(size: Size, folder: Path) -> None:
    """What years of use cost."""
    found = []
    async with Loopback() as loopback:
        for messages in (one for one in growth.SIZES if one <= size.messages):
            with doing(f"{messages:,} messages"), tempfile.TemporaryDirectory(dir=folder) as inner:
                found.append(await growth.measure(loopback, Path(inner), messages, size.rounds))
            print(growth.line_of(found[-1]), flush=True)
    _print(growth.lines(found))


async def freeze(size: Size, folder: Path) -> None:
    """How much longer the desk waits when the translator hangs."""
    async with Loopback() as loopback:
        _print(frozen.lines(await frozen.measure(loopback, folder, size.cards)))


async def list_work(size: Size, folder: Path) -> None:
    """What the desk's list costs with few and with very many open cases."""
    found = {}
    async with Loopback() as loopback:
        for cases in (one for one in desk.OPEN if one <= size.open):
            with tempfile.TemporaryDirectory(dir=folder) as inner:
                found[cases] = await desk.measure(loopback, Path(inner), cases, size.rounds)
    _print(desk.lines(found))


async def detect(_size: Size, _folder: Path) -> None:
    """Which language a short message is in."""
    _print(detection.lines())


async def profile(size: Size, folder: Path) -> None:
    """Where the time goes, for texts at once and for an announcement."""
    people = People(max(3 * size.texts, size.people), size.people)
    async with Loopback() as loopback, profiler(loopback, folder / "profiled", people) as watched:
        bot = watched.bot
        await bot.handles(size.texts)
        for title, messages, work in (
            ("The menu", size.texts, partial(bot.handles, size.texts)),
            ("A report begun", size.texts, partial(bot.handles, size.texts, STORY)),
            ("An announcement", size.people, partial(announcing.ours, bot, size.people)),
        ):
            watching = await watched.watch(work)
            _print(watching.lines(title, messages))


FAMILIES: Final[Mapping[str, Callable[[Size, Path], Awaitable[None]]]] = {
    "storage": storage,
    "handling": handle,
    "answering": answer,
    "announcing": announce,
    "taking-in": take_in,
    "starting": start,
    "growth": grow,
    "desk": list_work,
    "detection": detect,
    "frozen": freeze,
    "profile": profile,
}


async def bench(names: Sequence[str], size: Size) -> None:
    """Measure and print these families, and the machine's noise meanwhile."""
    pin_to(FEEDING)
    print(f"Measured on core {MEASURED}, fed from core {FEEDING}; CPU per message of the measured process.\n")
    noise = [spin()]
    for name in names:
        with doing(name), tempfile.TemporaryDirectory(prefix="wijklijn-bench-") as folder:
            await FAMILIES[name](size, Path(folder))
        noise.append(spin())
    print(f"Noise: the same plain work took {min(noise) / 1e3:.1f} to {max(noise) / 1e3:.1f} ms of CPU.")


@contextmanager
def doing(what: str) -> Iterator[None]:
    """Let whatever breaks this off say what it was."""
    try:
        yield
    except BaseException as cause:
        cause.add_note(what)
        raise


def _print(lines: Iterable[str]) -> None:
    print("\n".join(lines), end="\n\n", flush=True)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("family", nargs="*", metavar="FAMILY", help=f"{', '.join(FAMILIES)} (default: all)")
    for field in fields(Size):
        parser.add_argument(f"--{field.name}", type=int, default=field.default, help="(default: %(default)s)")
    given = vars(parser.parse_args(argv))
    names = given.pop("family") or [*FAMILIES]
    if unknown := set(names) - FAMILIES.keys():
        parser.error(f"no such family: {', '.join(sorted(unknown))}")
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    try:
        asyncio.run(until_told(bench(names, Size(**given))))
    except Exception as cause:
        what = ", ".join(reversed(getattr(cause, "__notes__", ())))
        print(f"Broken off at {what}: {type(cause).__name__}: {cause}", flush=True)
        if not isinstance(cause, Told):
            raise
        return cause.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
