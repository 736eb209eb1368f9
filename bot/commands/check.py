"""`wijklijn check`: one line for each thing that must be right, and for each that nobody has confirmed."""

from collections.abc import AsyncIterator, Mapping

from bot.commands.findings import Finding
from bot.commands.webhook import webhook_findings
from bot.domain.city import City
from bot.domain.city_file import CityFileWrong, read_city, unconfirmed
from bot.domain.permissions import ANNOUNCERS
from bot.files import CannotStart, journal_trouble
from bot.opening import (
    NothingYet,
    bot_username,
    choice_of,
    mail_room_of,
    read_database,
    texts_of,
    transcriber_of,
)
from bot.settings import Settings, SettingWrong
from bot.texts import LocaleWrong
from bot.translation.choosing import ChoiceWrong, translator_from
from storage.database import Database
from storage.schema import find_meta
from storage.sealing import KeyWrong
from storage.staff import list_staff


async def check(environ: Mapping[str, str]) -> list[Finding]:
    """Look at everything; what cannot be looked at because something before it is wrong is left out."""
    try:
        settings = Settings.read(environ)
    except SettingWrong as wrong:
        return [Finding(fine=False, what=f"settings: {wrong}")]
    read = Finding(fine=True, what="settings: read")
    return [read, *[finding async for finding in _parts(settings)]]


async def _parts(settings: Settings) -> AsyncIterator[Finding]:
    city: City | None = None
    try:
        city = read_city(settings.city)
        yield Finding(fine=True, what=f"city: {city.name}, {len(city.wijken)} wijken, from {settings.city}")
    except CityFileWrong as wrong:
        for line in str(wrong).splitlines():
            yield Finding(fine=False, what=f"city: {line}")
    if city:
        yield _texts(city)
    yield await _database(settings)
    yield _journal(settings)
    yield await _telegram(settings)
    async for finding in webhook_findings(settings):
        yield finding
    yield await _translator(settings, city)
    yield _transcriber(settings)
    if city:
        yield await _mail(settings, city)
    for line in unconfirmed(city) if city else ():
        yield Finding(fine=True, what=f"not confirmed by the city: {line}")


def _texts(city: City) -> Finding:
    try:
        texts = texts_of(city)
    except LocaleWrong as wrong:
        return Finding(fine=False, what=f"texts: {wrong}")
    return Finding(fine=True, what=f"texts: {', '.join(texts.languages)}")


async def _database(settings: Settings) -> Finding:
    path = settings.database_file
    try:
        async with read_database(settings) as database:
            what = f"database: {path or 'PostgreSQL'}, schema {await _schema(database)}"
            return Finding(fine=True, what=what + await _seconds(settings, database))
    except (CannotStart, KeyWrong) as wrong:
        return Finding(fine=isinstance(wrong, NothingYet), what=f"database: {wrong}")


def _journal(settings: Settings) -> Finding:
    trouble = journal_trouble(settings)
    return Finding(fine=trouble is None, what=f"journal of erasures: {trouble or settings.journal}")


async def _seconds(settings: Settings, database: Database) -> str:
    """Whether anybody could approve what another announces to everybody; nothing where that is not asked for."""
    if not settings.four_eyes:
        return ""
    staff = await database.read(list_staff)
    able = sum(one.role in ANNOUNCERS and one.places.everywhere for one in staff)
    return f"; announcements take two people, and those to everybody can be made by {able}"


async def _schema(database: Database) -> str | None:
    return await database.read(lambda tx: find_meta(tx, "schema"))


async def _telegram(settings: Settings) -> Finding:
    try:
        username = await bot_username(settings)
    except CannotStart as wrong:
        return Finding(fine=False, what=f"Telegram: {wrong}")
    return Finding(fine=True, what=f"Telegram: the bot is @{username}")


def _transcriber(settings: Settings) -> Finding:
    try:
        found = transcriber_of(settings)
    except CannotStart as wrong:
        return Finding(fine=False, what=str(wrong))
    engine = f"{found.engine}, in the own network" if found else "none: voice messages are listened to"
    return Finding(fine=True, what=f"transcriber: {engine}")


async def _mail(settings: Settings, city: City) -> Finding:
    """Whether the server for mails to partners lets us in; no mail is sent."""
    room = mail_room_of(settings, city)
    if room is None:
        return Finding(fine=True, what="mail: none; staff tell partners themselves")
    has_addresses = sum(bool(partner.email) for partner in city.partners)
    if not await room.answers():
        return Finding(fine=False, what=f"mail: {room.server.host}:{room.server.port} does not let us in")
    return Finding(fine=True, what=f"mail: from {room.sender}, {has_addresses} partners have an address")


async def _translator(settings: Settings, city: City | None) -> Finding:
    try:
        translator = translator_from(choice_of(settings, city))
    except ChoiceWrong as wrong:
        return Finding(fine=False, what=f"translator: {wrong}")
    try:
        standing = await translator.standing([language.code for language in city.languages] if city else [])
    finally:
        await translator.close()
    return Finding(fine=standing.fine, what=f"translator: {standing.line}")
