"""What a trial that was cut off has left below its folder: servers with a session of their own, and mounts."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

_LOOK_SECONDS: Final = 0.02
_WAIT_SECONDS: Final = 5.0


async def clear(folder: Path) -> None:
    """End who works in there, and undo what is mounted in there."""
    folder = folder.resolve()
    for which in (
        signal.SIGQUIT,
        signal.SIGKILL,
    ):  # at the first a PostgreSQL server leaves no shared memory behind
        for pid in _working_in(folder):
            with suppress(ProcessLookupError):
                os.kill(pid, which)
        with suppress(TimeoutError):
            async with asyncio.timeout(_WAIT_SECONDS):
                while any(_working_in(folder)):
                    await asyncio.sleep(_LOOK_SECONDS)
    _unmount(folder)


def _unmount(folder: Path) -> None:
    for mount in _mounted_in(folder):
        subprocess.run(["umount", "-l", mount], check=False)


def _working_in(folder: Path) -> Iterator[int]:
    """Who has a folder below this one as working directory, as a PostgreSQL server and all its children have."""
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if (process / "cwd").readlink().is_relative_to(folder):
                yield int(process.name)


def _mounted_in(folder: Path) -> Iterator[Path]:
    for line in Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines():
        point = Path(line.split()[1])
        if point.is_relative_to(folder):
            yield point
