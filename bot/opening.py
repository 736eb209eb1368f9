"""What the bot and the command line open alike: texts, places, translator, database. Each refusal is one line."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import structlog

from bot.domain.borders import BordersWrong, read_borders
from bot.domain.city import City
from bot.domain.glossary import Glossary
from bot.domain.mail import mail_server
from bot.engine.answers import Delivered, Revoked
from bot.engine.connections import Connections
from bot.engine.mail import MailRoom
from bot.engine.request import BotApi
from bot.files import KEY_FILE, CannotStart, is_to_be_made, kept_key, leave_mark, make_room, refusing_files
from bot.services.places import Gazetteer
from bot.services.turn import Rules
from bot.settings import LanguageMemory, Secret, Settings, TranslatorName
from bot.texts import LOCALES, Texts
from bot.translation.choosing import Choice, ChoiceWrong, translator_from
from bot.translation.transcriber import Transcriber, TranscriberWrong, transcriber_at
from bot.translation.translator import Translator
from storage.database import Database, StorageAway, StorageFailed, StorageHeld, Transaction
from storage.opening import database_of
from storage.schema import check_key, check_schema, is_key_known, upgrade
from storage.sealing import KeyWrong, Sealer, keep_new_key, key_of
from storage.tables import list_tables

log = structlog.get_logger("opening")

# Each try waits five seconds for whoever holds the database: a minute in all.
HELD_TRIES: Final = 11
# After a reboot the bot may be up before its server.
AWAY_SECONDS: Final = 60.0
AWAY_PAUSE: Final = 1.0
FORGET_LANGUAGE_AFTER: Final = timedelta(hours=24)

Now = Callable[[], datetime]


def now() -> datetime:
    """The one clock that everything is given."""
    return datetime.now(UTC)  # noqa: TID251 - the one place


class NothingYet(CannotStart):
    """There is no database yet; nothing is wrong with that before the first run."""


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


def choice_of(settings: Settings, city: City | None) -> Choice:
    """What the settings say about the translator, and the city about its words."""
    return Choice(
        name=settings.translator.value,
        url=settings.translator_url,
        key=settings.translator_key.reveal() if settings.translator_key else None,
        model=settings.translator_model,
        glossary_id=settings.translator_glossary,
        local=settings.translator_local,
        glossary=city.glossary if city else Glossary(),
    )


def translator_of(settings: Settings, city: City) -> Translator:
    """The machine that the operator chose, or none. Raises CannotStart."""
    try:
        return translator_from(choice_of(settings, city))
    except ChoiceWrong as wrong:
        raise CannotStart(f"WIJKLIJN_TRANSLATOR: {wrong}") from None


def transcriber_of(settings: Settings) -> Transcriber | None:
    """What writes down voice messages; None without one. Raises CannotStart."""
    if settings.transcriber is None:
        return None
    key = settings.transcriber_key.reveal() if settings.transcriber_key else None
    try:
        return transcriber_at(settings.transcriber, key=key, model=settings.transcriber_model)
    except TranscriberWrong as wrong:
        raise CannotStart(f"WIJKLIJN_TRANSCRIBER: {wrong}") from None


def mail_room_of(settings: Settings, city: City) -> MailRoom | None:
    """Where mails to partners are handed over; answers go to the office of who answers residents."""
    server = mail_server(settings.smtp_url.reveal()) if settings.smtp_url else None
    if server is None or settings.smtp_from is None:
        return None
    office = next((one for one in city.partners if one.id == city.office.partner), None)
    return MailRoom(server, settings.smtp_from, office.email if office else "")


def rules_of(settings: Settings) -> Rules:
    session = settings.language_memory is LanguageMemory.SESSION
    return Rules(
        hold=timedelta(seconds=settings.hold_seconds),
        four_eyes=settings.four_eyes,
        forget_language_after=FORGET_LANGUAGE_AFTER if session else None,
        machine=settings.translator is not TranslatorName.NONE,
        listens=settings.transcriber is not None,
        mail=settings.smtp_url is not None,
        erased=settings.journal,
    )


@asynccontextmanager
async def opened_database(
    settings: Settings, *, prepared: bool = True, patience: float = 0.0
) -> AsyncIterator[Database]:
    """The city's database, migrated. Raises CannotStart rather than begin a fresh one in an old one's place.

    Without `prepared` nothing is written to it and its key is not tried: for who only looks, even at a full disk.
    `patience`: seconds to wait for a server that does not answer.
    """
    path = settings.database_file
    make_room(settings)
    database = database_of(settings.database_url.reveal(), Sealer(_key(settings, path)))
    try:
        await _open(database, patience)
    except StorageFailed as failure:
        raise CannotStart(str(failure)) from None
    try:
        if prepared:
            await _prepare(database)
            if path is not None:
                leave_mark(path)
        yield database
    except (StorageFailed, KeyWrong) as failure:
        raise CannotStart(f"{path or 'WIJKLIJN_DATABASE_URL'}: {failure}") from None
    finally:
        await database.close()


@asynccontextmanager
async def read_database(settings: Settings) -> AsyncIterator[Database]:
    """As `opened_database`, for commands that only read: nothing is made, migrated or written.

    Raises CannotStart; NothingYet before the first run.
    """
    if is_to_be_made(settings):
        raise NothingYet(
            f"{settings.database_file} is not there yet; the first run makes it. "
            "If there was one, this is not the bot's folder or not its environment"
        )
    async with opened_database(settings, prepared=False) as database:
        await database.read(_checked)
        yield database


async def _checked(tx: Transaction) -> None:
    if "meta" not in await list_tables(tx):
        raise NothingYet("the database is empty yet; the first run makes its tables")
    await check_schema(tx)
    await is_key_known(tx)


async def _open(database: Database, patience: float) -> None:
    """Wait while its server does not answer, but not for ever. Raises StorageFailed."""
    monotonic = asyncio.get_running_loop().time
    until = monotonic() + patience
    while True:
        try:
            await database.open()
        except StorageAway:
            if monotonic() >= until:
                raise
            log.warning("database-not-answering")
            await asyncio.sleep(AWAY_PAUSE)
        else:
            return


async def _prepare(database: Database) -> None:
    """Wait while another process holds it, but not for ever. Raises StorageFailed."""
    for _ in range(HELD_TRIES):
        try:
            return await database.turn(_prepared)
        except StorageHeld:
            log.warning("database-held")
    return await database.turn(_prepared)


async def _prepared(tx: Transaction) -> None:
    for name in await upgrade(tx):
        log.info("database-upgraded", script=name)
    await check_key(tx)


def _key(settings: Settings, database: Path | None) -> bytes:
    """The city's key; a first run makes one, but never for a database that another key has sealed."""
    if settings.key is not None:
        return key_of(settings.key.reveal())
    with refusing_files():
        if KEY_FILE.exists():
            return kept_key()
        if database is None or database.exists():
            raise CannotStart(
                f"{KEY_FILE} is missing, and {database} cannot be read without it: put the key back"
            )
        return key_of(keep_new_key(KEY_FILE))


def token_of(settings: Settings) -> Secret:
    """The bot's token. Raises CannotStart without one."""
    if settings.bot_token is None:
        raise CannotStart(
            "WIJKLIJN_BOT_TOKEN is missing: BotFather gives one; `make run` without it opens the playground"
        )
    return settings.bot_token


async def bot_username(settings: Settings) -> str:
    """Ask Telegram for the bot's username, once. Raises CannotStart."""
    connections = Connections(1)
    await connections.open()
    try:
        answer = await BotApi(connections, settings.api_root, token_of(settings)).call(
            "getMe", {}, timeout=10
        )
    finally:
        await connections.close()
    match answer:
        case Delivered({"username": str() as username}):
            return username
        case Revoked():
            raise CannotStart("WIJKLIJN_BOT_TOKEN is not accepted by Telegram")
        case _:
            raise CannotStart(f"Telegram cannot be reached at {settings.api_root}")
