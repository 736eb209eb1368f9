"""Routing: who is responsible for a case, so that nothing is ever unowned."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.domain.cases import Case
from bot.domain.people import Role, StaffMember
from bot.domain.permissions import may_handle, may_read
from bot.services.turn import Turn
from storage.people import find_person
from storage.staff import find_staff, list_staff

IN_A_WIJK: Final = (Role.WIJKMANAGER, Role.COORDINATOR, Role.ADMINISTRATOR)
# A case without a wijk is the coordinator's; in a small city one person may answer for the whole of it.
WITHOUT_A_WIJK: Final = (Role.COORDINATOR, Role.WIJKMANAGER, Role.ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class Routing:
    turn: Turn

    async def responsible(self, case: Case) -> tuple[StaffMember, ...]:
        """Who must look at a case that nobody has taken: the first role that has somebody who may and can read it.

        Empty when there is nobody at all; then the case waits for whoever joins.
        """
        suitable = [one for one in await list_staff(self.turn.tx) if self._may_have(one, case)]
        for role in WITHOUT_A_WIJK if case.wijk is None else IN_A_WIJK:
            if found := await self._reachable(one for one in suitable if one.role is role):
                return found
        return ()

    async def coordinators(self, case: Case) -> tuple[StaffMember, ...]:
        """Who is told when a case is late, or reopened again."""
        found = await list_staff(self.turn.tx, Role.COORDINATOR)
        return await self._reachable(one for one in found if self._may_have(one, case))

    async def owner(self, case: Case) -> StaffMember | None:
        """Who has the case in hand; None when nobody has, or that person was released."""
        found = await find_staff(self.turn.tx, case.owner) if case.owner is not None else None
        return found if found and found.person else None

    async def keepers(self, case: Case) -> tuple[StaffMember, ...]:
        """Who is told what happens in a case: its owner while that person can be reached, else everybody responsible."""
        owner = await self.owner(case)
        reached = await self._reachable((owner,)) if owner else ()
        return reached or await self.responsible(case)

    async def who_answers(self, case: Case) -> Role:
        """The role to name to the resident; where nobody is there yet, the one that is to come."""
        keepers = await self.keepers(case)
        if keepers:
            return keepers[0].role
        return Role.COORDINATOR if case.wijk is None else Role.WIJKMANAGER

    def _may_have(self, member: StaffMember, case: Case) -> bool:
        city = self.turn.city
        return may_handle(city, member, case) and may_read(city, member, case)

    async def _reachable(self, members: Iterable[StaffMember]) -> tuple[StaffMember, ...]:
        """Those who have not stopped the bot: a card to nobody is an unowned case."""
        people = [(one, await find_person(self.turn.tx, one.person)) for one in members]
        return tuple(one for one, person in people if person and not person.blocked)
