"""What the command line does with the database, while the bot may be running beside it."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from bot.domain.city import City, WijkId
from bot.domain.city_file import read_city
from bot.domain.organisations import as_the_city_spells
from bot.domain.people import Places, Role, StaffId, StaffMember
from bot.opening import bot_username, now, opened_database, read_database, rules_of
from bot.services.staff import INVITATION_LIVES, Invitation, Staff
from bot.services.turn import Turn
from bot.settings import Settings
from storage.database import Transaction
from storage.schema import find_meta

T = TypeVar("T")


class CommandRefused(Exception):
    """One line for the operator: what cannot be done and what is expected."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom to invite, as the operator wrote it."""

    role: Role
    wijken: tuple[str, ...]
    stadsdelen: tuple[str, ...]
    languages: tuple[str, ...]
    organisation: str | None


async def invite(settings: Settings, wanted: Wanted) -> list[str]:
    """Lines to print, the last of which is the link. Raises CommandRefused or CannotStart."""
    city = read_city(settings.city)
    invitation = _invitation(city, wanted)
    username = await bot_username(settings)
    token = await _in_turn(settings, city, lambda turn: Staff(turn).invite(invitation))
    until = (now() + INVITATION_LIVES).astimezone(city.time_zone)
    return [
        *_doubts(city, invitation),
        f"This link makes who opens it {wanted.role.value} ({_where(invitation.places)}), once, until {until:%Y-%m-%d %H:%M}:",
        f"https://t.me/{username}?start=inv-{token}",
    ]


def _doubts(city: City, invitation: Invitation) -> list[str]:
    """A partner's person who is of no partner would see nothing."""
    if invitation.role is not Role.PARTNER or city.partner_of(invitation.organisation):
        return []
    known = ", ".join(one.id for one in city.partners)
    return [
        f"--organisation names no partner of the city file, so nothing will come; expected one of: {known}"
    ]


def _invitation(city: City, wanted: Wanted) -> Invitation:
    """Check every place and language against the city file. Raises CommandRefused."""
    for wijk in wanted.wijken:
        _require(city.has_wijk(wijk), f"--wijk {wijk}", (one.id for one in city.wijken))
    stadsdelen = []
    for name in wanted.stadsdelen:
        found = city.stadsdeel(name)
        _require(found is not None, f"--stadsdeel {name}", (one.name for one in city.stadsdelen))
        stadsdelen.append(found.name if found else name)
    known = [language.code for language in city.languages]
    for language in wanted.languages:
        _require(language in known, f"--language {language}", known)
    _require_what_the_role_needs(city, wanted)
    places = Places(tuple(WijkId(wijk) for wijk in wanted.wijken), tuple(stadsdelen))
    organisation = as_the_city_spells(city, wanted.role, wanted.organisation)
    return Invitation(wanted.role, places, wanted.languages, organisation)


def _require_what_the_role_needs(city: City, wanted: Wanted) -> None:
    if wanted.role is Role.CONTACT_WORKER and not set(wanted.languages) - {city.master.code}:
        raise CommandRefused(
            "a contact worker needs --language: what they speak besides Dutch, such as tr or bg"
        )
    if wanted.role is Role.TEAM_MEMBER and not wanted.wijken + wanted.stadsdelen:
        raise CommandRefused("a team member needs --wijk or --stadsdeel: where they work")


def _require(known: bool, given: str, expected: Iterable[str]) -> None:  # noqa: FBT001 - reads as a sentence
    if not known:
        raise CommandRefused(f"{given} is not in the city file; expected one of: {', '.join(expected)}")


async def list_staff(settings: Settings) -> list[str]:
    """A line for each role that somebody has now; no Telegram names."""
    city = read_city(settings.city)
    async with read_database(settings) as database:
        members = await database.read(_turned(settings, city, lambda turn: Staff(turn).everybody()))
    return [_line(member) for member in members] or [
        "Nobody has a role yet: `wijklijn invite administrator` begins."
    ]


def _where(places: Places) -> str:
    return ", ".join([*places.stadsdelen, *places.wijken]) or "everywhere"


def _line(member: StaffMember) -> str:
    where = _where(member.places)
    more = [" ".join(member.languages), member.organisation or ""]
    return "  ".join([f"{member.id:>4}", f"{member.role.value:<14}", where, *(part for part in more if part)])


async def release(settings: Settings, staff: int) -> str:
    """Take the role away; open cases go to somebody else. Raises CommandRefused when nobody has that id."""
    city = read_city(settings.city)
    released = await _in_turn(settings, city, lambda turn: Staff(turn).release(StaffId(staff)))
    if released is None:
        raise CommandRefused(f"nobody has the id {staff} now; `wijklijn staff list` shows who does")
    return f"{staff} is no longer {released.role.value}; what was open has gone to somebody else."


async def upgrade(settings: Settings) -> list[str]:
    """Open the database, which migrates it; its schema."""
    async with opened_database(settings) as database:
        schema = await database.read(lambda tx: find_meta(tx, "schema"))
    return [f"The database has schema {schema}."]


async def _in_turn(settings: Settings, city: City, work: Callable[[Turn], Awaitable[T]]) -> T:
    async with opened_database(settings) as database:
        return await database.turn(_turned(settings, city, work))


def _turned(
    settings: Settings, city: City, work: Callable[[Turn], Awaitable[T]]
) -> Callable[[Transaction], Awaitable[T]]:
    async def turned(tx: Transaction) -> T:
        return await work(Turn(tx, now(), city, rules_of(settings)))

    return turned
