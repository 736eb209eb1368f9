"""The caseload of a contact worker: whom one spoke for, with whom one talks, where one goes; and who goes on with it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.domain.cases import Case, CaseId, Origin
from bot.domain.errors import ButtonExpired, NotYours
from bot.domain.people import PersonId, Role, StaffId, StaffMember
from bot.domain.permissions import has_opened, may_visit
from bot.services.cards import Cards
from bot.services.handling import Handling
from bot.services.routing import Routing
from bot.services.turn import Turn
from bot.services.visits import Visits
from storage import cases, contact
from storage.people import find_person
from storage.staff import list_staff

NOBODY_SPEAKS: Final = "notice-nobody-speaks"
SPEAKER_AWAY: Final = "notice-speaker-away"


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
            colleague = await self._colleague(member, case)
            given = await self._speaks(case, colleague, "handed-over", None)
            if given.open and colleague is not None:
                await self.turn.say(colleague.person, "load-given", case=given, number=given.number)
            elif given.open:
                coordinators = await Routing(self.turn).coordinators(given)
                await Cards(self.turn).tell(given, coordinators, NOBODY_SPEAKS, {})
        await self._let_go_there(member, None, date.max)

    async def lend(self, member: StaffMember, substitute: StaffMember | None, until: date) -> int:
        """Somebody is away: meanwhile a colleague of the organisation speaks and goes. How many the substitute has.

        Where there is none answers wait, and who gives them is told.
        """
        went: Counter[PersonId] = Counter()
        for case in await contact.list_spoken_for(self.turn.tx, member.id):
            colleague = await self._there(member, case, substitute)
            if not case.open or not case.alias:
                continue
            if colleague is None:
                await Cards(self.turn).tell_keepers(case, SPEAKER_AWAY)
                continue
            await contact.lend_voice(self.turn.tx, case.id, member.id)
            await self._speaks(case, colleague, "away", member.id)
            went[colleague.person] += 1
        by_substitute = went.pop(substitute.person, 0) if substitute else 0
        await self._tell(went, "load-lent")
        await self._let_go_there(member, substitute, until)
        return by_substitute

    async def take_back(self, member: StaffMember, substitute: StaffMember | None) -> int:
        """Somebody is back and speaks again for whom a colleague did; how many of these are open.

        The substitute reads it with what else goes back.
        """
        had: Counter[PersonId] = Counter()
        for case_id in await contact.list_lent_voices(self.turn.tx, member.id):
            case = await cases.get_case(self.turn.tx, case_id)
            if case.origin is Origin.BEHALF and case.alias:
                had[case.resident or PersonId(0)] += case.open
                await self._speaks(case, member, "back", member.id)
        back = had.total()
        had.pop(substitute.person if substitute else PersonId(0), None)
        await self._tell(had, "load-back")
        return back

    async def _tell(self, cases_of: Counter[PersonId], name: str) -> None:
        for person, count in cases_of.items():
            if person and count:
                await self.turn.say(person, name, count=count)

    async def _speaks(self, case: Case, colleague: StaffMember | None, act: str, by: StaffId | None) -> Case:
        """Give it to a colleague, or leave it without anybody to answer."""
        await contact.set_speaker(self.turn.tx, case.id, colleague)
        await cases.insert_history(self.turn.tx, case.id, act, by=by, now=self.turn.now)
        given = await cases.get_case(self.turn.tx, case.id)
        await Cards(self.turn).refresh(given)
        return given

    async def _let_go_there(self, member: StaffMember, substitute: StaffMember | None, until: date) -> None:
        """Visits until that day are for somebody else."""
        for case_id in await contact.list_visits_of(self.turn.tx, member.id):
            case = await cases.get_case(self.turn.tx, case_id)
            visit = await Visits(self.turn).of(case)
            colleague = await self._goes(member, case, substitute)
            if visit is None or visit.on > until or not case.open:
                continue
            if colleague is None:
                await contact.erase_visit(self.turn.tx, case_id)
            else:
                await Visits(self.turn).give(case, colleague, visit.on)
                await self.turn.say(colleague.person, "load-visit", case=case, number=case.number)

    async def _goes(
        self, member: StaffMember, case: Case, substitute: StaffMember | None
    ) -> StaffMember | None:
        """A contact worker's colleague; else who stands in, or keeps the case now."""
        if member.role is Role.CONTACT_WORKER and (found := await self._there(member, case, substitute)):
            return found
        able = [*([substitute] if substitute else []), *await Routing(self.turn).keepers(case)]
        others = [one for one in able if one.id != member.id and not one.away]
        return next((one for one in others if may_visit(self.turn.city, one, case)), None)

    async def _there(
        self, member: StaffMember, case: Case, substitute: StaffMember | None
    ) -> StaffMember | None:
        """The substitute, where that is a colleague; else another who is not away."""
        if substitute is not None and substitute.organisation == member.organisation:
            return substitute
        found = await self._colleague(member, case)
        return None if found is None or found.away else found

    async def _colleague(self, member: StaffMember, case: Case) -> StaffMember | None:
        """Of the same organisation, who is there and near first: notes of one are closed to every other."""
        workers = await list_staff(self.turn.tx, Role.CONTACT_WORKER)
        others = [one for one in workers if one.id != member.id and one.organisation == member.organisation]
        others.sort(key=lambda one: (one.away, not one.places.cover(self.turn.city, case.wijk)))
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
