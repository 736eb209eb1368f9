"""Merging: the desk puts two reports of one thing together, and takes them apart again."""

from dataclasses import dataclass
from typing import Final

from bot.domain.cases import Case, CaseId, Status
from bot.domain.errors import NotPossibleNow
from bot.domain.people import StaffId, StaffMember
from bot.domain.twins import leading, may_be_twins
from bot.services.cards import Cards
from bot.services.handling import Handling
from bot.services.passings import Passings
from bot.services.routing import Routing
from bot.services.turn import Turn
from bot.services.twins import Twins
from storage import cases
from storage.staff import find_staff
from storage.twins import move_twins, set_twin

_OWNER: Final = "owner"  # in the history: who had it before
_IN_HAND: Final = frozenset({Status.IN_HAND, Status.PASSED_ON})
_WAITING: Final = frozenset({Status.RECEIVED, Status.REOPENED})


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
        going = [goes, *await Twins(self.turn).open_of(goes)]
        await move_twins(self.turn.tx, goes.id, leads.id)
        for case in going:
            await self._goes_along(leads, case)
        await self._changed(leads, "merged")
        return await cases.get_case(self.turn.tx, leads.id)

    async def part(self, case_id: CaseId) -> Case:
        """Let it go with none any more; what a partner has is the other one. Raises NotYours, NotPossibleNow.

        It is again in the hands it was in before, where those may still have it; else it stays in the same.
        """
        case = await Handling(self.turn).handled(case_id)
        leads = await Twins(self.turn).leader(case)
        if leads is None:
            raise NotPossibleNow
        before = await self._before(case)
        await set_twin(self.turn.tx, case.id, None, before.id if before else leads.owner)
        if case.status is Status.PASSED_ON and not await Passings(self.turn).open_of(case):
            await cases.set_status(self.turn.tx, case, Status.IN_HAND, now=self.turn.now)
        for one in (leads, case):
            await self._changed(one, "parted")
        if before is not None and before.id != leads.owner:
            await self._tell(case, before, "notice-parted")
        return await cases.get_case(self.turn.tx, case.id)

    async def _goes_along(self, leads: Case, case: Case) -> None:
        """In the same hands, and as far as the other; who had it reads that a colleague has it now."""
        before = await find_staff(self.turn.tx, case.owner) if case.owner is not None else None
        await set_twin(self.turn.tx, case.id, leads.id, leads.owner)
        if leads.status in _IN_HAND and case.status in _WAITING:
            await Handling(self.turn).taken_along(await cases.get_case(self.turn.tx, case.id))
        await self._changed(case, "merged", **({_OWNER: str(before.id)} if before else {}))
        if before is not None and before.id != leads.owner:
            await self._tell(case, before, "notice-merged")

    async def _before(self, case: Case) -> StaffMember | None:
        """Who had it when it was put together last, while that person may still have it."""
        history = await cases.list_history(self.turn.tx, case.id)
        kept = [detail.get(_OWNER) for act, _, detail, _ in history if act == "merged"]
        found = await find_staff(self.turn.tx, StaffId(int(kept[-1]))) if kept and kept[-1] else None
        may = found is not None and found.person and Routing(self.turn).may_have(found, case)
        return found if found is not None and may and not found.away else None

    async def _tell(self, case: Case, member: StaffMember, name: str) -> None:
        if member.person and member.id != Handling(self.turn).staff.id:
            await Cards(self.turn).tell(case, [member], name, {})

    async def _changed(self, case: Case, act: str, **detail: str) -> None:
        staff = Handling(self.turn).staff
        await cases.insert_history(self.turn.tx, case.id, act, by=staff.id, now=self.turn.now, detail=detail)
        await Cards(self.turn).refresh(await cases.get_case(self.turn.tx, case.id))
