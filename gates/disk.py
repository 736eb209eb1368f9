"""A disk without room, and a database that somebody else holds: nothing is acknowledged that is not stored."""

from __future__ import annotations

import asyncio
import contextlib
import os
import resource
import subprocess
import sys
import time
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from gates.bot_process import BotProcess
from gates.frame import Figure, Gate, Run, Verdict, at_least, at_most, exactly, seen
from gates.needs import missing
from gates.postgres import free_port
from gates.replays import Trial, Update, asks, opened

MOST_POSTS: Final = 20
MEGABYTES: Final = 6
BLOCK: Final = b"\0" * 4096
LOOK_SECONDS: Final = 0.25
RECOVER_SECONDS: Final = 45.0
STOP_SECONDS: Final = 10.0
_KEPT: Final = "SELECT dedupe FROM inbox"
_HOLD: Final = """
import sqlite3, sys, time
held = sqlite3.connect(sys.argv[1], timeout=30, isolation_level=None)
held.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
time.sleep(float(sys.argv[2]))
"""


class Room(ABC):
    """The room that is left where the database is."""

    @abstractmethod
    def fill(self, bot: BotProcess) -> None: ...

    @abstractmethod
    def free(self, bot: BotProcess) -> None: ...


@dataclass(frozen=True, slots=True)
class Tmpfs(Room):
    """A small disk in memory, which somebody fills up."""

    folder: Path

    def fill(self, bot: BotProcess) -> None:  # noqa: ARG002 - as Room
        with contextlib.suppress(OSError), (self.folder / "filler").open("ab", buffering=0) as filler:
            while filler.write(BLOCK):
                pass

    def free(self, bot: BotProcess) -> None:  # noqa: ARG002 - as Room
        (self.folder / "filler").unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Ceiling(Room):
    """Without root: no file of the bot may grow beyond what its largest is now (`ulimit -f`)."""

    folder: Path

    def fill(self, bot: BotProcess) -> None:
        most = max(file.stat().st_size for file in self.folder.iterdir())
        self._limit(bot, most)

    def free(self, bot: BotProcess) -> None:
        self._limit(bot, resource.RLIM_INFINITY)

    @staticmethod
    def _limit(bot: BotProcess, most: int) -> None:
        assert bot.process is not None
        _, hard = resource.prlimit(bot.process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(bot.process.pid, resource.RLIMIT_FSIZE, (most, hard))


@contextmanager
def small_room(folder: Path) -> Iterator[Room]:
    """A folder with little room: a mounted one where that is allowed, else a ceiling on files."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "tmpfs", str(folder)]
    if missing(["mount"]) or subprocess.run(mount, check=False, stderr=subprocess.DEVNULL).returncode:
        yield Ceiling(folder)
        return
    try:
        yield Tmpfs(folder)
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)


@dataclass(slots=True)
class Asking:
    """People who go on asking, and a look at what was acknowledged meanwhile."""

    trial: Trial
    at_once: int = 1
    asked: Counter[int] = field(default_factory=Counter)
    numbers: set[int] = field(default_factory=set)
    unkept: int = 0
    _before: Counter[int] = field(init=False)
    _refused: dict[int, Update] = field(default_factory=dict)
    most_held: int = 0

    def __post_init__(self) -> None:
        self._before = self.trial.answers()

    @property
    def came(self) -> Counter[int]:
        """The answers to them, by chat."""
        return self.trial.answers() - self._before

    async def goes_on(self, seconds: float) -> None:
        until, people = time.monotonic() + seconds, self.trial.run.size["people"]
        while time.monotonic() < until:
            for _ in range(self.at_once):
                self._one(len(self.numbers) % people)
            await asyncio.sleep(LOOK_SECONDS)
            await self._look()

    def _one(self, person: int) -> None:
        updates = self.trial.telegram.updates
        number, updates.next_id = updates.next_id, updates.next_id + 1
        update = asks(number, person, len(self.numbers) + 1)
        self.asked[update["message"]["chat"]["id"]] += 1
        self.numbers.add(number)
        if self.trial.door is None:
            updates.inject(update)
        else:
            self._refused[number] = update

    async def _look(self) -> None:
        """What Telegram no longer holds was acknowledged, and must be in the database by now."""
        for number in await self._brought():
            del self._refused[number]
        held = {update["update_id"] for update in self.trial.telegram.updates.first(1_000)} | set(
            self._refused
        )
        self.most_held = max(self.most_held, len(held))
        gone = {f"u:{number}" for number in self.numbers - held}
        self.unkept += len(gone - {row["dedupe"] for row in await self.trial.bot.rows(_KEPT)})

    async def _brought(self) -> list[int]:
        """By webhook: what is brought now, and was taken over."""
        updates = list(self._refused.values())[:MOST_POSTS]
        taken = await asyncio.gather(*map(self.trial.brings, updates))
        return [update["update_id"] for update, was in zip(updates, taken, strict=True) if was]

    async def recovers(self) -> float:
        """Wait until every question has its answer; the seconds that took."""
        began, until = time.monotonic(), time.monotonic() + RECOVER_SECONDS
        while self.came.total() < self.asked.total() and time.monotonic() < until:
            await asyncio.sleep(LOOK_SECONDS)
            await self._look()
        await self.trial.bot.quiet(5)
        await self._look()
        return time.monotonic() - began

    def figures(self) -> Iterator[Figure]:
        came, bot = self.came, self.trial.bot
        yield seen("questions", self.asked.total())
        yield exactly("acknowledged and not stored", self.unkept, 0)
        yield at_least("held back at Telegram at a time", self.most_held, 2)
        yield exactly("without an answer", (self.asked - came).total(), 0)
        yield exactly("answers too many", (came - self.asked).total(), 0)
        yield exactly("ended by itself", bot.is_gone, 0)
        yield exactly("errors in the log", bot.errors(), 0)


async def disk_full(run: Run) -> Verdict:
    return await _disk_full(run, None)


async def disk_full_webhook(run: Run) -> Verdict:
    return await _disk_full(run, free_port())


async def _disk_full(run: Run, port: int | None) -> Verdict:
    with small_room(run.folder / "small") as room:
        address = f"sqlite:///{run.folder}/small/wijklijn.db"
        async with opened(run, port, WIJKLIJN_DATABASE_URL=address) as trial:
            await trial.starts()
            asking = Asking(trial)
            await asking.goes_on(2)
            for _ in range(run.size["times"]):
                room.fill(trial.bot)
                await asking.goes_on(run.size["seconds"])
                room.free(trial.bot)
                took = await asking.recovers()
            figures = list(asking.figures())
            stopped = await _stop(trial)
            return Verdict([
                seen(f"tried with {type(room).__name__.lower()}", 1),
                *figures,
                at_most("answered after there was room, s", took, RECOVER_SECONDS - 1),
                exactly("exit code", stopped[0], 0),
            ])  # fmt: skip


async def database_locked(run: Run) -> Verdict:
    async with opened(run) as trial:
        await trial.bot.start()
        asking = Asking(trial)
        await asking.goes_on(2)
        async with _held(trial, run.size["seconds"]):
            await asking.goes_on(run.size["seconds"] - 1)
        took = await asking.recovers()
        figures = list(asking.figures())
        async with _held(trial, 60):
            await asking.goes_on(2)
            code, seconds = await _stop(trial)
        began_locked = await _starts_while_held(trial, run.size["seconds"])
        await asking.recovers()
        lost = asking.asked - asking.came
        return Verdict([
            *figures,
            at_most("answered after it was let go, s", took, RECOVER_SECONDS - 1),
            at_most("a stop while it is held, s", seconds, STOP_SECONDS),
            exactly("exit code", code, 0),
            exactly("starts by itself once it is let go", began_locked, 1),
            exactly("without an answer after that", lost.total(), 0),
        ])  # fmt: skip


async def _stop(trial: Trial) -> tuple[int, float]:
    """Exit code, and the seconds that it took."""
    began = time.monotonic()
    code = await trial.bot.stop()
    return code, time.monotonic() - began


@asynccontextmanager
async def _held(trial: Trial, seconds: float) -> AsyncIterator[None]:
    """Another process holds the database so long, or until this ends."""
    holding = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", _HOLD, trial.bot.url.removeprefix("sqlite:///"), str(seconds)),
        stdout=asyncio.subprocess.PIPE,
    )
    assert holding.stdout is not None
    await holding.stdout.readline()
    try:
        yield
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.kill(holding.pid, 9)
        await holding.wait()


async def _starts_while_held(trial: Trial, seconds: float) -> bool:
    async with _held(trial, seconds + 30):
        await trial.bot.launch()
        await asyncio.sleep(seconds)
    polls = _polls(trial)
    until = time.monotonic() + RECOVER_SECONDS
    while _polls(trial) == polls and not trial.bot.is_gone and time.monotonic() < until:
        await asyncio.sleep(LOOK_SECONDS)
    return not trial.bot.is_gone and _polls(trial) > polls


def _polls(trial: Trial) -> int:
    calls: Sequence[str] = [call.method for call in trial.telegram.log]
    return calls.count("getUpdates")


DISK_FULL: Final = Gate(
    "disk-full",
    "On a full disk nothing is acknowledged that is not stored, and it goes on by itself once there is room.",
    disk_full,
    long={"people": 20, "seconds": 30, "times": 2}, short={"people": 5, "seconds": 3, "times": 1}, minutes=6,
    breakages={"acknowledged-before-kept": "acknowledged and not stored"}, paced=True,
)  # fmt: skip
DISK_FULL_WEBHOOK: Final = Gate(
    "disk-full-webhook",
    "On a full disk no update is thanked for with 200 that is not stored, and it goes on once there is room (webhook).",
    disk_full_webhook,
    long={"people": 20, "seconds": 20, "times": 2}, short={"people": 5, "seconds": 3, "times": 1}, minutes=5,
    breakages={"acknowledged-before-kept": "acknowledged and not stored"}, paced=True,
)  # fmt: skip
DATABASE_LOCKED: Final = Gate(
    "database-locked",
    "While another process holds the database nothing is acknowledged that is not stored; it starts, goes on and stops.",
    database_locked,
    long={"people": 20, "seconds": 30}, short={"people": 5, "seconds": 3}, minutes=6,
    breakages={"acknowledged-before-kept": "acknowledged and not stored"}, paced=True,
)  # fmt: skip
