"""People: residents, and staff with a role somewhere. No name, number or picture of anybody is kept."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import NewType

from bot.domain.city import City, WijkId
from bot.domain.hours import Hours

PersonId = NewType("PersonId", int)
StaffId = NewType("StaffId", int)
ChatId = NewType("ChatId", int)


class Role(StrEnum):
    """What somebody does for the city; a resident has none."""

    ADMINISTRATOR = "administrator"
    COORDINATOR = "coordinator"
    WIJKMANAGER = "wijkmanager"
    CONTACT_WORKER = "contact-worker"
    TEAM_MEMBER = "team-member"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class Places:
    """Where a role counts: wijken and stadsdelen; none of either means the whole city."""

    wijken: tuple[WijkId, ...] = ()
    stadsdelen: tuple[str, ...] = ()

    @property
    def everywhere(self) -> bool:
        return not self.wijken and not self.stadsdelen

    def cover(self, city: City, wijk: WijkId | None) -> bool:
        """Whether the wijk lies in these places; a case without a wijk lies only in the whole city."""
        if self.everywhere or wijk is None:
            return self.everywhere
        if not city.has_wijk(wijk):  # left out of the city's file since
            return False
        return wijk in self.wijken or city.wijk(wijk).stadsdeel in self.stadsdelen

    def wijken_in(self, city: City) -> tuple[WijkId, ...]:
        """Every wijk that these places hold, in the city's order."""
        return tuple(wijk.id for wijk in city.wijken if self.cover(city, wijk.id))


@dataclass(frozen=True, slots=True)
class StandIn:
    """For whom somebody stands in: that colleague's role and places."""

    staff: StaffId
    role: Role
    places: Places


@dataclass(frozen=True, slots=True)
class StaffMember:
    """One person in one role. `languages` are those a contact worker speaks besides Dutch; without `hours` any hour is one of work.

    `away_until`: the last day of an absence that has begun; `stands_in`: for whom, while they are away.
    """

    id: StaffId
    person: PersonId
    role: Role
    places: Places = field(default_factory=Places)
    languages: tuple[str, ...] = ()
    organisation: str | None = None
    hours: Hours | None = None
    away_until: date | None = None
    stands_in: tuple[StandIn, ...] = ()

    @property
    def away(self) -> bool:
        return self.away_until is not None

    @property
    def capacities(self) -> "tuple[StaffMember, ...]":
        """As oneself, and as each colleague for whom one stands in."""
        instead = (replace(self, role=one.role, places=one.places, stands_in=()) for one in self.stands_in)
        return (self, *instead)


@dataclass(frozen=True, slots=True)
class Person:
    """One private chat. `language` is None until the person has chosen one; it is never shown to staff."""

    id: PersonId
    chat: ChatId
    language: str | None
    welcomed: bool
    last_wijk: WijkId | None = None
    blocked: bool = False
