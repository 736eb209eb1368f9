"""Everything that runs, and how it begins and ends together."""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from telegram.error import InvalidToken

from bot.domain.city import City
from bot.engine.alarms import Alarms
from bot.engine.clock import Clock
from bot.engine.greeting import Greeting
from bot.engine.health import Health
from bot.engine.heartbeat import Heartbeat
from bot.engine.intake import Intake, Polling
from bot.engine.interpreter import Interpreter
from bot.engine.lanes import Lanes
from bot.engine.mailer import Mailer
from bot.engine.metrics import Metrics
from bot.engine.presenting import Presenting
from bot.engine.replica import Replica
from bot.engine.sender import Sender
from bot.engine.turns import App
from bot.engine.webhook import Webhook
from bot.files import CannotStart
from bot.settings import Address, Settings
from bot.texts import Texts
from storage.database import Database
from storage.schema import bind_to_bot, is_bound


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


async def greet_telegram(
    application: App, database: Database, health: Address, alarms: Alarms, heartbeat: Heartbeat
) -> None:
    """Learn who we are, and live while Telegram does not say; the database belongs to one bot. Raises CannotStart."""
    has_served = await database.read(is_bound)
    greeting = Greeting(application=application, has_served=has_served, alarm=alarms.raise_)
    try:
        pause = await greeting.ask()
        if pause is not None:
            await _live_until(partial(greeting.ask_on, pause), health, alarms, heartbeat)
    except InvalidToken:
        raise CannotStart("WIJKLIJN_BOT_TOKEN is not accepted by Telegram") from None
    bot_id = int(application.bot.id)
    await database.turn(lambda tx: bind_to_bot(tx, bot_id))


async def _live_until(
    greeted: Callable[[], Awaitable[None]], address: Address, *living: Alarms | Heartbeat
) -> None:
    """Before it is known who we are: `/healthz` answers, the heartbeat beats, alarms are told."""
    health, over = Health(address, {"telegram": _not_yet}, Metrics()), asyncio.Event()
    await _open("WIJKLIJN_HEALTH", address, health.start)
    tasks = [asyncio.ensure_future(part.run(over)) for part in living]
    try:
        await greeted()
    finally:
        over.set()
        await asyncio.gather(*tasks)
        await health.stop()


async def _not_yet() -> bool:
    return False


async def _open(setting: str, address: Address, start: Callable[[], Awaitable[Address]]) -> None:
    try:
        await start()
    except OSError as error:
        raise CannotStart(
            f"{setting}: cannot listen at {address.host}:{address.port} ({error.strerror})"
        ) from None


def at_the_end(stop: Callable[[], object]) -> None:
    """Let SIGTERM and SIGINT do this, and nothing else."""
    for ending in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(ending, stop)


@contextmanager
def ended_while_starting() -> Iterator[None]:
    """SIGTERM and SIGINT end at once what waits in here, unless they are given something else to do."""
    starting = asyncio.current_task()
    assert starting
    at_the_end(starting.cancel)
    try:
        yield
    except asyncio.CancelledError:
        if not starting.cancelling():
            raise
