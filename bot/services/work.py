"""Work: which cases wait for who asks, most urgent first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.cases import Case, CaseId
from bot.domain.people import Role
from bot.domain.permissions import reach_of
from bot.services.calendar import Calendar
from bot.services.cards import Cards
from bot.services.handling import Handling
from bot.services.turn import Turn
from storage import cases as rows
from storage.cases import Waits


@dataclass(frozen=True, slots=True)
class Work:
    turn: Turn

    async def count(self) -> int:
        """How many cases are in the hands of who asks, or in nobody's; for a coordinator also those that are late."""
        return await rows.count_waiting(self.turn.tx, self._waits())

    async def waiting(self, most: int, *, skipped: int = 0) -> Sequence[Case]:
        """A part of them: urgent ones, then late ones, then by the day they are due, then by age."""
        return await rows.list_waiting(self.turn.tx, self._waits(), most, skipped=skipped)

    async def mine_first(self, most: int) -> Sequence[Case]:
        """The same, what one has in hand before all else."""
        return await rows.list_waiting_own_first(self.turn.tx, self._waits(), most)

    async def open(self, case_id: CaseId) -> Case:
        """Send the card anew, with all that belongs to it. Raises NotYours."""
        case = await Handling(self.turn).seen(case_id)
        await Cards(self.turn).give(case, Handling(self.turn).staff)
        return case

    def is_late(self, case: Case) -> bool:
        return case.due_on is not None and case.due_on < self._today()

    def _waits(self) -> Waits:
        staff = Handling(self.turn).staff
        late_before = self._today() if staff.role is Role.COORDINATOR else None
        return Waits(staff.id, reach_of(self.turn.city, staff), late_before)

    def _today(self) -> date:
        return Calendar(self.turn.city).local_day(self.turn.now)
