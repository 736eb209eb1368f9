"""The caseload of a contact worker: whom one spoke for, with whom one talks, where one goes; and who goes on with it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.domain.cases import Case, CaseId
from bot.domain.errors import ButtonExpired, NotYours
from bot.domain.people import Role, StaffMember
from bot.domain.permissions import has_opened
from bot.services.cards import Cards
from bot.services.handling import Handling
from bot.services.routing import Routing
from bot.services.turn import Turn
from bot.services.visits import Visits
from storage import cases, contact
from storage.people import find_person
from storage.staff import list_staff

NOBODY_SPEAKS: Final = "notice-nobody-speaks"


@dataclass(frozen=True, slots=True)
class Caseload:
    turn: Turn

    @property
    def staff(self) -> StaffMember:
        """The contact worker who acts, or reads. Raises ButtonExpired for everybody else."""
        staff = self.turn.staff
        if staff is None or staff.role is not Role.CONTACT_WORKER:
            raise ButtonExpired
        return staff

    async def count(self) -> int:
        return await contact.count_load(self.turn.tx, self.staff.id)

    async def page(self, size: int, *, skipped: int = 0) -> list[tuple[Case, date | None]]:
        """(open case, day of the own visit): the nearest visit first, then as the desk's work."""
        return await contact.list_load(self.turn.tx, self.staff.id, size, skipped)

    async def one(self, case_id: CaseId) -> Case:
        """One of the caseload, also when it is over. Raises NotYours, also when there is no such case."""
        case = await cases.find_case(self.turn.tx, case_id)
        if case is None or not await self._is_mine(case):
            raise NotYours
        return case

    async def hand_on(self, member: StaffMember) -> None:
        """Somebody is released: a colleague of the same organisation speaks and goes in that person's place.

        Where there is none the coordinator is told, and can answer nobody in that case.
        """
        for case in await contact.list_spoken_for(self.turn.tx, member.id):
            await self._speaks(case, await self._colleague(member, case))
        for case_id in await contact.list_visits_of(self.turn.tx, member.id):
            case = await cases.get_case(self.turn.tx, case_id)
            visit, colleague = await Visits(self.turn).of(case), await self._colleague(member, case)
            await contact.erase_visit(self.turn.tx, case_id)
            if visit is not None and colleague is not None and case.open:
                await Visits(self.turn).give(case, colleague, visit.on)

    async def _speaks(self, case: Case, colleague: StaffMember | None) -> None:
        """Give it to a colleague, or leave it without anybody to answer."""
        await contact.set_speaker(self.turn.tx, case.id, colleague)
        await cases.insert_history(self.turn.tx, case.id, "handed-over", by=None, now=self.turn.now)
        given = await cases.get_case(self.turn.tx, case.id)
        await Cards(self.turn).refresh(given)
        if not given.open:
            return
        if colleague is not None:
            await self.turn.say(colleague.person, "load-given", case=given, number=given.number)
        else:
            coordinators = await Routing(self.turn).coordinators(given)
            await Cards(self.turn).tell(given, coordinators, NOBODY_SPEAKS, {})

    async def _colleague(self, member: StaffMember, case: Case) -> StaffMember | None:
        """Of the same organisation, who is near first: notes of one are closed to every other."""
        workers = await list_staff(self.turn.tx, Role.CONTACT_WORKER)
        others = [one for one in workers if one.id != member.id and one.organisation == member.organisation]
        others.sort(key=lambda one: not one.places.cover(self.turn.city, case.wijk))
        for one in others:
            person = await find_person(self.turn.tx, one.person)
            if person is not None and not person.blocked:
                return one
        return None

    async def has(self, case: Case) -> bool:
        """Whether it is shown to who acts as part of a caseload, rather than as a card of the desk."""
        is_worker = Handling(self.turn).staff.role is Role.CONTACT_WORKER
        return is_worker and await self._is_mine(case)

    async def _is_mine(self, case: Case) -> bool:
        staff = Handling(self.turn).staff
        visit = await Visits(self.turn).of(case)
        goes_there = visit is not None and visit.staff == staff.id
        return bool(case.alias) and (has_opened(staff, case) or case.owner == staff.id or goes_there)
