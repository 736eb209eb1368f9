"""Routing: who is responsible for a case, so that nothing is ever unowned."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.cases import Case
from bot.domain.city import DUTCH
from bot.domain.people import Role, StaffMember
from bot.domain.permissions import has_as, may_handle, may_read, may_translate
from bot.services.turn import Turn
from storage.cases import find_case
from storage.messages import list_messages
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

        Who is away is passed over for who stands in; where all are away it waits for them rather than for nobody.
        Empty when there is nobody at all; then the case waits for whoever joins.
        """
        suitable = [one for one in await list_staff(self.turn.tx) if self.may_have(one, case)]
        there = [one for one in suitable if not one.away]
        return await self._first_of(case, there) or await self._first_of(case, suitable)

    async def _first_of(self, case: Case, suitable: Sequence[StaffMember]) -> tuple[StaffMember, ...]:
        city = self.turn.city
        if case.talks_first and (found := await self._talkers(case, suitable)):
            return found
        for role in self._order(case):
            if found := await self._reachable(one for one in suitable if has_as(city, one, role, case)):
                return found
        return ()

    def _order(self, case: Case) -> tuple[Role, ...]:
        """The roles that are asked in turn; first whom the city file names for what came then."""
        came = case.created_at.astimezone(self.turn.city.time_zone)
        rules = self.turn.city.asked_first
        first = [Role(rule.role) for rule in rules if rule.fits(case.category, case.wijk, came)]
        return (*first[:1], *(WITHOUT_A_WIJK if case.wijk is None else IN_A_WIJK))

    async def coordinators(self, case: Case) -> tuple[StaffMember, ...]:
        """Who is told when a case is late, or reopened again: coordinators, or who stands in; else administrators."""
        city = self.turn.city
        there = [one for one in await list_staff(self.turn.tx) if not one.away and self.may_have(one, case)]
        for role in (Role.COORDINATOR, Role.ADMINISTRATOR):
            if found := await self._reachable(one for one in there if has_as(city, one, role, case)):
                return found
        return ()

    async def owner(self, case: Case) -> StaffMember | None:
        """Who has the case in hand, or the one it goes with; None when nobody has, or that person was released."""
        if case.twin_of is not None:
            case = await find_case(self.turn.tx, case.twin_of) or case
        found = await find_staff(self.turn.tx, case.owner) if case.owner is not None else None
        return found if found and found.person else None

    async def keepers(self, case: Case) -> tuple[StaffMember, ...]:
        """Who is told what happens in a case: its owner while there and reachable, else everybody responsible."""
        owner = await self.owner(case)
        reached = await self._reachable((owner,)) if owner and not owner.away else ()
        return reached or await self.responsible(case)

    async def who_answers(self, case: Case) -> Role:
        """The role to name to the resident; where nobody is there yet, the one that is to come."""
        keepers = await self.keepers(case)
        if keepers:
            return keepers[0].role
        return Role.COORDINATOR if case.wijk is None else Role.WIJKMANAGER

    async def language_of(self, case: Case) -> str:
        """The language of the case's first words: content, never what a person has set."""
        messages = await list_messages(self.turn.tx, case.id)
        return messages[0].language if messages else DUTCH

    async def reads_as_written(self, case: Case, language: str) -> bool:
        """Whether everybody who keeps a conversation speaks the language, so that nobody translates it."""
        keepers = await self.keepers(case) if case.talks_first else ()
        return bool(keepers) and all(may_translate(keeper, language) for keeper in keepers)

    async def _talkers(self, case: Case, suitable: Iterable[StaffMember]) -> tuple[StaffMember, ...]:
        """Contact workers to talk with: who speaks the language goes before who is near."""
        language = await self.language_of(case)
        workers = [one for one in suitable if one.role is Role.CONTACT_WORKER]
        speaking = [one for one in workers if language == DUTCH or may_translate(one, language)]
        for group in (speaking, workers):
            near = [one for one in group if one.places.cover(self.turn.city, case.wijk)]
            if found := await self._reachable(near) or await self._reachable(group):
                return found
        return ()

    def may_have(self, member: StaffMember, case: Case) -> bool:
        """Whether somebody may and can handle the case."""
        city = self.turn.city
        return may_handle(city, member, case) and may_read(city, member, case)

    async def _reachable(self, members: Iterable[StaffMember]) -> tuple[StaffMember, ...]:
        """Those who have not stopped the bot: a card to nobody is an unowned case."""
        people = [(one, await find_person(self.turn.tx, one.person)) for one in members]
        return tuple(one for one, person in people if person and not person.blocked)
