"""A trial's end: nothing outlives it, however it ends, and its death is called by its name."""

import asyncio
import os
import signal
import subprocess
import tempfile
from collections.abc import AsyncIterator
from multiprocessing.util import get_temp_dir
from pathlib import Path

import pytest

from gates.ending import Told, until_told
from gates.frame import Gate, Run, Verdict
from gates.leftovers import clear
from gates.needs import missing
from gates.runner import Trial, alone, try_all

# Nobody else sleeps as long: so are found who were started here.
SLEEP = 8_000_000 + os.getpid()

pytestmark = pytest.mark.sqlite


async def _goes_on(run: Run) -> Verdict:
    """With a server and a mount, neither of which it clears away, and something that it does."""
    _begin(run.size["sleep"])
    try:
        await asyncio.sleep(600)
    finally:
        (run.folder.parents[1] / "cleared").touch()
    return Verdict([])


def _begin(sleep: int) -> None:
    """A server in a session of its own, as PostgreSQL's, in a folder that is mounted where that is allowed."""
    folder = tempfile.mkdtemp()
    if not missing(["mount"]):
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], check=False)
    subprocess.Popen(["sleep", str(sleep)], cwd=folder, start_new_session=True)


async def _dies(_run: Run) -> Verdict:
    os.kill(os.getpid(), signal.SIGKILL)
    return Verdict([])


def trial(goes_on: bool, minutes: float = 1.0) -> Trial:  # noqa: FBT001 - reads well enough
    tries = _goes_on if goes_on else _dies
    return Trial(Gate("g", "Ends.", tries, {"sleep": SLEEP}, {}, minutes), 1, short=False)


@pytest.fixture
async def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Path]:
    """Where trials of this test make what they make; what is this process's own lies elsewhere."""
    get_temp_dir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    yield tmp_path
    await clear(tmp_path)


def sleepers() -> list[str]:
    found = subprocess.run(["pgrep", "-f", f"sleep {SLEEP}"], capture_output=True, text=True, check=False)
    return found.stdout.split()


def left(made: Path) -> list[str]:
    """Folders, mounts and processes."""
    mounts = [line for line in Path("/proc/self/mounts").read_text().splitlines() if str(made) in line]
    return [path.name for path in made.iterdir()] + mounts + sleepers()


async def test_a_trial_that_does_not_end_is_told_to_and_leaves_nobody_and_nothing(made: Path) -> None:
    outcome = await alone(trial(goes_on=True, minutes=0.02))
    assert outcome.error == "has not ended within 0.02 minutes"
    assert set(left(made)) <= {"cleared"}  # on a busy machine it may not have come to begin anything


async def test_when_the_runner_is_told_to_end_its_trials_leave_nobody_and_nothing(made: Path) -> None:
    running = asyncio.ensure_future(until_told(try_all([trial(goes_on=True)], 1, print)))
    while not sleepers():
        await asyncio.sleep(0.05)
    os.kill(os.getpid(), signal.SIGTERM)
    with pytest.raises(Told, match="ended by SIGTERM"):
        await running
    assert left(made) == ["cleared"]


@pytest.mark.usefixtures("made")
async def test_a_trial_that_was_killed_did_not_take_too_long() -> None:
    outcome = await alone(trial(goes_on=False))
    assert outcome.error == "its process broke off: SIGKILL, as when memory runs out"
    assert outcome.seconds > 0
