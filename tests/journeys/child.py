"""The bot as a child process that can be killed at any moment, and its database looked at from outside."""

import asyncio
import os
import signal
import sqlite3
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playground.api import Server
from playground.telegram import Telegram
from storage.sealing import new_key
from tests.line import TOKEN

START_SECONDS = 30.0


@dataclass(slots=True)
class Child:
    """`python -m bot run` against the local Telegram of this process; what it prints goes to `log`."""

    telegram: Telegram
    environ: dict[str, str]
    database: Path
    log: Path
    process: asyncio.subprocess.Process | None = None

    @classmethod
    def of(cls, folder: Path, telegram: Telegram, server: Server, **environ: str) -> "Child":
        settings = {name: value for name, value in os.environ.items() if not name.startswith("WIJKLIJN_")}
        settings |= {
            "WIJKLIJN_BOT_TOKEN": TOKEN,
            "WIJKLIJN_API_ROOT": server.url,
            "WIJKLIJN_DATABASE_URL": f"sqlite:///{folder}/killed.db",
            "WIJKLIJN_KEY": new_key(),
            "WIJKLIJN_HEALTH": "127.0.0.1:0",
            **environ,
        }
        return cls(telegram, settings, folder / "killed.db", folder / "bot.log")

    async def start(self) -> None:
        """Start it, and wait until it asks for updates."""
        polls = self._polls()
        with self.log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", env=self.environ, stdout=log, stderr=log
            )
        await self.telegram.until(lambda: self._polls() > polls, START_SECONDS)

    def _polls(self) -> int:
        return sum(call.method == "getUpdates" for call in self.telegram.log)

    async def kill(self) -> list[Mapping[str, Any]]:
        """Kill it without warning; the messages that were on their way then, as its database knows them."""
        await self._end(signal.SIGKILL)
        return self.rows("SELECT id, chat_id FROM outbox WHERE state = 'sending' AND act = 'send'")

    async def stop(self) -> int:
        """Ask it to stop; its exit code."""
        return await self._end(signal.SIGTERM)

    async def _end(self, how: signal.Signals) -> int:
        process, self.process = self.process, None
        if process is None:
            return 0
        if process.returncode is None:
            process.send_signal(how)
        return await process.wait()

    def rows(self, sql: str) -> list[Mapping[str, Any]]:
        """What a look from outside finds; the bot may be running."""
        connection = sqlite3.connect(self.database, timeout=10)
        try:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute(sql)]
        finally:
            connection.close()

    async def quiet(self, within: float = 60.0) -> None:
        """Wait until everything took effect and everything was said."""
        async with asyncio.timeout(within):
            while len(self.telegram.updates) or self._busy():
                await asyncio.sleep(0.1)

    def _busy(self) -> bool:
        waiting = self.rows("SELECT id FROM inbox WHERE state = 'waiting'")
        return bool(waiting or self.rows("SELECT id FROM outbox WHERE state IN ('waiting', 'sending')"))
