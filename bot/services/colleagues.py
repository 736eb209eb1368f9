"""Colleagues: who has how much, and giving one case or all of somebody's to somebody else."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.cases import Case, CaseId
from bot.domain.errors import ButtonExpired, NotPossibleNow, NotYours
from bot.domain.people import StaffId, StaffMember
from bot.domain.permissions import DESK, may_be_given, may_lead, may_reassign, may_see
from bot.services.absences import Absences
from bot.services.calendar import Calendar
from bot.services.cards import Cards
from bot.services.desk import Desk
from bot.services.handling import Handling
from bot.services.routing import Routing
from bot.services.turn import Turn
from storage import cases as rows
from storage.people import find_person
from storage.staff import find_staff, list_staff
from storage.work import Listed, Loads, count_loads, list_work_of

GIVEN: Final = "given"


@dataclass(frozen=True, slots=True)
class Load:
    """Somebody of the staff, with how many open cases are in those hands and how many of them are late."""

    member: StaffMember
    open: int = 0
    late: int = 0


@dataclass(frozen=True, slots=True)
class Colleagues:
    turn: Turn

    async def loads(self) -> Sequence[Load]:
        """Everybody, those with the most that is late first. Raises ButtonExpired for who does not lead."""
        self._require_lead()
        loads = await self._loads()
        everybody = [self._load(one, loads) for one in await list_staff(self.turn.tx)]
        return sorted(everybody, key=lambda load: (-load.late, -load.open, load.member.id))

    async def totals(self) -> Loads:
        """Of the whole city: what is open, late, in nobody's hands, and without a wijk. Raises ButtonExpired."""
        self._require_lead()
        return await self._loads()

    async def load(self, staff: StaffId) -> Load:
        """One of them. Raises ButtonExpired, also for who was released."""
        self._require_lead()
        return self._load(await self._somebody(staff), await self._loads())

    async def find(self, staff: StaffId) -> Load | None:
        """One of them, to be shown; None for who was released, and for who does not lead."""
        try:
            return await self.load(staff)
        except ButtonExpired:
            return None

    async def substitutes(self, staff: StaffId) -> Sequence[Load]:
        """Who could have everything of somebody: those of the desk who are there, with the least first. Raises ButtonExpired."""
        others = [one for one in await self.loads() if one.member.role in DESK and one.member.id != staff]
        return sorted(others, key=lambda load: (load.member.away, load.open, load.member.id))

    async def cases_of(self, staff: StaffId, most: int, *, skipped: int = 0) -> Sequence[Listed]:
        """The open cases in those hands that who asks may see. Raises ButtonExpired."""
        self._require_lead()
        found = await list_work_of(self.turn.tx, staff, most=most, skipped=skipped)
        acting = Handling(self.turn).staff
        return [one for one in found if may_see(self.turn.city, acting, one.case)]

    async def candidates(self, case: Case) -> Sequence[Load]:
        """Who could have a case instead: who is there before who is away, those who work in its wijk first, then those with the least."""
        loads, city = await self._loads(), self.turn.city
        others = [one for one in await list_staff(self.turn.tx) if one.id != case.owner]
        fitting = [self._load(one, loads) for one in others if may_be_given(city, one, case)]
        return sorted(
            fitting,
            key=lambda load: (
                load.member.away,
                not load.member.places.cover(city, case.wijk),
                load.open,
                load.member.id,
            ),
        )

    async def given(self, case_id: CaseId) -> Case:
        """A case that who acts may give to somebody. Raises NotYours, NotPossibleNow."""
        case = await Handling(self.turn).handled_open(case_id)
        if not may_reassign(self.turn.city, Handling(self.turn).staff, case):
            raise NotYours
        if case.twin_of is not None:
            raise NotPossibleNow  # it is in the hands of who has what it goes with
        return case

    async def give(self, case_id: CaseId, to: StaffId) -> Case:
        """Put a case into somebody's hands; both are told. Raises NotYours, NotPossibleNow; twice is the same as once."""
        case, member = await self.given(case_id), await self._reached(to)
        if case.owner == member.id:
            return case
        if not may_be_given(self.turn.city, member, case):
            raise NotPossibleNow
        before = await Routing(self.turn).owner(case)
        changed = await self._hand(case, member)
        await Desk(self.turn).given(changed, before, member)
        return changed

    async def give_all(self, staff: StaffId, to: StaffId) -> tuple[int, int]:
        """All that somebody has to somebody else: how many went, and how many stay, for that role may not have them.

        Raises ButtonExpired, NotPossibleNow for nobody or the same person.
        """
        self._require_lead()
        giving, member = await self._somebody(staff), await self._reached(to)
        if giving.id == member.id:
            raise NotPossibleNow
        acting, city = Handling(self.turn).staff, self.turn.city
        has = await rows.list_open_cases_of_owner(self.turn.tx, giving.id)
        going = [one for one in has if may_reassign(city, acting, one) and may_be_given(city, member, one)]
        for case in going:
            changed = await self._hand(case, member)
            await Cards(self.turn).refresh(changed)
        if going and member.id != acting.id:
            await self.turn.say(member.person, "colleague-gave-all", count=len(going))
        if going and giving.id != acting.id:
            await self.turn.say(giving.person, "colleague-took-all", count=len(going))
        return len(going), len(has) - len(going)

    async def _hand(self, case: Case, member: StaffMember) -> Case:
        await rows.set_owner(self.turn.tx, case.id, member.id)
        by, detail = Handling(self.turn).staff.id, {"staff": str(member.id), "role": member.role.value}
        await rows.insert_history(self.turn.tx, case.id, GIVEN, by=by, now=self.turn.now, detail=detail)
        if member.away:  # whoever stands in has it meanwhile
            await Absences(self.turn).lend(await rows.get_case(self.turn.tx, case.id), member)
        return await rows.get_case(self.turn.tx, case.id)

    async def _somebody(self, staff: StaffId) -> StaffMember:
        found = await find_staff(self.turn.tx, staff)
        if found is None or not found.person:
            raise ButtonExpired
        return found

    async def _reached(self, staff: StaffId) -> StaffMember:
        """Somebody who would read of it. Raises ButtonExpired, NotPossibleNow for who has stopped the bot."""
        member = await self._somebody(staff)
        person = await find_person(self.turn.tx, member.person)
        if person is None or person.blocked:
            raise NotPossibleNow
        return member

    async def _loads(self) -> Loads:
        return await count_loads(self.turn.tx, Calendar(self.turn.city).local_day(self.turn.now))

    def _load(self, member: StaffMember, loads: Loads) -> Load:
        return Load(member, *loads.of.get(member.id, (0, 0)))

    def _require_lead(self) -> None:
        if self.turn.staff is None or not may_lead(self.turn.staff):
            raise ButtonExpired
