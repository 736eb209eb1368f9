"""Trials in processes of their own, one after the other or side by side, each ended when it does not end."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from multiprocessing import parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Final

from bot.logs import configure
from gates.ending import Told, until_told
from gates.frame import SHORT_MINUTES, Figure, Gate, Outcome, Run, tried
from gates.leftovers import clear
from gates.loaded import LOADED, ROOT
from gates.nursery import conceive

# A trial that was asked to end has so long to clear away what it made.
END_SECONDS: Final = 10.0
_OUTCOME: Final = "outcome.json"


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
    with tempfile.TemporaryDirectory(prefix="gate-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(
            0o711
        )  # a PostgreSQL server that runs as somebody else must come to its own folder in there
        process = LOADED.Process(target=_made, args=(trial, folder))
        process.start()
        try:
            in_time = await _gone_within(process, minutes * 60)
        finally:
            await _ended(process, folder)
        if in_time:
            outcome = _read(folder / _OUTCOME, trial, process.exitcode)
            _spare(folder / trial.gate.name, trial, outcome)
        else:
            outcome = replace(trial.outcome, error=f"has not ended within {minutes:g} minutes")
        return replace(outcome, seconds=outcome.seconds or time.monotonic() - began)


async def _gone_within(process: BaseProcess, seconds: float) -> bool:
    """Wait so long for its end; whether it came."""
    loop, gone = asyncio.get_running_loop(), asyncio.Event()
    loop.add_reader(process.sentinel, gone.set)
    try:
        async with asyncio.timeout(seconds):
            await gone.wait()
    except TimeoutError:
        return False
    finally:
        loop.remove_reader(process.sentinel)
    return True


async def _ended(process: BaseProcess, folder: Path) -> None:
    """End the trial: asked first, so that it clears away; then with the bots that it started, who are in its group."""
    assert process.pid is not None
    if process.exitcode is None:
        process.terminate()
        await _gone_within(process, END_SECONDS)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()  # where it was no group's first yet
    process.join()
    await clear(folder)


def _read(told: Path, trial: Trial, code: int | None) -> Outcome:
    if not told.exists():
        return replace(trial.outcome, error=f"its process broke off: {_how(code or 0)}")
    found: dict[str, Any] = json.loads(told.read_text())
    found["figures"] = tuple(Figure(**figure) for figure in found["figures"])
    return Outcome(**found)


def _how(code: int) -> str:
    if code == -signal.SIGKILL:
        return "SIGKILL, as when memory runs out"
    return signal.Signals(-code).name if code < 0 else f"exit code {code}"


def _spare(made: Path, trial: Trial, outcome: Outcome) -> None:
    """What is left of a trial that went wrong may tell why."""
    if made.exists() and not (outcome.fine(trial.gate) or outcome.not_run):
        spared = made.rename(tempfile.mkdtemp(prefix=f"{trial.gate.name}-"))
        print(f"    {trial.gate.name}: what is left of it is in {spared}", file=sys.stderr, flush=True)


async def _in_folder(trial: Trial, folder: Path) -> Outcome:
    """Make one trial in this process, and end it as soon as who asked for it is gone."""
    loop, parent = asyncio.get_running_loop(), parent_process()
    assert parent is not None

    def bereft() -> None:
        loop.remove_reader(parent.sentinel)
        signal.raise_signal(signal.SIGTERM)

    loop.add_reader(parent.sentinel, bereft)
    folder.mkdir(mode=0o700)
    size = trial.gate.short if trial.short else trial.gate.long
    run = Run(trial.gate.name, trial.seed, size, folder, trial.breakage)
    return await tried(trial.gate, run, short=trial.short)


def _made(trial: Trial, folder: Path) -> None:
    """In the process of the trial: as `alone` asks, with everything that it makes in that folder."""
    os.setsid()
    os.chdir(ROOT)
    os.environ["TMPDIR"] = tempfile.tempdir = str(folder)
    conceive()
    configure(level=logging.WARNING)
    try:
        outcome = asyncio.run(until_told(_in_folder(trial, folder / trial.gate.name)))
    except Told as told:
        shutil.rmtree(folder, ignore_errors=True)  # who asked for it may be gone, too
        sys.exit(told.exit_code)
    (folder / _OUTCOME).write_text(json.dumps(asdict(outcome)))
