"""Merging: the desk puts two reports of one thing together, and takes them apart again."""

from dataclasses import dataclass

from bot.domain.cases import Case, CaseId, Status
from bot.domain.errors import NotPossibleNow
from bot.domain.twins import leading, may_be_twins
from bot.services.cards import Cards
from bot.services.handling import Handling
from bot.services.passings import Passings
from bot.services.turn import Turn
from bot.services.twins import Twins
from storage import cases
from storage.twins import move_twins, set_twin


@dataclass(frozen=True, slots=True)
class Merging:
    turn: Turn

    async def look(self, case_id: CaseId, other_id: CaseId) -> tuple[Case, Case]:
        """Two that may be put together: which leads, and which goes with it. Raises NotYours, NotPossibleNow."""
        handling = Handling(self.turn)
        one, other = await handling.handled_open(case_id), await handling.handled_open(other_id)
        if not may_be_twins(one, other) or one.twin_of is not None or other.twin_of is not None:
            raise NotPossibleNow
        return leading(one, other)

    async def merge(self, case_id: CaseId, other_id: CaseId) -> Case:
        """Put them together; the case that leads. Raises as `look`.

        A resident whose case is in hand by this hears just that, as if somebody had taken it.
        """
        leads, goes = await self.look(case_id, other_id)
        await move_twins(self.turn.tx, goes.id, leads.id)
        await set_twin(self.turn.tx, goes.id, leads.id, leads.owner)
        if leads.status in {Status.IN_HAND, Status.PASSED_ON} and goes.status in {
            Status.RECEIVED,
            Status.REOPENED,
        }:
            await Handling(self.turn).taken_along(await cases.get_case(self.turn.tx, goes.id))
        for case in (leads, goes):
            await self._changed(case, "merged")
        return await cases.get_case(self.turn.tx, leads.id)

    async def part(self, case_id: CaseId) -> Case:
        """Let it go with none any more; it stays in the same hands, and what a partner has is the other one. Raises NotYours, NotPossibleNow."""
        case = await Handling(self.turn).handled(case_id)
        leads = await Twins(self.turn).leader(case)
        if leads is None:
            raise NotPossibleNow
        await set_twin(self.turn.tx, case.id, None, leads.owner)
        if case.status is Status.PASSED_ON and not await Passings(self.turn).open_of(case):
            await cases.set_status(self.turn.tx, case, Status.IN_HAND, now=self.turn.now)
        for one in (leads, case):
            await self._changed(one, "parted")
        return await cases.get_case(self.turn.tx, case.id)

    async def _changed(self, case: Case, act: str) -> None:
        staff = Handling(self.turn).staff
        await cases.insert_history(self.turn.tx, case.id, act, by=staff.id, now=self.turn.now)
        await Cards(self.turn).refresh(await cases.get_case(self.turn.tx, case.id))
