"""`make bench`: what Wijklijn costs beside bare bots, in one run on one core, and where its time goes."""

from __future__ import annotations

import argparse
import asyncio
import logging
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path
from statistics import median

import structlog

from benchmarks import announcing, handling
from benchmarks.figures import Figures
from benchmarks.handling import AIOGRAM, STORY, People, Subject, people_needed, subjects
from benchmarks.loopback import Loopback
from benchmarks.processes import FEEDING, MEASURED, pin_to, spin
from benchmarks.profiled import profiler

STEADY_PAUSE = 0.01


@dataclass(frozen=True, slots=True)
class Size:
    """How much is done: texts at once, texts one after the other, people of an announcement, rounds."""

    texts: int = 600
    steady: int = 60
    people: int = 2_000
    rounds: int = 5

    @property
    def settled(self) -> People:
        """Who must be in the database for everything that is measured; nobody says two things."""
        talking = people_needed(self.texts, self.rounds) + people_needed(self.steady, self.rounds)
        return People(max(talking, self.people), self.people)


async def bench(size: Size, folder: Path) -> None:
    """Measure and print everything."""
    pin_to(FEEDING)
    print(f"Measured on core {MEASURED}, fed from core {FEEDING}; CPU per message of the measured process.\n")
    async with Loopback() as loopback:
        async with subjects(loopback, folder, size.settled) as bots:
            await costs(bots, size)
        await profiles(loopback, folder / "profiled", size)


async def costs(bots: Mapping[str, Subject], size: Size) -> None:
    """Print three tables of costs, and the machine's noise meanwhile."""
    noise = [spin()]
    for title, texts, pause in (
        (f"{size.texts:,} texts at once, each answered", size.texts, 0.0),
        (f"{size.steady:,} texts, {1 / STEADY_PAUSE:.0f} a second, each answered", size.steady, STEADY_PAUSE),
    ):
        figures = Figures(title, beside=AIOGRAM)
        await handling.measure(bots, figures, texts, size.rounds, pause=pause)
        _print(figures)
        noise.append(spin())
    figures = Figures(f"An announcement to {size.people:,}", beside=announcing.LOOP)
    await announcing.measure(bots, figures, size.people, size.rounds)
    _print(figures)
    noise.append(spin())
    print(f"Noise: the same plain work took {min(noise) / 1e3:.1f} to {max(noise) / 1e3:.1f} ms of CPU, "
          f"median {median(noise) / 1e3:.1f}.\n")  # fmt: skip


async def profiles(loopback: Loopback, folder: Path, size: Size) -> None:
    """Print where the time goes, for texts at once and for an announcement."""
    async with profiler(loopback, folder, People(max(3 * size.texts, size.people), size.people)) as watched:
        bot = watched.bot
        await bot.handles(size.texts)
        for title, messages, work in (
            ("The menu", size.texts, partial(bot.handles, size.texts)),
            ("A report begun", size.texts, partial(bot.handles, size.texts, STORY)),
            ("An announcement", size.people, partial(announcing.ours, bot, size.people)),
        ):
            profile = await watched.watch(work)
            print("\n".join(profile.lines(title, messages)), end="\n\n", flush=True)


def _print(figures: Figures) -> None:
    print("\n".join(figures.lines()), end="\n\n", flush=True)


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    for field in fields(Size):
        parser.add_argument(f"--{field.name}", type=int, default=field.default, help="(default: %(default)s)")
    size = Size(**vars(parser.parse_args(argv)))
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    with tempfile.TemporaryDirectory(prefix="wijklijn-bench-") as folder:
        asyncio.run(bench(size, Path(folder)))


if __name__ == "__main__":
    main()
