"""The composition root: the only module that knows all the others."""

import asyncio
import gc
import signal
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractContextManager, asynccontextmanager, nullcontext
from datetime import datetime
from functools import partial
from pathlib import Path

import structlog
from telegram.error import InvalidToken

from bot.domain.alarms import Alarm
from bot.domain.city import City
from bot.domain.city_file import read_city
from bot.engine.alarms import Alarms
from bot.engine.application import application_of, greet_telegram
from bot.engine.clock import Clock
from bot.engine.connections import Connections
from bot.engine.health import Health
from bot.engine.heartbeat import Heartbeat, free_share
from bot.engine.intake import Intake, Polling
from bot.engine.interpreter import Interpreter
from bot.engine.lanes import Lanes
from bot.engine.ledger import Ledger
from bot.engine.metrics import Metrics
from bot.engine.pacer import Pacer
from bot.engine.postman import Postman
from bot.engine.presenting import Presenting
from bot.engine.registration import OldWebhook
from bot.engine.replica import replica_of
from bot.engine.reporting import LOOK_SECONDS, Reporting
from bot.engine.request import CALLS, BotApi
from bot.engine.sender import Sender
from bot.engine.turns import App, Turns
from bot.engine.webhook import webhook_of
from bot.opening import (
    CannotStart,
    Now,
    gazetteer_of,
    now,
    opened_database,
    rules_of,
    texts_of,
    token_of,
    translator_of,
)
from bot.running import Wijklijn
from bot.services.administrators import Administrators
from bot.settings import FREE_RATE, Mode, Settings
from bot.texts import LOCALES, Texts
from handlers.register import register, renderer
from storage.database import Database, StorageFailed, Transaction
from storage.runlock import run_alone
from storage.schema import bind_to_bot

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
    with _alone(settings.database_file):
        async with opened_database(settings) as database:
            await calls.open()
            await polls.open()
            try:
                await _greet_telegram(application, database)
                yield _wired(settings, (city, texts), database, application, (calls, polls), clock)
            finally:
                await application.shutdown()
                await calls.close()
                await polls.close()


def _alone(file: Path | None) -> AbstractContextManager[object]:
    """Be the only bot that runs on this file while it is open. Raises CannotStart."""
    if file is None:
        return nullcontext()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return run_alone(file)
    except (StorageFailed, OSError) as taken:
        raise CannotStart(f"{file}: {taken}") from None


def _wired(
    settings: Settings,
    words: tuple[City, Texts],
    database: Database,
    application: App,
    connections: tuple[Connections, Connections],
    clock: Now,
) -> Wijklijn:
    city, texts = words
    replica = replica_of(database)
    # What one process per bot keeps and calls: where there are several, only while it leads.
    own = replica.fenced() if replica else database
    own_calls = replica.fenced_calls(connections[0]) if replica else connections[0]
    api, own_api, poll_api = (
        BotApi(pool, settings.api_root, token_of(settings))
        for pool in (connections[0], own_calls, connections[1])
    )
    stopping = asyncio.Event()
    turns = Turns(application, texts, city, rules_of(settings), clock, gazetteer_of(settings, city))
    alarms = _alarms(settings, database, turns)
    ledger = Ledger(clock, turns.open, renderer(texts), alarms.message_broken)
    sender = _sender(settings, own, ledger, own_api)
    lanes = Lanes(database, turns, clock, after=sender.woken.set)
    if replica is not None:
        replica.join(lanes, sender)
    intake = Intake(database if settings.mode is Mode.WEBHOOK else own, api, clock, after=lanes.woken.set)
    old_webhook = OldWebhook(own, own_api, settings.webhook_url)
    polling = Polling(
        intake,
        poll_api,
        stopping,
        takes_back_webhook=old_webhook.is_taken_back,
        acceptance=sender.acceptance,
    )
    webhook = webhook_of(settings, intake, own, own_api, sender.acceptance)
    leads = replica.leads if replica else lambda: True
    ticking = Clock(own, clock, after=lanes.woken.set, leads=leads)
    heartbeat = Heartbeat(database=database, clock=clock, alarms=alarms, free=_free(settings))
    reporting = Reporting(
        metrics=Metrics(),
        database=database,
        clock=clock,
        lanes=lanes,
        sender=sender,
        polling=polling,
        webhook=webhook,
        alarms=alarms,
        heartbeat=heartbeat,
        leads=leads,
    )
    if replica is not None:
        polling.alarm = replica.while_leading(alarms.raise_)
    ticking.every(LOOK_SECONDS, reporting.look)
    return Wijklijn(
        settings=settings,
        city=city,
        texts=texts,
        database=database,
        application=application,
        intake=intake,
        polling=polling,
        webhook=webhook,
        lanes=lanes,
        sender=sender,
        interpreter=Interpreter(
            database=own, translator=translator_of(settings), clock=clock, after=lanes.woken.set
        ),
        presenting=Presenting(own_api, texts, city.master.code),
        clock=ticking,
        alarms=alarms,
        heartbeat=heartbeat,
        health=Health(settings.health, reporting.checks(), reporting.metrics),
        stopping=stopping,
        replica=replica,
    )


def _sender(settings: Settings, database: Database, ledger: Ledger, api: BotApi) -> Sender:
    return Sender(
        database=database,
        ledger=ledger,
        postman=Postman(api, pays=settings.paid_broadcast and settings.rate > FREE_RATE),
        pacer=Pacer(settings.rate),
        monotonic=time.monotonic,
        rate=settings.rate,
    )


def _alarms(settings: Settings, database: Database, turns: Turns) -> Alarms:
    """Alarms that reach the log and, unless the operator wants no messages, the administrators."""

    async def warn(tx: Transaction, alarm: Alarm, at: datetime, facts: Mapping[str, int]) -> None:
        await Administrators(turns.open(tx)).warn(alarm, at, facts)

    return Alarms(database=database, clock=turns.clock, warn=warn if settings.alarms else None)


def _free(settings: Settings) -> Callable[[], float | None]:
    """How much of the database's disk is free; PostgreSQL's is its own operator's to watch."""
    file = settings.database_file
    return partial(free_share, file.absolute().parent) if file else lambda: None


async def _greet_telegram(application: App, database: Database) -> None:
    """Learn who we are; the database belongs to one bot. Raises CannotStart."""
    try:
        bot_id = await greet_telegram(application)
    except InvalidToken:
        raise CannotStart("WIJKLIJN_BOT_TOKEN is not accepted by Telegram") from None
    await database.turn(lambda tx: bind_to_bot(tx, bot_id))


async def run(settings: Settings) -> None:
    """Run until SIGTERM or SIGINT. Raises CannotStart."""
    async with wijklijn(settings) as everything:
        loop = asyncio.get_running_loop()
        for ending in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(ending, everything.stop)
        gc.freeze()
        if later := settings.comes_later():
            log.warning("accepted-comes-later", settings=later)
        log.info("started")
        await everything.run()
        log.info("stopped")
