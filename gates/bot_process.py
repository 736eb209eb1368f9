"""The bot as a process of its own, which can be killed, stopped, frozen and broken at any moment."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from gates.loaded import ROOT
from gates.looking import BUSY, Rows, rows
from gates.nursery import Forked, Nursery
from playground.api import Server
from playground.telegram import Telegram
from storage.sealing import new_key

TOKEN: Final = "700000001:" + "A" * 35
START_SECONDS: Final = 45.0
LOOK_SECONDS: Final = 0.01
# The bot itself tells an error by its frames (bot.logs); a traceback is printed before it can.
ERROR_MARKS: Final = ('"frames":', "Traceback")
WARNING: Final = '"level":"warning"'


def environ_of(folder: Path, server: Server, **changes: str) -> dict[str, str]:
    """Give a bot's settings, its SQLite database in `folder`, in the environment of this process."""
    rest = {name: value for name, value in os.environ.items() if not name.startswith("WIJKLIJN_")}
    return rest | {
        "WIJKLIJN_BOT_TOKEN": TOKEN,
        "WIJKLIJN_API_ROOT": server.url,
        "WIJKLIJN_DATABASE_URL": f"sqlite:///{folder}/wijklijn.db",
        "WIJKLIJN_KEY": new_key(),
        "WIJKLIJN_HEALTH": "127.0.0.1:0",
        **changes,
    }


def called_at(port: int) -> dict[str, str]:
    """Settings of a bot that Telegram calls there."""
    return {
        "WIJKLIJN_MODE": "webhook",
        "WIJKLIJN_WEBHOOK_URL": f"http://127.0.0.1:{port}/haak",
        "WIJKLIJN_WEBHOOK_SECRET": "A" * 32,
        "WIJKLIJN_LISTEN": f"127.0.0.1:{port}",
    }


@dataclass(slots=True)
class BotProcess:
    """`python -m bot run` against the local Telegram of this process; what it prints goes to `log`.

    With a `breakage`, or a point at which it is to die, it runs by way of gates.child; with a nursery it is forked.
    """

    telegram: Telegram
    environ: dict[str, str]
    log: Path
    breakage: str | None = None
    nursery: Nursery | None = None
    process: asyncio.subprocess.Process | Forked | None = None

    @property
    def url(self) -> str:
        return self.environ["WIJKLIJN_DATABASE_URL"]

    async def launch(self, *, die_at: str | None = None, after: int = 1) -> None:
        """Start it without waiting; it kills itself the `after`th time it comes to the point `die_at`."""
        changes = {
            "GATE_BREAK": self.breakage or "",
            "GATE_DIE_AT": die_at or "",
            "GATE_DIE_AFTER": str(after),
        }
        self.process = await self._launched(["run"], self.environ | changes, self.log)

    async def _launched(
        self, arguments: Sequence[str], environ: Mapping[str, str], said: Path
    ) -> asyncio.subprocess.Process | Forked:
        # What is to be loaded before all else can only be loaded by a process that begins.
        if self.nursery and "LD_PRELOAD" not in environ:
            return await self.nursery.start(environ, said, arguments)
        module = "gates.child" if environ.get("GATE_BREAK") or environ.get("GATE_DIE_AT") else "bot"
        with said.open("ab") as log:
            return await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", module, *arguments), cwd=ROOT, env=environ, stdout=log, stderr=log
            )

    async def start(self, *, die_at: str | None = None, after: int = 1) -> None:
        """Start it, and wait until it takes updates. Raises TimeoutError, ChildProcessError when it ends instead."""
        begun = len(self.telegram.log)
        await self.launch(die_at=die_at, after=after)
        async with asyncio.timeout(START_SECONDS):
            while not (self.is_gone or await self._takes_updates(begun)):
                await asyncio.sleep(LOOK_SECONDS)
        if self.is_gone and die_at is None:
            raise ChildProcessError(f"the bot ended by itself: {self.last_line()}")

    async def command(self, *arguments: str) -> tuple[int, str]:
        """Run `wijklijn ARGUMENTS…` beside it, with its settings and broken as it is; (exit code, what was printed)."""
        printed = self.log.with_name(f"{arguments[0]}.log")
        printed.unlink(missing_ok=True)
        process = await self._launched(arguments, self.environ | {"GATE_BREAK": self.breakage or ""}, printed)
        return await process.wait(), printed.read_text()

    async def _takes_updates(self, begun: int) -> bool:
        """Whether it has asked for updates since the log was that long, or listens where it is called."""
        if self.environ.get("WIJKLIJN_MODE") != "webhook":
            return any(call.method == "getUpdates" for call in islice(self.telegram.log, begun, None))
        host, _, port = self.environ["WIJKLIJN_LISTEN"].rpartition(":")
        try:
            _, writer = await asyncio.open_connection(host, int(port))
        except OSError:
            return False
        writer.close()
        return self.telegram.webhook.url != ""

    @property
    def is_gone(self) -> bool:
        return self.process is None or self.process.returncode is not None

    def signal(self, which: signal.Signals) -> None:
        """Send it any signal, such as SIGSTOP."""
        if self.process and self.process.returncode is None:
            self.process.send_signal(which)

    async def kill(self) -> int:
        """Kill it without warning; its exit code, which is another when it had ended by itself."""
        self.signal(signal.SIGKILL)
        return await self.ended()

    async def stop(self) -> int:
        """Ask it to stop; its exit code."""
        self.signal(signal.SIGTERM)
        return await self.ended()

    async def ended(self) -> int:
        """Wait until it has ended; its exit code, negative for a signal."""
        process, self.process = self.process, None
        return await process.wait() if process else 0

    async def rows(self, sql: str) -> Rows:
        """What a look at its database from outside finds; it may be running."""
        return await rows(self.url, sql)

    async def is_busy(self) -> bool:
        """Whether something that happened has not taken effect, or something is still to be said."""
        return len(self.telegram.updates) > 0 or bool((await self.rows(BUSY))[0]["busy"])

    async def quiet(self, within: float = 60.0) -> bool:
        """Wait until everything took effect and everything was said; whether it came to that."""
        try:
            async with asyncio.timeout(within):
                while await self.is_busy():
                    await asyncio.sleep(0.1)
        except TimeoutError:
            return False
        return True

    def errors(self) -> int:
        """How many errors its log tells of."""
        return errors_in(self.log.read_text(errors="replace")) if self.log.exists() else 0

    def last_line(self) -> str:
        """The last it has printed."""
        lines = self.log.read_text(errors="replace").splitlines() if self.log.exists() else []
        return lines[-1] if lines else ""


def errors_in(log: str) -> int:
    """How many errors it tells of, with the way that led there: the bot's own, and Python's last words.

    Not what is a warning: a library tells so of each connection that a dead server refuses.
    """
    return sum(map(_tells_of_an_error, log.splitlines()))


def _tells_of_an_error(line: str) -> bool:
    return any(mark in line for mark in ERROR_MARKS) and WARNING not in line


def bot_process(
    folder: Path,
    telegram: Telegram,
    server: Server,
    *,
    breakage: str | None = None,
    nursery: Nursery | None = None,
    **environ: str,
) -> BotProcess:
    """A bot that can be started, with its database and its log in `folder`; quickly, when it has a nursery."""
    settings = environ_of(folder, server, **environ)
    return BotProcess(telegram, settings, folder / "bot.log", breakage, nursery)
