"""A gate: a promise, how it is tried, and the figures by which it stands or falls."""

from __future__ import annotations

import random
import sys
import time
import traceback
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from gates.needs import missing

# A short trial that has not ended by then never will.
SHORT_MINUTES: Final = 3.0


class NotRun(Exception):
    """The trial cannot be made here, and why: it is listed, and never counted as passed."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value, what it had to be in words, and whether it was."""

    name: str
    value: float
    limit: str
    holds: bool


def at_most(name: str, value: float, most: float) -> Figure:
    return Figure(name, value, f"at most {most:g}", value <= most)


def at_least(name: str, value: float, least: float) -> Figure:
    return Figure(name, value, f"at least {least:g}", value >= least)


def exactly(name: str, value: float, wanted: float) -> Figure:
    return Figure(name, value, f"exactly {wanted:g}", value == wanted)


def seen(name: str, value: float) -> Figure:
    """Something worth knowing that decides nothing."""
    return Figure(name, value, "", holds=True)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one trial measured."""

    figures: Sequence[Figure]

    @property
    def holds(self) -> bool:
        return bool(self.figures) and all(figure.holds for figure in self.figures)

    def broken(self) -> set[str]:
        """Names of the figures that missed their limit."""
        return {figure.name for figure in self.figures if not figure.holds}


@dataclass(frozen=True, slots=True)
class Run:
    """One trial: how big, with which lots, in which empty folder, and how the bot's code is broken (or None)."""

    gate: str
    seed: int
    size: Mapping[str, int]
    folder: Path
    breakage: str | None = None

    def dice(self, what: str = "") -> random.Random:
        """Lots of their own for each purpose, the same ones for the same seed."""
        return random.Random(f"{self.seed} {what}")

    def note(self, line: str) -> None:
        """Tell who waits how far it is."""
        print(f"    {self.gate}: {line}", file=sys.stderr, flush=True)


@dataclass(frozen=True, slots=True)
class Gate:
    """A promise and how it is tried.

    `long` and `short` are the sizes that `Run.size` may have; `minutes` ends a long trial that does
    not end by itself. `breakages` names, for each way to break the bot that must turn this gate red,
    the figure that must then miss its limit. `needs` are names of gates.needs. What waits for clocks
    more than it computes is `paced` and may run beside others; what measures time is `alone`.
    """

    name: str
    promise: str
    trial: Callable[[Run], Awaitable[Verdict]]
    long: Mapping[str, int]
    short: Mapping[str, int]
    minutes: float
    breakages: Mapping[str, str] = field(default_factory=dict)
    needs: Sequence[str] = ()
    paced: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one trial ended: its figures, or why there are none."""

    gate: str
    breakage: str | None
    seed: int
    short: bool
    seconds: float = 0.0
    figures: Sequence[Figure] = ()
    not_run: str | None = None
    error: str | None = None

    @property
    def held(self) -> bool:
        """Whether every figure kept its limit."""
        return not self.error and not self.not_run and Verdict(self.figures).holds

    def fine(self, gate: Gate) -> bool:
        """Whether it is as it must be: held, or red at the named figure when the bot was broken."""
        if self.breakage is None:
            return self.held
        return not self.error and gate.breakages[self.breakage] in Verdict(self.figures).broken()


async def tried(gate: Gate, run: Run, *, short: bool) -> Outcome:
    """Make one trial in this process; what goes wrong in the trial itself is its error, never a verdict."""
    began = time.monotonic()
    error: str | None = None
    not_run = missing(gate.needs)
    figures: Sequence[Figure] = ()
    if not_run is None:
        try:
            figures = tuple((await gate.trial(run)).figures)
        except NotRun as refusal:
            not_run = str(refusal)
        except Exception as wrong:  # noqa: BLE001 - whatever it is, the next gate must be tried
            traceback.print_exc()
            error = f"{type(wrong).__name__}: {wrong}"
    seconds = time.monotonic() - began
    return Outcome(run.gate, run.breakage, run.seed, short, seconds, figures, not_run, error)
