"""The registration's side of a bot, and the Telegram it speaks to."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bot.engine.connections import Connections
from bot.engine.registration import OldWebhook, Registration
from bot.engine.request import BotApi
from bot.settings import Secret
from playground.api import Server
from playground.telegram import Telegram
from storage.database import Database
from tests.engine.exit import stored

OURS = "https://stad.example/hook"
THEIRS = "https://elders.example/hook"
MORNING = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)


@dataclass(slots=True)
class Office:
    """The registration's side of a bot, at a time that stands still, and the Telegram it speaks to."""

    telegram: Telegram
    api: BotApi
    database: Database
    alarms: list[str] = field(default_factory=list)

    def registration(self, url: str = OURS, mark: str = "one") -> Registration:
        return Registration(
            self.database, self.api, url, Secret(mark), lambda: MORNING, alarm=self.alarms.append
        )

    def old_webhook(self, url: str | None = None) -> OldWebhook:
        return OldWebhook(self.database, self.api, url)

    def calls(self) -> list[str]:
        """What Telegram was asked since the last time somebody looked."""
        called = [call.method for call in self.telegram.log]
        self.telegram.log.clear()
        return called

    def moved_to(self, url: str) -> None:
        self.telegram.webhook.url = url


@asynccontextmanager
async def opened(folder: Path, telegram: Telegram, server: Server) -> AsyncIterator[Office]:
    calls = Connections(4)
    await calls.open()
    async with stored(folder / "office.db") as database:
        yield Office(telegram, BotApi(calls, server.url, Secret(telegram.token)), database)
    await calls.close()
