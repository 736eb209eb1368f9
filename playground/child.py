"""The bot beside the playground: a child process that is started, killed on request, and ended with it."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Final, Literal

State = Literal["absent", "starting", "running", "stopped"]
COMMAND: Final = (sys.executable, "-m", "bot")
END_SECONDS: Final = 10.0  # what contract.md gives a bot that was asked to stop
INVITE_SECONDS: Final = 60.0


class InviteFailed(Exception):
    """`wijklijn invite` did not end well; its last line says why."""


@dataclass(slots=True)
class BotProcess:
    """`python -m bot` with the settings of the demo; what it prints goes to `log`.

    `told` hears of every change of `state`. `keep` runs for as long as the demo does.
    """

    environment: Mapping[str, str]
    log: Path
    command: tuple[str, ...] = COMMAND
    told: Callable[[State], None] | None = None
    state: State = "starting"
    _process: asyncio.subprocess.Process | None = None
    _wanted: asyncio.Event = field(default_factory=asyncio.Event)
    _ending: bool = False

    async def keep(self) -> None:
        """Start the bot, and again whenever `restart` asks for it; a bot that falls stays down and is shown so."""
        while not self._ending:
            self._wanted.clear()
            await self._run_once()
            if not self._ending:
                await self._wanted.wait()

    async def _run_once(self) -> None:
        self._become("starting")
        with self.log.open("ab") as log:
            self._process = await self._spawned(log)
            await self._process.wait()
        self._become("stopped")

    async def _spawned(self, log: BinaryIO) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            *self.command,
            "run",
            env=self.environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )

    @property
    def has_fallen(self) -> bool:
        """Whether it ended without being asked to."""
        return self.state == "stopped" and not self._ending and not self._wanted.is_set()

    def answers(self) -> None:
        """The bot was heard: it asked for updates."""
        if self.state == "starting":
            self._become("running")

    def restart(self) -> None:
        """Kill it without warning, as a power cut would, and start it again."""
        self._wanted.set()
        if self._process and self._process.returncode is None:
            self._process.kill()

    async def end(self) -> None:
        """Ask it to stop, and make it when it does not within 10 seconds."""
        self._ending = True
        self._wanted.set()
        if self._process is None or self._process.returncode is not None:
            return
        self._process.terminate()
        try:
            await asyncio.wait_for(self._process.wait(), END_SECONDS)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()

    async def invite(self, *arguments: str) -> str:
        """The link that `wijklijn invite` prints as its last line; raises InviteFailed."""
        process = await asyncio.create_subprocess_exec(
            *self.command,
            "invite",
            *arguments,
            env=self.environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        printed = await self._heard_out(process)
        lines = printed.decode(errors="replace").split("\n")
        said = [line.strip() for line in lines if line.strip()] or ["nothing was printed"]
        if process.returncode or "?start=" not in said[-1]:
            raise InviteFailed(said[-1])
        return said[-1]

    async def _heard_out(self, process: asyncio.subprocess.Process) -> bytes:
        try:
            printed, _ = await asyncio.wait_for(process.communicate(), INVITE_SECONDS)
        except BaseException:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
            raise
        return printed

    def _become(self, state: State) -> None:
        self.state = state
        if self.told:
            self.told(state)
