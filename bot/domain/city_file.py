"""Reads a city file, whole or not at all: every mistake in it is named at once."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.asked_first import asked_first
from bot.domain.city import (
    Alias,
    AnswerTerm,
    City,
    ClosedDay,
    Confidence,
    Kept,
    Language,
    Office,
    OfficeHours,
    PartnerId,
    Point,
    Retention,
    Stadsdeel,
    StreetList,
    Wijk,
    WijkId,
    WijkKind,
)
from bot.domain.city_checks import check_city, check_ids, check_words
from bot.domain.city_words import (
    Words,
    categories,
    common_questions,
    help_numbers,
    ideas,
    partners,
    quick_answers,
)
from bot.domain.glossary import read_glossary
from bot.domain.limits import Limits
from bot.domain.municipalities import municipalities
from bot.domain.toml_table import Table, said
from bot.domain.unconfirmed import unconfirmed
from bot.domain.weekdays import Weekday

__all__ = ["CityFileWrong", "read_city", "unconfirmed"]

LARGEST_LIMIT: Final = 1_000_000
LEAP_YEAR: Final = 2000  # in which every month and day exists


class CityFileWrong(Exception):
    """The city file cannot be used; `problems` holds one line for each mistake."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(dict.fromkeys(problems))  # a table read twice complains twice
        super().__init__("\n".join(self.problems))


class SensitiveRole(StrEnum):
    """The roles a city may let read sensitive cases; an administrator never reads them, a team member neither."""

    WIJKMANAGER = "wijkmanager"
    CONTACT_WORKER = "contact-worker"
    COORDINATOR = "coordinator"


def read_city(path: Path) -> City:
    """Raise CityFileWrong with all mistakes, each one line: file, key, what is wrong, what is expected."""
    return _read(path, path.stat().st_mtime_ns if path.exists() else 0)


@lru_cache(maxsize=8)
def _read(path: Path, _written_at: int) -> City:
    """Read it once, until it is written anew: it takes as long as hundreds of turns."""
    problems: list[str] = []
    root = Table(str(path), "", _parsed(path), problems)
    words = Words()
    check_ids(root)
    city = _city(root, words)
    root.done()
    check_words(city, words)
    check_city(city, root)
    if problems:
        raise CityFileWrong(problems)
    return city


def _parsed(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CityFileWrong([f"{path}: cannot be read ({error.strerror}); expected a city file"]) from None
    except UnicodeDecodeError:
        raise CityFileWrong([f"{path}: is not text in UTF-8; expected a city file saved as UTF-8"]) from None
    except tomllib.TOMLDecodeError as error:
        raise CityFileWrong(
            [f"{path}: is not TOML: {error}; expected TOML as docs/city-file.md shows"]
        ) from None


def _city(root: Table, words: Words) -> City:
    about, places, sensitive = root.table("city"), root.table("places"), root.table("sensitive")
    known = partners(root, words)
    city = City(
        name=about.text("name"),
        postcode=_shaped(about, "postcode", r"\d{4}", "four digits in quotes"),
        nis=_shaped(about, "nis", r"\d{5}", "five digits in quotes"),
        police_zone=about.text("police_zone"),
        time_zone=_time_zone(about),
        attribution=about.text("attribution"),
        role_name=about.text("role_name"),
        languages=_languages(root.table("languages")),
        texts_confirmed=about.texts("texts_confirmed"),
        stadsdelen=tuple(_stadsdeel(table) for table in root.tables("stadsdelen")),
        wijken=tuple(_wijk(table) for table in root.tables("wijken")),
        aliases=_aliases(places.table("aliases")),
        said_first=places.texts("said_first"),
        streets=_streets(root.table("street_list")),
        outside_metres=places.whole("outside_metres", least=100, most=20_000),
        categories=categories(root, words),
        sensitive_roles=tuple(role.value for role in sensitive.choices("roles", SensitiveRole)),
        sensitive_roles_confirmed=sensitive.flag("confirmed"),
        partners=known,
        help_numbers=help_numbers(root, words),
        quick_answers=quick_answers(root, words),
        common_questions=common_questions(root, words, known),
        ideas=ideas(root, words, known),
        office=_office(root.table("office")),
        answers=_answers(root.table("answers"), root.tables("closed_days")),
        municipalities=tuple(municipalities(root)),
        asked_first=tuple(asked_first(root)),
        organisations=_organisations(root.optional_table("contact_workers")),
        retention=tuple(_retention(table) for table in root.tables("retention")),
        limits=_limits(root.optional_table("limits")),
        terms=read_glossary(root),
    )
    for table in (about, places, sensitive):
        table.done()
    return city


def _shaped(table: Table, key: str, shape: str, expected: str) -> str:
    text = table.text(key)
    if text and not re.fullmatch(shape, text):
        table.wrong(key, said(text), expected)
    return text


def _time_zone(table: Table) -> ZoneInfo:
    name = table.text("time_zone")
    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        table.wrong("time_zone", said(name), 'a time zone such as "Europe/Brussels"')
        return ZoneInfo("UTC")


def _languages(table: Table) -> tuple[Language, ...]:
    return tuple(Language(code, table.text(code)) for code in table.all_keys())


def _stadsdeel(table: Table) -> Stadsdeel:
    stadsdeel = Stadsdeel(name=table.text("name"), confirmed=table.flag("confirmed"))
    table.done()
    return stadsdeel


def _wijk(table: Table) -> Wijk:
    centre = Point(table.degrees("lat", most=90), table.degrees("lon", most=180))
    wijk = Wijk(
        id=WijkId(table.text("id")),
        name=table.text("name"),
        code=table.text("code"),
        kind=table.choice("kind", WijkKind) if table.has("kind") else WijkKind.LIVING,
        centre=centre,
        stadsdeel=table.optional_text("stadsdeel") or None,
        stadsdeel_confirmed=table.optional_flag("stadsdeel_confirmed"),
        neighbours=tuple(WijkId(neighbour) for neighbour in table.texts("neighbours")),
        streets=table.texts("streets"),
        points=_points(table) or (centre,),
    )
    table.done()
    return wijk


def _points(table: Table) -> tuple[Point, ...]:
    return tuple(
        _point(table, f"points[{place}]", pair) for place, pair in enumerate(table.listed("points"), 1)
    )


def _point(table: Table, key: str, pair: object) -> Point:
    if not isinstance(pair, list) or len(pair) != 2:
        table.wrong(key, said(pair), "two numbers: [latitude, longitude]")
        return Point(0.0, 0.0)
    return Point(table.as_degrees(key, pair[0], most=90), table.as_degrees(key, pair[1], most=180))


def _aliases(table: Table) -> tuple[Alias, ...]:
    return tuple(Alias(name, tuple(WijkId(wijk) for wijk in table.texts(name))) for name in table.all_keys())


def _streets(table: Table) -> StreetList:
    streets = StreetList(
        names=table.texts("names"),
        source=table.optional_text("source"),
        confidence=table.choice("confidence", Confidence),
    )
    table.done()
    return streets


def _office(table: Table) -> Office:
    partner = table.optional_text("partner")
    office = Office(
        name=table.text("name"),
        partner=PartnerId(partner) if partner else None,
        address=table.optional_text("address"),
        hours=tuple(_hours(inner) for inner in table.tables("hours")),
        confirmed=table.flag("confirmed"),
    )
    table.done()
    return office


def _hours(table: Table) -> OfficeHours:
    hours = OfficeHours(table.choice("day", Weekday).number, table.clock("opens"), table.clock("closes"))
    if hours.opens >= hours.closes:
        table.wrong("closes", f"is {hours.closes:%H:%M}", f"a time after {hours.opens:%H:%M}")
    table.done()
    return hours


def _answers(table: Table, closed: list[Table]) -> AnswerTerm:
    weekend = frozenset(day.number for day in table.choices("weekend", Weekday))
    if len(weekend) == len(Weekday):
        table.wrong("weekend", "leaves no working day", "at most six days")
    term = AnswerTerm(
        working_days=table.whole("working_days", least=1, most=60),
        weekend=weekend,
        closed=tuple(_closed_day(inner) for inner in closed),
        next_days=table.optional_whole("next_days", 10, least=1, most=60),
        partner_days=table.optional_whole("partner_days", 5, least=1, most=60),
    )
    table.done()
    return term


def _closed_day(table: Table) -> ClosedDay:
    found, reason = table.raw("day"), table.text("reason")
    table.done()
    if type(found) is date:
        return ClosedDay(found.month, found.day, found.year, reason)
    yearly = _month_and_day(found)
    if yearly is None:
        table.wrong("day", said(found), 'a date such as 2026-12-24, or "12-24" for every year')
    return ClosedDay(*(yearly or (1, 1)), None, reason)


def _month_and_day(found: object) -> tuple[int, int] | None:
    try:
        yearly = date.fromisoformat(f"{LEAP_YEAR}-{found}")
    except ValueError:
        return None
    return yearly.month, yearly.day


def _retention(table: Table) -> Retention:
    term = Retention(
        kept=table.choice("kept", Kept),
        days=table.whole("days", least=1, most=36_500),
        rule=table.optional_text("rule"),
    )
    table.done()
    return term


def _organisations(table: Table) -> tuple[str, ...]:
    """Whose people the contact workers are; none when it is left out."""
    names = table.texts("organisations")
    table.done()
    return names


def _limits(table: Table) -> Limits:
    """Each may be left out."""
    usual = asdict(Limits())
    said_so = {key: table.whole(key, least=1, most=LARGEST_LIMIT) for key in usual if table.has(key)}
    table.done()
    return Limits(**usual | said_so)
