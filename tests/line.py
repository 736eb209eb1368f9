"""A whole Wijklijn for a test: the local Telegram over HTTP, the real application, a real database on disk."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from bot.app import wijklijn
from bot.domain.people import Places, Role
from bot.engine.pacer import Pacer
from bot.opening import now
from bot.running import Wijklijn
from bot.services.staff import Invitation, Staff
from bot.services.turn import Turn
from bot.settings import Settings
from bot.texts import LOCALES
from playground.api import Server
from playground.people import Person
from playground.telegram import Telegram
from storage.database import Database, Transaction
from storage.sealing import new_key
from storage.sqlite import SqliteDatabase
from storage.times import kept
from tests.databases import address_in

T = TypeVar("T")
TOKEN = "700000001:" + "A" * 35
QUIET_SECONDS = 25.0  # seconds at most; a loaded machine takes its time
SOON = timedelta(minutes=1)

BUSY = """
SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'waiting')
    + (SELECT COUNT(*) FROM outbox WHERE state IN ('waiting', 'sending') AND not_before <= :soon)
    + (SELECT COUNT(*) FROM due WHERE kind = 'album') AS busy
"""


class NoPace(Pacer):
    """Lets everything leave at once: how fast messages may go is tried elsewhere, and takes real seconds."""

    def ready_at(self, chat_id: int, now: float, *, yields: bool = False) -> float:  # noqa: ARG002 - as Pacer
        return now

    def free_at(self, now: float) -> float:
        return now

    def take(self, chat_id: int, now: float, *, yields: bool = False) -> None:
        """Count nothing."""


def hurry(everything: Wijklijn) -> None:
    """Take the pace off a line."""
    everything.sender.pacer = NoPace(rate=1_000)


@dataclass(slots=True)
class Line:
    """The bot of one city, running; and Telegram, in which people hold phones.

    `prepared` is handed everything before it runs, at each start.
    """

    telegram: Telegram
    server: Server
    environ: dict[str, str]
    clock: Callable[[], datetime] = now
    locales: Path = LOCALES
    prepared: Callable[[Wijklijn], None] = lambda _everything: None
    bot: Wijklijn | None = None
    _running: "asyncio.Task[None] | None" = None
    _ready: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def running(self) -> Wijklijn:
        assert self.bot is not None
        return self.bot

    async def start(self) -> None:
        self._ready.clear()
        self._running = asyncio.ensure_future(self._run())
        ready = asyncio.ensure_future(self._ready.wait())
        await asyncio.wait({self._running, ready}, return_when=asyncio.FIRST_COMPLETED)
        ready.cancel()
        if self._running.done():
            self._running.result()

    async def _run(self) -> None:
        settings = Settings.read(self.environ)
        async with wijklijn(settings, clock=self.clock, locales=self.locales) as everything:
            everything.polling.long_poll = 5
            self.prepared(everything)
            self.bot = everything
            self._ready.set()
            await everything.run()

    async def stop(self) -> None:
        if self._running:
            self.running.stop()
            await self._running
            self._running = None

    async def restart(self) -> None:
        await self.stop()
        await self.start()
        await self.leads()

    async def leads(self) -> None:
        """Wait until it is the one that leads, where several bots may share the database."""
        async with asyncio.timeout(QUIET_SECONDS):
            while self.running.replica and not self.running.replica.leads():
                await asyncio.sleep(0.005)

    async def quiet(self) -> None:
        """Wait until everything that happened has taken effect and everything that must be said was said."""
        async with asyncio.timeout(QUIET_SECONDS):
            while self._handed_over() or await self.read(self.is_busy):
                await asyncio.sleep(0.01)

    async def is_busy(self, tx: Transaction, question: str = BUSY) -> bool:
        """News that waits for the end of somebody's quiet hours keeps nobody waiting here."""
        row = await tx.one(question, soon=kept(self.clock() + SOON))
        return bool(row and row["busy"])

    async def taken_in(self) -> None:
        """Wait until everything that happened has taken effect; parts of an album may still be gathered."""
        async with asyncio.timeout(QUIET_SECONDS):
            while self._handed_over() or await self.read(_waits):
                await asyncio.sleep(0.01)

    def _handed_over(self) -> bool:
        """Whether Telegram still holds updates that the bot has not confirmed."""
        return len(self.telegram.updates) > 0

    async def read(self, work: Callable[[Transaction], Any]) -> Any:
        return await self.running.database.read(work)

    async def turn(self, work: Callable[[Turn], Any]) -> Any:
        """Let services work in a turn of their own, as the command line does."""
        turns = self.running.lanes.turns
        result = await self.running.database.turn(lambda tx: work(turns.open(tx)))
        self.running.sender.look()
        return result

    async def invited(
        self,
        person: Person,
        role: Role,
        places: Places = Places(),
        *languages: str,
        organisation: str | None = None,
    ) -> Person:
        """Give the person a role through a real invitation, opened as a link."""
        invitation = Invitation(role, places, languages, organisation)
        token = await self.turn(lambda turn: Staff(turn).invite(invitation))
        person.starts(f"inv-{token}")
        await self.quiet()
        return person


async def _waits(tx: Transaction) -> bool:
    return await tx.one("SELECT id FROM inbox WHERE state = 'waiting' LIMIT 1") is not None


def settings_in(folder: Path, server: Server, *, migrated: bool = True) -> dict[str, str]:
    """The environment of a bot with a fresh key and its database in `folder`, which is empty unless `migrated`."""
    folder.mkdir(parents=True, exist_ok=True)
    return {
        "WIJKLIJN_BOT_TOKEN": TOKEN,
        "WIJKLIJN_API_ROOT": server.url,
        "WIJKLIJN_DATABASE_URL": address_in(folder, migrated=migrated),
        "WIJKLIJN_ERASED": f"{folder}/wijklijn.db.erased",
        "WIJKLIJN_KEY": new_key(),
        "WIJKLIJN_HEALTH": "127.0.0.1:0",
    }


@asynccontextmanager
async def open_line(folder: Path, telegram: Telegram, server: Server, **environ: str) -> AsyncIterator[Line]:
    """A line with its database in `folder`; further settings by their names."""
    line = Line(telegram, server, settings_in(folder, server) | environ)
    await line.start()
    try:
        await line.leads()
        yield line
    finally:
        await line.stop()


def file_of(database: Database) -> Path:
    """Where the embedded database keeps its file."""
    assert isinstance(database, SqliteDatabase)
    return database.path
