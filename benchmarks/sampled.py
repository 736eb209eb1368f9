"""`wijklijn` with a sampler in its main thread: where its CPU time goes, told when SIGUSR1 comes."""

from __future__ import annotations

import atexit
import json
import os
import signal
import sys
import time
from collections import defaultdict
from pathlib import Path
from types import FrameType
from typing import Final

from benchmarks.processes import ROOT
from bot.command_line import main

EVERY_SECONDS: Final = 0.001
_OURS: Final = ("bot", "handlers", "storage")


class Sampler:
    """Weighs each sample with the CPU time that the main thread used since the last one.

    The timer runs on the CPU of all threads; while another one works, the main thread's own share is nothing.
    """

    def __init__(self, target: Path) -> None:
        self._target = target
        self._begin()

    def _begin(self) -> None:
        self._by_owner: defaultdict[str, float] = defaultdict(float)
        self._by_caller: defaultdict[str, float] = defaultdict(float)
        self._last = time.thread_time()

    def start(self) -> None:
        signal.signal(signal.SIGPROF, self._sample)
        signal.signal(signal.SIGUSR1, self._tell)
        signal.setitimer(signal.ITIMER_PROF, EVERY_SECONDS, EVERY_SECONDS)

    def _sample(self, _number: int, frame: FrameType | None) -> None:
        now = time.thread_time()
        weight, self._last = now - self._last, now
        if frame is not None:
            self._by_owner[_owner(frame)] += weight
            self._by_caller[_caller(frame)] += weight

    def _tell(self, _number: int, _frame: FrameType | None) -> None:
        """Write what was gathered beside the target, then give it its name: whoever looks finds all or nothing."""
        beside = self._target.with_suffix(".part")
        beside.write_text(json.dumps({"owners": self._by_owner, "callers": self._by_caller}))
        beside.rename(self._target)
        self._begin()


def _owner(frame: FrameType) -> str:
    """The module whose line runs; of a library only its name."""
    return _module(frame.f_code.co_filename)


def _caller(frame: FrameType) -> str:
    """The nearest module of ours on the stack, for which the library works; the library where there is none."""
    walk: FrameType | None = frame
    while walk is not None:
        module = _module(walk.f_code.co_filename)
        if (
            module.partition("/")[0] in _OURS
            and not module.endswith("__main__.py")
            and module != "bot/app.py"
        ):
            return module
        walk = walk.f_back
    return f"({_owner(frame)})"


def _module(file: str) -> str:
    path = Path(file)
    if path.is_relative_to(ROOT) and "site-packages" not in path.parts:
        return str(path.relative_to(ROOT))
    parts = path.parts
    for root in ("site-packages", f"python{sys.version_info[0]}.{sys.version_info[1]}"):
        if root in parts:
            return parts[parts.index(root) + 1].removesuffix(".py")
    return path.name


if __name__ == "__main__":
    sampler = Sampler(Path(os.environ["BENCH_PROFILE"]))
    sampler.start()
    atexit.register(signal.setitimer, signal.ITIMER_PROF, 0)
    sys.exit(main(sys.argv[1:]))
