"""Replicas: several bots on one PostgreSQL, each in a process of its own, that can be killed and frozen one by one."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from gates.bot_process import BotProcess, environ_of
from gates.forwarder import Forwarder
from gates.looking import rows
from gates.nursery import Nursery
from gates.postgres import free_port
from playground.api import Server
from playground.telegram import Telegram

REPLICAS: Final = 3
SECRET: Final = "geheim"
START_SECONDS: Final = 45.0
_HOLDER: Final = (
    "SELECT holder FROM leases WHERE name = 'bot' AND until > EXTRACT(EPOCH FROM clock_timestamp()) * 1000000"
)
# Every replica may make these calls; all others are made by the one that leads.
_ANYBODYS: Final = frozenset({"getMe", "answerCallbackQuery"})


@dataclass(slots=True)
class Fleet:
    """`kills` are moments of the local Telegram's clock, `orphaned` those at which a leader went, and which it was.

    Each replica has a line of its own to Telegram, which knows what it said. `stop_seconds` is what the slowest
    took to go when all were told to.
    """

    telegram: Telegram
    bots: list[BotProcess]
    lines: list[Forwarder]
    kills: list[float] = field(default_factory=list)
    orphaned: list[tuple[float, BotProcess]] = field(default_factory=list)
    stop_seconds: float = float("inf")

    @property
    def url(self) -> str:
        return self.bots[0].url

    @property
    def environ(self) -> Mapping[str, str]:
        return self.bots[0].environ

    async def start(self) -> None:
        """Start all, and wait until one of them leads."""
        for bot in self.bots:
            await bot.launch()
        async with asyncio.timeout(START_SECONDS):
            while not self.leaders_calls(0) or await self.leader() is None:
                await asyncio.sleep(0.1)

    async def leader(self) -> BotProcess | None:
        """The replica that holds the lease, looked up from outside."""
        found = await rows(self.url, _HOLDER)
        pid = int(found[0]["holder"].split(":")[1]) if found else 0
        return next((bot for bot in self.bots if bot.process is not None and bot.process.pid == pid), None)

    def leaders_calls(self, since: float) -> list[float]:
        """When calls came that only a leader makes."""
        return [
            call.came_at
            for call in self.telegram.log
            if call.came_at > since and call.method not in _ANYBODYS
        ]

    async def kill(self, bot: BotProcess) -> None:
        """Kill one and start it again, as whoever looks after processes does."""
        led = await self.leader() is bot
        await bot.kill()
        self.went(bot, led=led)
        await bot.launch()

    def went(self, bot: BotProcess, *, led: bool) -> float:
        """It was killed or stopped just now; when that was."""
        now = self.telegram.monotonic()
        self.kills.append(now)
        if led:
            self.orphaned.append((now, bot))
        return now

    def takeovers(self) -> list[float]:
        """Seconds without a leader each time that one went."""
        return [min(self._led_after(went, bot), default=float("inf")) - went for went, bot in self.orphaned]

    def _led_after(self, went: float, gone: BotProcess) -> list[float]:
        """When others made calls that only a leader makes: what is left of the one that went may come later, too.

        Whoever was started in its place has the same line, and new connections.
        """
        return [
            call.at
            for bot, line in zip(self.bots, self.lines, strict=True)
            for call in line.calls
            if call.at > went and call.method not in _ANYBODYS and (bot is not gone or call.since > went)
        ]

    def led_by(self, bot: BotProcess, since: float) -> int:
        """How many calls that only a leader makes this replica has made since a moment."""
        line = self.lines[self.bots.index(bot)]
        return sum(call.at > since and call.method not in _ANYBODYS for call in line.calls)

    def lapses(self) -> list[float]:
        """When a replica lost its lease although nobody killed it, by the local Telegram's clock."""
        ahead = time.time() - self.telegram.monotonic()
        lines = [line for bot in self.bots if bot.log.exists() for line in bot.log.read_text().splitlines()]
        lost = [json.loads(line)["at"] for line in lines if '"event":"lease-lost"' in line]
        return [datetime.fromisoformat(at).timestamp() - ahead for at in lost]

    async def stop(self) -> list[int]:
        """Ask all to stop; their exit codes."""
        began = self.telegram.monotonic()
        codes = await asyncio.gather(*(bot.stop() for bot in self.bots))
        self.stop_seconds = self.telegram.monotonic() - began
        return list(codes)

    def errors(self) -> int:
        """How many errors the logs of all tell of."""
        return sum(bot.errors() for bot in self.bots)

    def said(self, words: str) -> int:
        """How often this is in the logs of all."""
        return sum(bot.log.read_text(errors="replace").count(words) for bot in self.bots if bot.log.exists())


@asynccontextmanager
async def fleet(
    folder: Path, telegram: Telegram, server: Server, url: str, *, webhook: bool, **settings: object
) -> AsyncIterator[Fleet]:
    """Three replicas, not yet started, in front of which a forwarder stands when they are called by webhook."""
    nursery, breakage = settings.pop("nursery", None), settings.pop("breakage", None)
    assert nursery is None or isinstance(nursery, Nursery)
    ports = [free_port() for _ in range(REPLICAS)]
    forwarder = Forwarder(ports)
    changes = {"WIJKLIJN_DATABASE_URL": url, **{name: str(value) for name, value in settings.items()}}
    if webhook:
        changes |= {
            "WIJKLIJN_MODE": "webhook",
            "WIJKLIJN_WEBHOOK_URL": f"http://127.0.0.1:{await forwarder.start()}/haak",
            "WIJKLIJN_WEBHOOK_SECRET": SECRET,
        }
    lines = [Forwarder([urlsplit(server.url).port or 0]) for _ in ports]
    environ = environ_of(folder, server, **changes)
    bots = [
        BotProcess(
            telegram,
            environ
            | {
                "WIJKLIJN_LISTEN": f"127.0.0.1:{port}",
                "WIJKLIJN_API_ROOT": f"http://127.0.0.1:{await line.start()}",
            },
            folder / f"bot{number}.log",
            str(breakage) if breakage else None,
            nursery,
        )
        for number, (port, line) in enumerate(zip(ports, lines, strict=True))
    ]
    try:
        yield Fleet(telegram, bots, lines)
    finally:
        for bot in bots:
            with suppress(ProcessLookupError):
                await bot.kill()
        for line in (forwarder, *lines):
            await line.stop()
