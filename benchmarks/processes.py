"""Processes that are measured: one core for them, another for what feeds them, and their CPU time to the nanosecond."""

from __future__ import annotations

import asyncio
import ctypes
import os
import signal
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

ROOT: Final = Path(__file__).resolve().parents[1]
STOP_SECONDS: Final = 15.0
MOST_OUTPUT: Final = 5_000
_CORES: Final = sorted(os.sched_getaffinity(0))
MEASURED: Final = _CORES[-1]
FEEDING: Final = _CORES[0]
_LIBC: Final = ctypes.CDLL(None)
_PR_SET_PDEATHSIG: Final = 1
# The kernel's number of a process's CPU clock, as clock_getcpuclockid(3) makes it.
_CLOCK_KIND: Final = 2


@dataclass(frozen=True, slots=True)
class Child:
    """A running process that is pinned to the measured core with all its threads."""

    process: asyncio.subprocess.Process

    def cpu(self) -> float:
        """Seconds of CPU that all its threads have used, in user and kernel."""
        return time.clock_gettime(((~self.process.pid) << 3) | _CLOCK_KIND)

    def cpu_of_threads(self) -> dict[int, float]:
        """Seconds of CPU of each thread that runs now, by its id; the first is the main thread's."""
        tasks = sorted(Path(f"/proc/{self.process.pid}/task").iterdir(), key=lambda task: int(task.name))
        return {int(task.name): int((task / "schedstat").read_text().split()[0]) / 1e9 for task in tasks}


def pin_to(core: int) -> None:
    """Keep this thread, and what it starts from now on, on one core."""
    os.sched_setaffinity(0, {core})


@asynccontextmanager
async def child(*arguments: str, environ: Mapping[str, str]) -> AsyncIterator[Child]:
    """Run this Python with these arguments on the measured core; ended at the end. What it prints is shown if it breaks.

    Raises ChildProcessError as soon as it ends by itself.
    """
    with tempfile.TemporaryFile() as output:
        process = await _started(arguments, environ, output)
        try:
            async with _while_it_runs(process):
                yield Child(process)
        except BaseException:
            output.seek(0)
            sys.stderr.write(output.read().decode(errors="replace")[-MOST_OUTPUT:])
            raise
        finally:
            await _ended(process)


@asynccontextmanager
async def _while_it_runs(process: asyncio.subprocess.Process) -> AsyncIterator[None]:
    """Break off what is done with a process that is no more: nobody waits for a dead bot's answer."""
    doing, codes = asyncio.current_task(), list[int]()
    assert doing is not None

    async def watch() -> None:
        codes.append(await process.wait())
        doing.cancel()

    watching = asyncio.ensure_future(watch())
    try:
        yield
    except asyncio.CancelledError:
        if codes and not doing.uncancel():
            raise ChildProcessError(f"what is measured ended by itself: exit code {codes[0]}") from None
        raise
    finally:
        watching.cancel()


async def _started(
    arguments: Sequence[str], environ: Mapping[str, str], output: IO[bytes]
) -> asyncio.subprocess.Process:
    """Start it while this thread is on the measured core, as what is started inherits that."""
    pin_to(MEASURED)
    try:
        return await asyncio.create_subprocess_exec(
            sys.executable,
            *arguments,
            cwd=ROOT,
            env={**os.environ, **environ},
            stdout=output,
            stderr=output,
            preexec_fn=_end_with_parent,
        )
    finally:
        pin_to(FEEDING)


def _end_with_parent() -> None:
    """In the child: let the kernel end it when who measures is gone, however that went (prctl(2))."""
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


async def _ended(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        process.terminate()
    try:
        async with asyncio.timeout(STOP_SECONDS):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()


def spin() -> float:
    """Microseconds of CPU for the same plain work every time: what the machine's noise does to a figure."""
    began = time.process_time()
    sum(number * number for number in range(200_000))
    return (time.process_time() - began) * 1e6
