"""Seconds: who may be the second pair of eyes on an announcement, and which of them are asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.announcements import Audience, AudienceKind
from bot.domain.city import WijkId
from bot.domain.errors import NobodyElse
from bot.domain.people import Role, StaffMember
from bot.domain.permissions import may_announce, may_second
from bot.services.turn import Turn
from storage.people import find_person
from storage.staff import list_staff

# Who is asked first; the next where there is none of those before.
_ASKED: Final = (Role.COORDINATOR, Role.WIJKMANAGER, Role.ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class Seconds:
    turn: Turn

    def may(self, staff: StaffMember, author: StaffMember, audience: Audience) -> bool:
        """Whether somebody may let leave what another wrote for these."""
        wijken = self._wijken(audience)
        return bool(wijken) and may_second(self.turn.city, staff, author, wijken)

    async def all(self, author: StaffMember, audience: Audience) -> Sequence[StaffMember]:
        """Everybody who may, also who is away."""
        return [one for one in await list_staff(self.turn.tx) if self.may(one, author, audience)]

    async def there(self, author: StaffMember, audience: Audience) -> Sequence[StaffMember]:
        """Those of them who are not away and can be reached; where nobody is, all of them."""
        able = await self.all(author, audience)
        people = [(one, await find_person(self.turn.tx, one.person)) for one in able if not one.away]
        return [one for one, person in people if person and not person.blocked] or able

    async def asked(self, author: StaffMember, audience: Audience) -> Sequence[StaffMember]:
        """The coordinators, or who stands in for them; without one who else announces there; an administrator at last."""
        there = await self.there(author, audience)
        by_role = ([one for one in there if _is_as(one, role)] for role in _ASKED)
        return next((found for found in by_role if found), [])

    async def require(self, author: StaffMember, audience: Audience) -> None:
        """Raise NobodyElse where a second person is needed and there is none."""
        if self.turn.rules.four_eyes and not await self.all(author, audience):
            raise NobodyElse

    async def require_any(self, author: StaffMember) -> None:
        """The same of everywhere that somebody may announce: before anything is chosen or written."""
        if not self.turn.rules.four_eyes:
            return
        city = self.turn.city
        own = [wijk.id for wijk in city.wijken if may_announce(city, author, wijk.id)]
        others = [one for one in await list_staff(self.turn.tx) if one.id != author.id]
        if not any(may_second(city, one, author, (wijk,)) for one in others for wijk in own):
            raise NobodyElse

    def _wijken(self, audience: Audience) -> Sequence[WijkId | None]:
        """None for everybody; nothing where the wijk is left out of the city's file since."""
        if audience.kind is AudienceKind.EVERYBODY:
            return (None,)
        is_gone = audience.kind is AudienceKind.WIJK and not self.turn.city.has_wijk(audience.name)
        return () if is_gone else audience.wijken(self.turn.city)


def _is_as(member: StaffMember, role: Role) -> bool:
    return any(one.role is role for one in member.capacities)
