"""Staff: who has which role where; and invitations, of which only a hash is kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import orjson

from bot.domain.city import WijkId
from bot.domain.hours import Hours
from bot.domain.people import PersonId, Places, Role, StaffId, StaffMember, StandIn
from storage.database import Transaction
from storage.times import kept

_SELECT = """
SELECT id, person_id, role, wijken, stadsdelen, languages, organisation, hours, away_until, stands_in FROM staff
"""
_FIND = _SELECT + " WHERE id = :id"
_FIND_OF_PERSON = _SELECT + " WHERE person_id = :person AND released_at IS NULL"
_LIST = _SELECT + " WHERE released_at IS NULL AND person_id IS NOT NULL ORDER BY id"
_INSERT = """
INSERT INTO staff (person_id, role, wijken, stadsdelen, languages, organisation, created_at)
VALUES (:person, :role, :wijken, :stadsdelen, :languages, :organisation, :now) RETURNING id
"""
_RELEASE = """
UPDATE staff SET released_at = :now, person_id = NULL, away_until = NULL, stands_in = '[]'
WHERE id = :id AND released_at IS NULL
"""
_SET_AWAY = "UPDATE staff SET away_until = :until WHERE id = :id"
_SET_STANDS_IN = "UPDATE staff SET stands_in = :stands_in WHERE id = :id"
_SET_HOURS = "UPDATE staff SET hours = :hours WHERE id = :id"
_INVITE = """
INSERT INTO invitations (token_hash, role, wijken, stadsdelen, languages, organisation, created_at, expires_at)
VALUES (:token_hash, :role, :wijken, :stadsdelen, :languages, :organisation, :now, :expires_at)
"""
_USE = """
UPDATE invitations SET used_at = :now WHERE token_hash = :token_hash AND used_at IS NULL AND expires_at > :now
RETURNING role, wijken, stadsdelen, languages, organisation
"""


@dataclass(frozen=True, slots=True)
class Invitation:
    """What somebody becomes who opens the link."""

    role: Role
    places: Places
    languages: tuple[str, ...]
    organisation: str | None


def _kept(invitation: Invitation) -> dict[str, str | None]:
    return {
        "role": invitation.role.value,
        "wijken": _json(invitation.places.wijken),
        "stadsdelen": _json(invitation.places.stadsdelen),
        "languages": _json(invitation.languages),
        "organisation": invitation.organisation,
    }


def staff_told(columns: Iterable[Any]) -> StaffMember:
    """The columns as _SELECT names them; somebody who was released is person 0."""
    staff, person, role, wijken, stadsdelen, languages, organisation, *more = columns
    hours, away_until, stands_in = more
    return StaffMember(
        id=staff,
        person=PersonId(person or 0),
        role=Role(role),
        places=_places(wijken, stadsdelen),
        languages=tuple(orjson.loads(languages)),
        organisation=organisation,
        hours=_hours(hours),
        away_until=date.fromisoformat(away_until) if away_until else None,
        stands_in=() if stands_in == "[]" else tuple(_stand_in(*one) for one in orjson.loads(stands_in)),
    )


def _stand_in(staff: int, role: str, wijken: Sequence[str], stadsdelen: Sequence[str]) -> StandIn:
    places = Places(tuple(WijkId(wijk) for wijk in wijken), tuple(stadsdelen))
    return StandIn(StaffId(staff), Role(role), places)


def _hours(text: str | None) -> Hours | None:
    """As they are kept: "8-17 12345"."""
    if text is None:
        return None
    clock, _, days = text.partition(" ")
    start, _, end = clock.partition("-")
    return Hours(int(start), int(end), frozenset(map(int, days)))


def _places(wijken: str, stadsdelen: str) -> Places:
    return Places(tuple(orjson.loads(wijken)), tuple(orjson.loads(stadsdelen)))


async def find_staff(tx: Transaction, staff: StaffId) -> StaffMember | None:
    """Somebody of the staff, also when released (then with person 0)."""
    row = await tx.one(_FIND, id=staff)
    return staff_told(row) if row else None


async def find_staff_of_person(tx: Transaction, person: PersonId) -> StaffMember | None:
    row = await tx.one(_FIND_OF_PERSON, person=person)
    return staff_told(row) if row else None


async def list_staff(tx: Transaction, *roles: Role) -> list[StaffMember]:
    """Everybody who has a role now, or one of these roles; a city's staff are few enough to look at all."""
    everybody = [staff_told(row) for row in await tx.all(_LIST)]
    return [member for member in everybody if not roles or member.role in roles]


async def insert_staff(tx: Transaction, person: PersonId, invitation: Invitation, now: datetime) -> StaffId:
    return StaffId(await tx.insert(_INSERT, person=person, **_kept(invitation), now=kept(now)))


async def release_staff(tx: Transaction, staff: StaffId, now: datetime) -> bool:
    """Take the role away and cut it from the person; False when there was none."""
    return await tx.run(_RELEASE, id=staff, now=kept(now)) == 1


async def set_hours(tx: Transaction, staff: StaffId, hours: Hours | None) -> None:
    """When somebody wants to hear the bot; None for any hour."""
    text = f"{hours.start}-{hours.end} {''.join(map(str, sorted(hours.days)))}" if hours else None
    await tx.run(_SET_HOURS, id=staff, hours=text)


async def set_away(tx: Transaction, staff: StaffId, until: date | None) -> None:
    """Note until which day somebody is away; None for who is there."""
    await tx.run(_SET_AWAY, id=staff, until=until and until.isoformat())


async def set_stands_in(tx: Transaction, staff: StaffId, stand_ins: Sequence[StandIn]) -> None:
    """Note for whom somebody stands in, with what those may."""
    values = [[one.staff, one.role.value, one.places.wijken, one.places.stadsdelen] for one in stand_ins]
    await tx.run(_SET_STANDS_IN, id=staff, stands_in=orjson.dumps(values).decode())


async def insert_invitation(
    tx: Transaction, token_hash: str, invitation: Invitation, *, now: datetime, expires_at: datetime
) -> None:
    await tx.run(
        _INVITE, token_hash=token_hash, **_kept(invitation), now=kept(now), expires_at=kept(expires_at)
    )


async def use_invitation(tx: Transaction, token_hash: str, now: datetime) -> Invitation | None:
    """Use it up; None when it is unknown, used or expired."""
    row = await tx.one(_USE, token_hash=token_hash, now=kept(now))
    if row is None:
        return None
    role, wijken, stadsdelen, languages, organisation = row
    return Invitation(Role(role), _places(wijken, stadsdelen), tuple(orjson.loads(languages)), organisation)


def _json(values: Sequence[str]) -> str:
    return orjson.dumps(list(values)).decode()
