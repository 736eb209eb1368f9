"""Trials in processes of their own, one after the other or side by side, each ended when it does not end."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from bot.logs import configure
from gates.every import gate_named
from gates.frame import SHORT_MINUTES, Figure, Gate, Outcome, Run, tried
from gates.loaded import LOADED, ROOT
from gates.nursery import conceive


@dataclass(frozen=True, slots=True)
class Trial:
    """A gate, with the bot as it is or broken in one way."""

    gate: Gate
    seed: int
    short: bool
    breakage: str | None = None

    @property
    def outcome(self) -> Outcome:
        """The outcome before there is one."""
        return Outcome(self.gate.name, self.breakage, self.seed, self.short)


async def try_all(
    trials: Sequence[Trial], jobs: int, tell: Callable[[Trial, Outcome], None]
) -> list[tuple[Trial, Outcome]]:
    """Make all trials: first those that must be alone; then one that computes beside `jobs` that mostly wait."""
    ended: list[tuple[Trial, Outcome]] = []
    computing, waiting = asyncio.Semaphore(1), asyncio.Semaphore(jobs)

    async def one(trial: Trial, slots: asyncio.Semaphore) -> None:
        async with slots:
            ended.append((trial, await alone(trial)))
            tell(*ended[-1])

    for trial in trials:
        if trial.gate.alone:
            await one(trial, computing)
    async with asyncio.TaskGroup() as group:
        for trial in sorted(trials, key=lambda trial: (trial.short, -trial.gate.minutes)):
            if not trial.gate.alone:
                group.create_task(one(trial, waiting if trial.gate.paced else computing))
    return sorted(ended, key=lambda end: trials.index(end[0]))


async def alone(trial: Trial) -> Outcome:
    """Make one trial in a process of its own, so that nothing of it is left for the next."""
    minutes = SHORT_MINUTES if trial.short else trial.gate.minutes
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="gate-") as folder:
        told = Path(folder) / "outcome.json"
        process = LOADED.Process(
            target=_made, args=(trial.gate.name, trial.seed, trial.short, trial.breakage, told)
        )
        await asyncio.to_thread(process.start)
        try:
            await asyncio.to_thread(process.join, minutes * 60)
        finally:
            _ended(process)
        if process.exitcode == -signal.SIGKILL:
            return replace(
                trial.outcome,
                seconds=time.monotonic() - began,
                error=f"has not ended within {minutes:g} minutes",
            )
        return _read(told, trial)


def _ended(process: BaseProcess) -> None:
    """End the trial with the bots that it started: they are all in its group."""
    assert process.pid is not None
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()  # where it was no group's first yet
    process.join()


def _read(told: Path, trial: Trial) -> Outcome:
    if not told.exists():
        return replace(trial.outcome, error="its process broke off")
    found: dict[str, Any] = json.loads(told.read_text())
    found["figures"] = tuple(Figure(**figure) for figure in found["figures"])
    return Outcome(**found)


async def in_folder(trial: Trial) -> Outcome:
    """Make one trial in this process, in a folder that is gone afterwards unless it went wrong."""
    folder = Path(tempfile.mkdtemp(prefix=f"{trial.gate.name}-"))
    size = trial.gate.short if trial.short else trial.gate.long
    run = Run(trial.gate.name, trial.seed, size, folder, trial.breakage)
    outcome = await tried(trial.gate, run, short=trial.short)
    if outcome.fine(trial.gate) or outcome.not_run:
        shutil.rmtree(folder)
    else:
        run.note(f"what is left of it is in {folder}")
    return outcome


def _made(name: str, seed: int, short: bool, breakage: str | None, told: Path) -> None:  # noqa: FBT001 - as Trial
    """In the process of the trial: as `alone` asks."""
    os.setsid()
    os.chdir(ROOT)
    conceive()
    configure(level=logging.WARNING)
    outcome = asyncio.run(in_folder(Trial(gate_named(name), seed, short, breakage)))
    told.write_text(json.dumps(asdict(outcome)))
