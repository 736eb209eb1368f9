"""Visits: a case needs one, on a day; who goes is reminded in the morning."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.domain.cases import Case, CaseId
from bot.domain.errors import ButtonExpired, NotPossibleNow, NotYours
from bot.domain.intents import Intent, Urgency
from bot.domain.people import StaffMember
from bot.domain.permissions import may_visit
from bot.services.calendar import Calendar
from bot.services.cards import Cards
from bot.services.handling import Handling
from bot.services.screen_names import VISIT
from bot.services.turn import Turn
from storage import cases, contact
from storage.contact import Visit
from storage.due import is_due
from storage.people import find_person
from storage.staff import find_staff

REMINDS: Final = "visit-reminds"
# Before the first visit of a day begins.
AT: Final = time(8)
AHEAD: Final = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Visits:
    turn: Turn

    async def visitable(self, case_id: CaseId) -> Case:
        """A case for which who acts may plan a visit. Raises NotYours, also when there is none; NotPossibleNow."""
        case = await self.seen(case_id)
        if not case.open or not case.alias:
            raise NotPossibleNow
        return case

    async def seen(self, case_id: CaseId) -> Case:
        """A case whose visits are the business of who acts. Raises NotYours, also when there is none."""
        case = await cases.find_case(self.turn.tx, case_id)
        if case is None or not may_visit(self.turn.city, Handling(self.turn).staff, case):
            raise NotYours
        return case

    async def plan(self, case_id: CaseId, on: date) -> Case:
        """Who acts goes there on that day. Raises NotYours, NotPossibleNow, ButtonExpired for a day that is no choice."""
        case = await self.visitable(case_id)
        today = Calendar(self.turn.city).local_day(self.turn.now)
        if not today <= on <= today + AHEAD:
            raise ButtonExpired
        await self.give(case, Handling(self.turn).staff, on)
        await self._note(case, "visit-planned")
        return case

    async def give(self, case: Case, staff: StaffMember, on: date) -> None:
        """Somebody goes there on that day, and is reminded of it."""
        await contact.set_visit(self.turn.tx, case.id, Visit(staff.id, on), self.turn.now)
        person = await find_person(self.turn.tx, staff.person)
        at = datetime.combine(on, AT, self.turn.city.time_zone)
        await self.turn.no_longer(self._key(case))
        if person is None or at <= self.turn.now:
            return
        detail = {"case": case.id, "on": on.isoformat()}
        await self.turn.later(self._key(case), REMINDS, at, detail=detail, lane=person.chat)

    async def done(self, case_id: CaseId) -> Case:
        """Somebody was there. Raises NotYours, NotPossibleNow where no visit is planned."""
        return await self._end(case_id, "visited")

    async def drop(self, case_id: CaseId) -> Case:
        """No visit is needed any more. Raises NotYours, NotPossibleNow."""
        return await self._end(case_id, "visit-dropped")

    async def of(self, case: Case) -> Visit | None:
        return await contact.find_visit(self.turn.tx, case.id)

    async def reminds(self, case: Case) -> bool:
        """Whether a reminder is still to come."""
        return await is_due(self.turn.tx, self._key(case))

    async def remind(self, case_id: CaseId, on: str) -> None:
        """Tell who goes there today; nothing when it was moved, dropped or the case is over."""
        case, visit = await cases.find_case(self.turn.tx, case_id), None
        if case is not None and case.open and case.alias:
            visit = await contact.find_visit(self.turn.tx, case.id)
        staff = await find_staff(self.turn.tx, visit.staff) if visit and visit.on.isoformat() == on else None
        person = await find_person(self.turn.tx, staff.person) if staff else None
        if case is None or person is None:
            return
        await self.turn.tell(
            Intent(chat=person.chat, person=person.id, name=VISIT, urgency=Urgency.CASE, case=case.id)
        )

    async def _end(self, case_id: CaseId, act: str) -> Case:
        case = await self.seen(case_id)
        if await contact.find_visit(self.turn.tx, case.id) is None:
            raise NotPossibleNow
        await contact.erase_visit(self.turn.tx, case.id)
        await self.turn.no_longer(self._key(case))
        await self._note(case, act)
        return case

    async def _note(self, case: Case, act: str) -> None:
        by = Handling(self.turn).staff.id
        await cases.insert_history(self.turn.tx, case.id, act, by=by, now=self.turn.now)
        await Cards(self.turn).refresh(case)

    def _key(self, case: Case) -> str:
        return f"{REMINDS}:{case.id}"
