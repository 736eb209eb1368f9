"""Everything that runs, and how it begins and ends together."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.domain.city import City
from bot.engine.alarms import Alarms
from bot.engine.clock import Clock
from bot.engine.health import Health
from bot.engine.heartbeat import Heartbeat
from bot.engine.intake import Intake, Polling
from bot.engine.interpreter import Interpreter
from bot.engine.lanes import Lanes
from bot.engine.mailer import Mailer
from bot.engine.presenting import Presenting
from bot.engine.replica import Replica
from bot.engine.sender import Sender
from bot.engine.turns import App
from bot.engine.webhook import Webhook
from bot.opening import CannotStart
from bot.settings import Address, Settings
from bot.texts import Texts
from storage.database import Database


@dataclass(slots=True)
class Wijklijn:
    """Everything that runs, wired once."""

    settings: Settings
    city: City
    texts: Texts
    database: Database
    application: App
    intake: Intake
    polling: Polling
    webhook: Webhook | None
    lanes: Lanes
    sender: Sender
    interpreter: Interpreter
    mailer: Mailer
    presenting: Presenting
    clock: Clock
    alarms: Alarms
    heartbeat: Heartbeat
    health: Health
    stopping: asyncio.Event
    hearing: Interpreter | None = None
    # Where several processes share the database.
    replica: Replica | None = None

    def stop(self) -> None:
        """Let everything finish what it has begun."""
        self.stopping.set()
        self.database.hurry()
        self.alarms.woken.set()
        self.lanes.woken.set()
        self.sender.woken.set()

    async def _listen(self) -> None:
        """Before Telegram is told to call."""
        await _open("WIJKLIJN_HEALTH", self.settings.health, self.health.start)
        if self.webhook is not None:
            await _open("WIJKLIJN_LISTEN", self.settings.listen, self.webhook.server.start)

    async def _lead(self, stopping: asyncio.Event) -> None:
        """Do what one process per bot does, until told to stop."""
        self.polling.stopping = stopping
        way_in = self.webhook.registration.run(stopping) if self.webhook else self.polling.run()
        async with asyncio.TaskGroup() as group:
            for part in (self.sender, self.interpreter, self.mailer, self.presenting):
                group.create_task(part.run(stopping))
            if self.hearing is not None:
                group.create_task(self.hearing.run(stopping))
            group.create_task(way_in)

    async def run(self) -> None:
        """Run until `stopping` is set; then intake ends first, and what has left is written down."""
        try:
            await self._listen()
            self.clock.start()
            async with asyncio.TaskGroup() as group:
                for part in (
                    self.alarms.run(self.stopping),
                    self.heartbeat.run(self.stopping),
                    self.lanes.run(self.stopping),
                    self.replica.run(self.stopping, self._lead)
                    if self.replica
                    else self._lead(self.stopping),
                ):
                    group.create_task(part)
                if self.webhook is not None:
                    group.create_task(self.webhook.server.run(self.stopping))
        finally:
            self.clock.stop()
            await self.health.stop()
            if self.webhook is not None:
                await self.webhook.server.stop()
            await self.intake.close()


async def _open(setting: str, address: Address, start: Callable[[], Awaitable[Address]]) -> None:
    try:
        await start()
    except OSError as error:
        raise CannotStart(
            f"{setting}: cannot listen at {address.host}:{address.port} ({error.strerror})"
        ) from None
