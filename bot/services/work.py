"""Work: which cases wait for who asks, most urgent first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.cases import Case, CaseId, CaseMessageId
from bot.domain.errors import ButtonExpired
from bot.domain.people import Role
from bot.domain.permissions import reach_of
from bot.services.calendar import Calendar
from bot.services.cards import AT_ONCE, MORE, Cards
from bot.services.gathering import Gathering
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

    async def show_more(self, case_id: CaseId, after: CaseMessageId) -> None:
        """Show the next of what the resident said after that message. Raises NotYours, ButtonExpired.

        What is sensitive is shown from its card, and taken away again.
        """
        handling, gathering, cards = Handling(self.turn), Gathering(self.turn), Cards(self.turn)
        case = await handling.read(case_id)
        untold = await gathering.untold(case, after)
        if case.sensitive or not untold:
            raise ButtonExpired
        for message in untold[:AT_ONCE]:
            await cards.send_words(case, handling.staff, MORE, message)
            await cards.send_media(case, handling.staff, message)
        if len(untold) > AT_ONCE:
            await gathering.stand_for(case, handling.staff, untold[AT_ONCE - 1].id, None)

    def is_late(self, case: Case) -> bool:
        return case.due_on is not None and case.due_on < self._today()

    def _waits(self) -> Waits:
        staff = Handling(self.turn).staff
        late_before = self._today() if staff.role is Role.COORDINATOR else None
        return Waits(staff.id, reach_of(self.turn.city, staff), late_before)

    def _today(self) -> date:
        return Calendar(self.turn.city).local_day(self.turn.now)
