"""Staff: who has which role where; and invitations, of which only a hash is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import orjson

from bot.domain.people import PersonId, Places, Role, StaffId, StaffMember
from storage.database import Row, Transaction
from storage.times import kept

_FIND = "SELECT * FROM staff WHERE id = :id"
_FIND_OF_PERSON = "SELECT * FROM staff WHERE person_id = :person AND released_at IS NULL"
_LIST = "SELECT * FROM staff WHERE released_at IS NULL AND person_id IS NOT NULL ORDER BY id"
_INSERT = """
INSERT INTO staff (person_id, role, wijken, stadsdelen, languages, organisation, created_at)
VALUES (:person, :role, :wijken, :stadsdelen, :languages, :organisation, :now) RETURNING id
"""
_RELEASE = "UPDATE staff SET released_at = :now, person_id = NULL WHERE id = :id AND released_at IS NULL"
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


def _invitation(row: Row) -> Invitation:
    """The columns that staff and invitations share."""
    places = Places(tuple(orjson.loads(row["wijken"])), tuple(orjson.loads(row["stadsdelen"])))
    return Invitation(Role(row["role"]), places, tuple(orjson.loads(row["languages"])), row["organisation"])


def _kept(invitation: Invitation) -> dict[str, str | None]:
    return {
        "role": invitation.role.value,
        "wijken": _json(invitation.places.wijken),
        "stadsdelen": _json(invitation.places.stadsdelen),
        "languages": _json(invitation.languages),
        "organisation": invitation.organisation,
    }


def _staff(row: Row) -> StaffMember:
    is_now = _invitation(row)
    person = PersonId(row["person_id"] or 0)
    return StaffMember(
        StaffId(row["id"]), person, is_now.role, is_now.places, is_now.languages, is_now.organisation
    )


async def find_staff(tx: Transaction, staff: StaffId) -> StaffMember | None:
    """Somebody of the staff, also when released (then with person 0)."""
    row = await tx.one(_FIND, id=staff)
    return _staff(row) if row else None


async def find_staff_of_person(tx: Transaction, person: PersonId) -> StaffMember | None:
    row = await tx.one(_FIND_OF_PERSON, person=person)
    return _staff(row) if row else None


async def list_staff(tx: Transaction, *roles: Role) -> list[StaffMember]:
    """Everybody who has a role now, or one of these roles; a city's staff are few enough to look at all."""
    everybody = [_staff(row) for row in await tx.all(_LIST)]
    return [member for member in everybody if not roles or member.role in roles]


async def insert_staff(tx: Transaction, person: PersonId, invitation: Invitation, now: datetime) -> StaffId:
    return StaffId(await tx.insert(_INSERT, person=person, **_kept(invitation), now=kept(now)))


async def release_staff(tx: Transaction, staff: StaffId, now: datetime) -> bool:
    """Take the role away and cut it from the person; False when there was none."""
    return await tx.run(_RELEASE, id=staff, now=kept(now)) == 1


async def insert_invitation(
    tx: Transaction, token_hash: str, invitation: Invitation, *, now: datetime, expires_at: datetime
) -> None:
    await tx.run(
        _INVITE, token_hash=token_hash, **_kept(invitation), now=kept(now), expires_at=kept(expires_at)
    )


async def use_invitation(tx: Transaction, token_hash: str, now: datetime) -> Invitation | None:
    """Use it up; None when it is unknown, used or expired."""
    row = await tx.one(_USE, token_hash=token_hash, now=kept(now))
    return _invitation(row) if row else None


def _json(values: Sequence[str]) -> str:
    return orjson.dumps(list(values)).decode()
