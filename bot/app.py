"""The composition root: the only module that knows all the others."""

import asyncio
import gc
import os
import signal
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import structlog
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ContextTypes, ExtBot

from bot.context import BotContext
from bot.domain.borders import BordersWrong, read_borders
from bot.domain.city import City
from bot.domain.city_file import read_city
from bot.engine.answers import Delivered, Revoked
from bot.engine.clock import Clock
from bot.engine.connections import Connections
from bot.engine.health import Health
from bot.engine.intake import Intake, Polling
from bot.engine.interpreter import Interpreter
from bot.engine.lanes import Lanes
from bot.engine.ledger import Ledger
from bot.engine.metrics import Metrics
from bot.engine.pacer import Pacer
from bot.engine.postman import Postman
from bot.engine.presenting import Presenting
from bot.engine.reporting import LOOK_SECONDS, Reporting
from bot.engine.request import CALLS, AiohttpRequest, BotApi
from bot.engine.sender import Sender
from bot.engine.turns import App, Turns
from bot.services.places import Gazetteer
from bot.services.turn import Rules
from bot.settings import LanguageMemory, Secret, Settings
from bot.texts import LOCALES, Texts
from bot.translation.choosing import Choice, ChoiceWrong, translator_from
from bot.translation.translator import Translator
from handlers.register import register, renderer
from storage.database import Database, StorageFailed, Transaction
from storage.schema import bind_to_bot, check_key, upgrade
from storage.sealing import KeyWrong, Sealer, keep_new_key, key_of

log = structlog.get_logger("app")

KEY_FILE: Final = Path("data/wijklijn.key")
FORGET_LANGUAGE_AFTER: Final = timedelta(hours=24)
_CONNECT_PAUSES: Final = (1.0, 2.0, 5.0, 10.0)

Now = Callable[[], datetime]


def now() -> datetime:
    """The one clock that everything is given."""
    return datetime.now(UTC)  # noqa: TID251 - the one place


class CannotStart(Exception):
    """One line for the operator."""


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
    lanes: Lanes
    sender: Sender
    interpreter: Interpreter
    presenting: Presenting
    clock: Clock
    health: Health
    stopping: asyncio.Event

    def stop(self) -> None:
        """Let everything finish what it has begun."""
        self.stopping.set()
        self.lanes.woken.set()
        self.sender.woken.set()

    async def run(self) -> None:
        """Run until `stopping` is set; then intake ends first, and what has left is written down."""
        self.clock.start()
        await self.health.start()
        try:
            async with asyncio.TaskGroup() as group:
                for part in (
                    self.lanes.run(self.stopping),
                    self.sender.run(self.stopping),
                    self.interpreter.run(self.stopping),
                    self.presenting.run(self.stopping),
                    self.polling.run(),
                ):
                    group.create_task(part)
        finally:
            self.clock.stop()
            await self.health.stop()
            await self.intake.close()


@asynccontextmanager
async def wijklijn(
    settings: Settings, *, clock: Now = now, locales: Path = LOCALES
) -> AsyncIterator[Wijklijn]:
    """Wire everything and open it; closed again at the end. Raises CannotStart with a line for the operator."""
    token = settings.bot_token
    if token is None:
        raise CannotStart(
            "WIJKLIJN_BOT_TOKEN is missing: BotFather gives one; `make run` without it opens the playground"
        )
    city = read_city(settings.city)
    texts = texts_of(city, locales)
    calls, polls = Connections(CALLS), Connections(1)
    application = _application(settings, token, calls, polls)
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


def _wired(
    settings: Settings,
    words: tuple[City, Texts],
    database: Database,
    application: App,
    connections: tuple[Connections, Connections],
    clock: Now,
) -> Wijklijn:
    city, texts = words
    api, poll_api = (BotApi(pool, settings.api_root, _token(settings)) for pool in connections)
    stopping = asyncio.Event()
    turns = Turns(application, texts, city, rules_of(settings), clock, gazetteer_of(settings, city))
    sender = Sender(
        database=database,
        ledger=Ledger(clock, turns.open, renderer(texts)),
        postman=Postman(api),
        pacer=Pacer(settings.rate),
        monotonic=time.monotonic,
        rate=settings.rate,
    )
    lanes = Lanes(database, turns, clock, after=sender.woken.set)
    intake = Intake(database, api, clock, after=lanes.woken.set)
    polling = Polling(intake, poll_api, stopping)
    ticking = Clock(database, clock, after=lanes.woken.set)
    reporting = Reporting(Metrics(), database, lanes, sender, polling)
    ticking.every(LOOK_SECONDS, reporting.look)
    return Wijklijn(
        settings=settings,
        city=city,
        texts=texts,
        database=database,
        application=application,
        intake=intake,
        polling=polling,
        lanes=lanes,
        sender=sender,
        interpreter=Interpreter(
            database=database, translator=translator_of(settings), clock=clock, after=lanes.woken.set
        ),
        presenting=Presenting(api, texts, city.master.code),
        clock=ticking,
        health=Health(settings.health, reporting.checks(), reporting.metrics),
        stopping=stopping,
    )


def texts_of(city: City, locales: Path = LOCALES) -> Texts:
    """The texts of the city's languages, with what every text may use."""
    always = {"city": city.name, "role": city.role_name, "Role": city.role_name.capitalize()}
    return Texts([language.code for language in city.languages], locales, always=always)


def gazetteer_of(settings: Settings, city: City) -> Gazetteer:
    """The names of the city's places, with its borders when it has them. Raises CannotStart for wrong borders."""
    if settings.wijk_borders is None:
        return Gazetteer(city)
    try:
        return Gazetteer(city, read_borders(settings.wijk_borders))
    except BordersWrong as wrong:
        raise CannotStart(str(wrong)) from None


def translator_of(settings: Settings) -> Translator:
    """The machine that the operator chose, or none. Raises CannotStart."""
    key = settings.translator_key.reveal() if settings.translator_key else None
    try:
        return translator_from(Choice(settings.translator.value, settings.translator_url, key))
    except ChoiceWrong as wrong:
        raise CannotStart(f"WIJKLIJN_TRANSLATOR: {wrong}") from None


def rules_of(settings: Settings) -> Rules:
    session = settings.language_memory is LanguageMemory.SESSION
    return Rules(
        hold=timedelta(seconds=settings.hold_seconds),
        four_eyes=settings.four_eyes,
        forget_language_after=FORGET_LANGUAGE_AFTER if session else None,
        machine=settings.translator == "libretranslate",
    )


@asynccontextmanager
async def opened_database(settings: Settings) -> AsyncIterator[Database]:
    """The city's database, migrated. Raises CannotStart rather than begin a fresh one in an old one's place."""
    path = settings.database_file
    if path is None:
        raise CannotStart("WIJKLIJN_DATABASE_URL: PostgreSQL comes later, expected sqlite:///PATH")
    sealer = Sealer(_key(settings, path))
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        database = await Database(path, sealer).open()
    except StorageFailed as failure:
        raise CannotStart(str(failure)) from None
    try:
        await database.turn(_prepared)
        yield database
    except (StorageFailed, KeyWrong) as failure:
        raise CannotStart(f"{path}: {failure}") from None
    finally:
        await database.close()


async def _prepared(tx: Transaction) -> None:
    for name in await upgrade(tx):
        log.info("database-upgraded", script=name)
    await check_key(tx)


def _key(settings: Settings, database: Path) -> bytes:
    """The city's key; a first run makes one, but never for a database that another key has sealed."""
    if settings.key is not None:
        return key_of(settings.key.reveal())
    if KEY_FILE.exists():
        return key_of(KEY_FILE.read_text(encoding="ascii"))
    if database.exists():
        raise CannotStart(
            f"{KEY_FILE} is missing, and {database} cannot be read without it: put the key back"
        )
    return key_of(keep_new_key(KEY_FILE))


def _token(settings: Settings) -> Secret:
    if settings.bot_token is None:
        raise CannotStart("WIJKLIJN_BOT_TOKEN is missing")
    return settings.bot_token


def _application(settings: Settings, token: Secret, calls: Connections, polls: Connections) -> App:
    """PTB's application without its updater: types, filters and handlers, on our own request."""
    os.environ.setdefault("PTB_TIMEDELTA", "1")
    bot: ExtBot[None] = ExtBot(
        token.reveal(),
        base_url=f"{settings.api_root}/bot",
        base_file_url=f"{settings.api_root}/file/bot",
        request=AiohttpRequest(calls),
        get_updates_request=AiohttpRequest(polls),
    )
    application: App = (
        Application.builder().bot(bot).updater(None).context_types(ContextTypes(context=BotContext)).build()
    )
    register(application)
    return application


async def _greet_telegram(application: App, database: Database) -> None:
    """Ask Telegram who we are, until it answers; the database belongs to one bot. Raises CannotStart."""
    attempt = 0
    while True:
        try:
            await application.initialize()
            break
        except InvalidToken:
            raise CannotStart("WIJKLIJN_BOT_TOKEN is not accepted by Telegram") from None
        except TelegramError as error:
            log.warning("telegram-not-reached", error=type(error).__name__)
            await asyncio.sleep(_CONNECT_PAUSES[min(attempt, len(_CONNECT_PAUSES) - 1)])
            attempt += 1
    await database.turn(lambda tx: bind_to_bot(tx, application.bot.id))


async def bot_username(settings: Settings) -> str:
    """Ask Telegram for the bot's username, once. Raises CannotStart."""
    connections = Connections(1)
    await connections.open()
    try:
        answer = await BotApi(connections, settings.api_root, _token(settings)).call("getMe", {}, timeout=10)
    finally:
        await connections.close()
    match answer:
        case Delivered({"username": str() as username}):
            return username
        case Revoked():
            raise CannotStart("WIJKLIJN_BOT_TOKEN is not accepted by Telegram")
        case _:
            raise CannotStart(f"Telegram cannot be reached at {settings.api_root}")


async def run(settings: Settings) -> None:
    """Run until SIGTERM or SIGINT. Raises CannotStart."""
    async with wijklijn(settings) as everything:
        loop = asyncio.get_running_loop()
        for ending in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(ending, everything.stop)
        gc.freeze()
        log.info("started")
        await everything.run()
        log.info("stopped")
