"""`wijklijn …` in a process of its own, from one that has loaded the bot already: to load it takes most of a command's time."""

import asyncio
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from gates.loaded import LOADED

SECONDS: Final = 30


async def wijklijn(*arguments: str, **environ: str) -> tuple[int, str, str]:
    """(exit code, what it printed, what it complained of)."""
    return await _ended(arguments, environ, is_read=True)


async def wijklijn_unread(*arguments: str, **environ: str) -> tuple[int, str, str]:
    """The same when nobody takes what it prints."""
    return await _ended(arguments, environ, is_read=False)


async def _ended(
    arguments: Sequence[str], environ: Mapping[str, str], *, is_read: bool
) -> tuple[int, str, str]:
    with tempfile.TemporaryDirectory() as folder:
        said, complained = Path(folder) / "said", Path(folder) / "complained"
        said.touch()
        printed = said if is_read else None
        process = LOADED.Process(target=_command, args=(arguments, environ, printed, complained))
        process.start()
        await asyncio.to_thread(process.join, SECONDS)
        if process.exitcode is None:
            process.kill()
        assert process.exitcode is not None, "the command does not end"
        return process.exitcode, said.read_text("utf-8"), complained.read_text("utf-8")


def _command(
    arguments: Sequence[str], environ: Mapping[str, str], said: Path | None, complained: Path
) -> None:
    """In the new process: nothing of the test's own environment, and its words into two files."""
    os.dup2(_unread() if said is None else os.open(said, os.O_WRONLY), 1)
    os.dup2(os.open(complained, os.O_WRONLY | os.O_CREAT), 2)
    os.environ.clear()
    os.environ.update({"PATH": "/usr/bin:/bin", "PYTHONUTF8": "1", **environ})
    # Only the new process may load it: a test's own process holds a bot that runs.
    from bot.command_line import main  # noqa: PLC0415

    sys.exit(main(arguments))


def _unread() -> int:
    """A pipe whose reader has gone, as `head` goes."""
    reader, writer = os.pipe()
    os.close(reader)
    return writer
