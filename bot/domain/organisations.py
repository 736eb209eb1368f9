"""Organisations: whose people contact workers are, and of which partner somebody is; by the names of the city file."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from bot.domain.city import City
from bot.domain.people import Role, StaffMember

_KEY_LENGTH: Final = 8


@dataclass(frozen=True, slots=True)
class Organisation:
    """One that somebody may be invited for. `kept` is what stands beside the role: a partner's id, else the name."""

    name: str
    kept: str

    @property
    def key(self) -> str:
        """Short enough for a button, and the same after the city file has changed."""
        return sha256(self.kept.encode()).hexdigest()[:_KEY_LENGTH]


def organisations_for(city: City, role: Role) -> tuple[Organisation, ...]:
    """Those to choose from: of a contact worker those that the city names first, then its partners."""
    if role is Role.PARTNER:
        return tuple(Organisation(one.name, one.id) for one in city.partners)
    if role is Role.CONTACT_WORKER:
        return tuple(Organisation(name, name) for name in _names(city))
    return ()


def _names(city: City) -> Iterable[str]:
    return dict.fromkeys([*city.organisations, *(one.name for one in city.partners)])


def as_the_city_spells(city: City, role: Role, organisation: str | None) -> str | None:
    """What is typed, as it is kept: notes are sealed by the name, so that "buurtwerk" and "Buurtwerk" must be one."""
    wanted = (organisation or "").strip()
    if role is Role.PARTNER:
        partner = city.partner_of(wanted)
        return partner.id if partner else wanted or None
    known = {one.kept.casefold(): one.kept for one in organisations_for(city, Role.CONTACT_WORKER)}
    return known.get(wanted.casefold(), wanted) or None


def organisation_of(city: City, member: StaffMember) -> str | None:
    """Its name, for colleagues; None for the city's own people."""
    partner = city.partner_of(member.organisation) if member.role is Role.PARTNER else None
    return partner.name if partner else member.organisation
