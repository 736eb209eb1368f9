"""Work: which cases wait for who asks, most urgent first."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.cases import Case, CaseId
from bot.domain.people import Role, StaffMember
from bot.domain.permissions import may_handle
from bot.services.calendar import Calendar
from bot.services.cards import Cards
from bot.services.desk import open_cases
from bot.services.handling import Handling
from bot.services.turn import Turn


@dataclass(frozen=True, slots=True)
class Work:
    turn: Turn

    async def waiting(self) -> Sequence[Case]:
        """What is in the hands of who asks, and what nobody has yet; a coordinator also sees what is late."""
        staff = Handling(self.turn).staff
        waiting = [case for case in await open_cases(self.turn) if self._waits_for(staff, case)]
        return sorted(waiting, key=self._order)

    async def mine_first(self) -> Sequence[Case]:
        """The same, what one has in hand before all else."""
        staff = Handling(self.turn).staff
        return sorted(await self.waiting(), key=lambda case: case.owner != staff.id)

    async def open(self, case_id: CaseId) -> Case:
        """Send the card anew, with all that belongs to it. Raises NotYours."""
        case = await Handling(self.turn).seen(case_id)
        await Cards(self.turn).give(case, Handling(self.turn).staff)
        return case

    def is_late(self, case: Case) -> bool:
        today = Calendar(self.turn.city).local_day(self.turn.now)
        return case.due_on is not None and case.due_on < today

    def _waits_for(self, staff: StaffMember, case: Case) -> bool:
        if case.owner == staff.id:
            return True
        is_watched = staff.role is Role.COORDINATOR and self.is_late(case)
        return (case.owner is None or is_watched) and may_handle(self.turn.city, staff, case)

    def _order(self, case: Case) -> tuple[bool, bool, str, int]:
        """Urgent ones, then late ones, then by the day they are due, then by age."""
        due_on = case.due_on.isoformat() if case.due_on else "9999"
        return not case.urgent, not self.is_late(case), due_on, case.id
