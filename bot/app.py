"""The composition root: the only module that knows all the others."""

import asyncio
import gc
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path

import structlog

from bot.domain.alarms import Alarm
from bot.domain.city import City
from bot.domain.city_file import read_city
from bot.engine.alarms import Alarms
from bot.engine.application import application_of
from bot.engine.budget import Budget
from bot.engine.clock import Clock
from bot.engine.connections import Connections
from bot.engine.ear import Ear
from bot.engine.health import Health
from bot.engine.heartbeat import Heartbeat, free_beside
from bot.engine.intake import Intake, Polling
from bot.engine.interpreter import Interpreter
from bot.engine.lanes import Lanes
from bot.engine.ledger import Ledger
from bot.engine.mailer import Mailer
from bot.engine.metrics import Metrics
from bot.engine.pacer import Pacer
from bot.engine.postman import Postman
from bot.engine.presenting import Presenting
from bot.engine.registration import OldWebhook
from bot.engine.replica import Replica, replica_of
from bot.engine.reporting import LOOK_SECONDS, Reporting
from bot.engine.request import CALLS, BotApi
from bot.engine.rewriting import rewritten_at_night
from bot.engine.sender import Sender
from bot.engine.turns import App, Turns
from bot.engine.webhook import Webhook, webhook_of
from bot.files import alone
from bot.opening import (
    AWAY_SECONDS,
    Now,
    gazetteer_of,
    mail_room_of,
    now,
    opened_database,
    rules_of,
    texts_of,
    token_of,
    transcriber_of,
    translator_of,
)
from bot.running import Wijklijn, at_the_end, ended_while_starting, greet_telegram
from bot.services.administrators import Administrators
from bot.services.ownership import Ownership
from bot.services.retention import Retention
from bot.services.turn import Turn
from bot.settings import FREE_RATE, Mode, Settings
from bot.texts import LOCALES, Texts
from handlers.register import register, renderer
from storage.database import Database, Transaction
from storage.transcripts import list_sounds

log = structlog.get_logger("app")


@asynccontextmanager
async def wijklijn(
    settings: Settings, *, clock: Now = now, locales: Path = LOCALES
) -> AsyncIterator[Wijklijn]:
    """Wire everything and open it; closed again at the end. Raises CannotStart with a line for the operator."""
    token = token_of(settings)
    city = read_city(settings.city)
    texts = texts_of(city, locales)
    calls, polls = Connections(CALLS), Connections(1)
    application = application_of(settings.api_root, token, calls, polls)
    register(application)
    with alone(settings):
        async with opened_database(settings, patience=AWAY_SECONDS) as database:
            await calls.open()
            await polls.open()
            try:
                wiring = Wiring(settings, city, texts, database, application, calls, polls, clock)
                await greet_telegram(application, database, settings.health, wiring.alarms, wiring.heartbeat)
                everything = wiring.whole()
                opens = everything.lanes.turns.open
                await database.turn(lambda tx: Retention(opens(tx)).watch())
                await database.turn(lambda tx: Ownership(opens(tx)).watch())
                yield everything
            finally:
                await application.shutdown()
                await calls.close()
                await polls.close()


@dataclass(frozen=True)
class Wiring:
    """Every part, made once when it is first asked for, out of the parts that it needs."""

    settings: Settings
    city: City
    texts: Texts
    database: Database
    application: App
    connections: Connections
    polls: Connections
    clock: Now

    def whole(self) -> Wijklijn:
        """All of it; what hears of something else's doings is told whom to listen to."""
        if self.replica is not None:
            self.replica.join(self.lanes, self.sender)
        self.ticking.every(LOOK_SECONDS, self.reporting.look)
        rewritten_at_night(self.database, self.ticking, self.city)
        return Wijklijn(
            settings=self.settings,
            city=self.city,
            texts=self.texts,
            database=self.database,
            application=self.application,
            intake=self.intake,
            polling=self.polling,
            webhook=self.webhook,
            lanes=self.lanes,
            sender=self.sender,
            interpreter=self.interpreter,
            hearing=self.hearing,
            mailer=self.mailer,
            presenting=Presenting(self.own_api, self.texts, self.city.master.code),
            clock=self.ticking,
            alarms=self.alarms,
            heartbeat=self.heartbeat,
            health=Health(self.settings.health, self.reporting.checks(), self.reporting.metrics),
            stopping=self.stopping,
            replica=self.replica,
        )

    @cached_property
    def replica(self) -> Replica | None:
        return replica_of(self.database)

    @cached_property
    def own(self) -> Database:
        """What one process per bot keeps: where there are several, only while it leads."""
        return self.replica.fenced() if self.replica else self.database

    @cached_property
    def own_api(self) -> BotApi:
        """What one process per bot calls: where there are several, only while it leads."""
        return self._api(self._fenced(self.connections))

    def _fenced(self, connections: Connections) -> Connections:
        return self.replica.fenced_calls(connections) if self.replica else connections

    def _api(self, connections: Connections) -> BotApi:
        return BotApi(connections, self.settings.api_root, token_of(self.settings))

    def leads(self) -> bool:
        return self.replica is None or self.replica.leads()

    @cached_property
    def stopping(self) -> asyncio.Event:
        return asyncio.Event()

    @cached_property
    def turns(self) -> Turns:
        gazetteer = gazetteer_of(self.settings, self.city)
        rules = replace(rules_of(self.settings), bot=self.application.bot.username)
        return Turns(self.application, self.texts, self.city, rules, self.clock, gazetteer)

    @cached_property
    def alarms(self) -> Alarms:
        """Alarms that reach the log and, unless the operator wants no messages, the administrators."""

        async def warn(tx: Transaction, alarm: Alarm, at: datetime, facts: Mapping[str, int]) -> None:
            # A turn of its own making: an alarm may be due before Telegram said who we are.
            await Administrators(Turn(tx, self.clock(), self.city)).warn(alarm, at, facts)

        return Alarms(database=self.database, clock=self.clock, warn=warn if self.settings.alarms else None)

    @cached_property
    def sender(self) -> Sender:
        settings = self.settings
        return Sender(
            database=self.own,
            ledger=Ledger(self.clock, self.turns.open, renderer(self.texts), self.alarms.message_broken),
            postman=Postman(self.own_api, pays=settings.paid_broadcast and settings.rate > FREE_RATE),
            pacer=Pacer(settings.rate),
            monotonic=time.monotonic,
            rate=settings.rate,
        )

    @cached_property
    def lanes(self) -> Lanes:
        return Lanes(self.database, self.turns, self.clock, after=self.sender.look)

    @cached_property
    def intake(self) -> Intake:
        """Whoever leads polls; each replica may be called."""
        kept_in = self.database if self.settings.mode is Mode.WEBHOOK else self.own
        return Intake(kept_in, self._api(self.connections), self.clock, after=self.lanes.woken.set)

    @cached_property
    def polling(self) -> Polling:
        return Polling(
            self.intake,
            self._api(self._fenced(self.polls)),
            self.stopping,
            takes_back_webhook=OldWebhook(self.own, self.own_api, self.settings.webhook_url).is_taken_back,
            acceptance=self.sender.acceptance,
        )

    @cached_property
    def webhook(self) -> Webhook | None:
        return webhook_of(self.settings, self.intake, self.own, self.own_api, self.sender.acceptance)

    @cached_property
    def interpreter(self) -> Interpreter:
        return Interpreter(
            database=self.own,
            translator=translator_of(self.settings, self.city),
            clock=self.clock,
            after=self.lanes.woken.set,
            budget=Budget(characters=self.settings.translator_budget, alarm=self.alarms.raise_),
        )

    @cached_property
    def hearing(self) -> Interpreter | None:
        """A second interpreter: what takes a minute to write down holds up no translation."""
        transcriber = transcriber_of(self.settings)
        if transcriber is None:
            return None
        return Interpreter(
            database=self.own,
            translator=Ear(self.own_api, transcriber),
            clock=self.clock,
            after=self.lanes.woken.set,
            listing=list_sounds,
        )

    @cached_property
    def mailer(self) -> Mailer:
        return Mailer(
            database=self.own,
            room=mail_room_of(self.settings, self.city),
            city=self.city,
            clock=self.clock,
            after=self.lanes.woken.set,
            api=self.own_api,
        )

    @cached_property
    def ticking(self) -> Clock:
        return Clock(self.own, self.clock, after=self.lanes.woken.set, leads=self.leads)

    @cached_property
    def heartbeat(self) -> Heartbeat:
        return Heartbeat(
            database=self.database,
            clock=self.clock,
            alarms=self.alarms,
            free=free_beside(self.settings.database_file),
        )

    @cached_property
    def reporting(self) -> Reporting:
        return Reporting(
            metrics=Metrics(),
            database=self.database,
            clock=self.clock,
            lanes=self.lanes,
            sender=self.sender,
            polling=self.polling,
            interpreter=self.interpreter,
            hearing=self.hearing,
            webhook=self.webhook,
            alarms=self.alarms,
            heartbeat=self.heartbeat,
            leads=self.leads,
        )


async def run(settings: Settings) -> None:
    """Run until SIGTERM or SIGINT, which also end a start that waits. Raises CannotStart."""
    with ended_while_starting():
        async with wijklijn(settings) as everything:
            at_the_end(everything.stop)
            gc.freeze()
            log.info("started")
            await everything.run()
    log.info("stopped")
