"""Ownership: every night a look at each open case, that somebody who is there has it and its day is watched.

What is wrong is put right at once, counted, and told to the coordinators.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import time
from typing import Any, Final

from bot.domain.cases import Case, CaseId
from bot.domain.people import Role, StaffId, StaffMember
from bot.domain.permissions import may_read
from bot.services.absences import Absences
from bot.services.calendar import Calendar
from bot.services.cards import Cards
from bot.services.gathering import Gathering
from bot.services.promises import LATE, Promises
from bot.services.routing import Routing
from bot.services.turn import Turn
from storage.cases import get_case, insert_history, set_owner
from storage.ownership import Checked, is_watched, list_open_after, note_checked
from storage.people import find_person
from storage.staff import list_staff

NIGHTLY: Final = "ownership"
TOLD: Final = "night-check"
# After the night's retention, before anybody is at work.
AT: Final = time(4, 30)
# So many in one turn, in which no other turn runs.
AT_ONCE: Final = 200


@dataclass(frozen=True, slots=True)
class Ownership:
    turn: Turn

    async def watch(self) -> None:
        """See to it that there is a next night."""
        if not await is_watched(self.turn.tx, NIGHTLY):
            await self._tonight()

    async def night(self, detail: Mapping[str, Any]) -> Checked | None:
        """A step of the look, which comes back until every case was seen; all that was found, once it is over."""
        before = Checked(detail.get("cases", 0), detail.get("mended", 0), detail.get("left", 0))
        found = await list_open_after(self.turn.tx, CaseId(detail.get("after", 0)), AT_ONCE)
        checked = before.plus(await self.look(found))
        if len(found) == AT_ONCE:
            step = {"after": found[-1].id, **asdict(checked)}
            await self.turn.later(NIGHTLY, NIGHTLY, self.turn.now, detail=step)
            return None
        await note_checked(self.turn.tx, checked, self.turn.now)
        await self._tell(checked)
        await self._tonight()
        return checked

    async def look(self, found: Sequence[Case]) -> Checked:
        """Look at these, and put right what is wrong."""
        staff = {one.id: one for one in await list_staff(self.turn.tx)}
        there = {one.id for one in staff.values() if await self._is_reachable(one)}
        mended = left = 0
        for case in found:
            is_right = await self._is_watched(case) & await self._is_had(case, staff, there)
            mended += not is_right
            left += not await Routing(self.turn).keepers(await get_case(self.turn.tx, case.id))
        return Checked(len(found), mended, left)

    async def _is_had(self, case: Case, staff: Mapping[StaffId, StaffMember], there: set[StaffId]) -> bool:
        """Whether somebody who is there has it, or knows that it waits; else that is so from now on."""
        if case.owner is None:
            return await self._is_known(case)
        owner = staff.get(case.owner)
        if owner is not None and owner.away:
            await Absences(self.turn).lend(case, owner)
            return False
        if owner is None or owner.id not in there or not may_read(self.turn.city, owner, case):
            await self._free(case)
            return False
        return True

    async def _is_known(self, case: Case) -> bool:
        """Whether somebody responsible has a card of it, or a digest that counts it."""
        keepers = await Routing(self.turn).keepers(case)
        have = {row.intent.person for row in await Cards(self.turn).of(case)}
        if any([one.person in have or await Gathering(self.turn).holds(case, one) for one in keepers]):
            return True
        await Cards(self.turn).give_to_responsible(case)
        return not keepers

    async def _free(self, case: Case) -> None:
        await set_owner(self.turn.tx, case.id, None)
        await insert_history(self.turn.tx, case.id, "handed-over", by=None, now=self.turn.now)
        free = await get_case(self.turn.tx, case.id)
        await Cards(self.turn).refresh(free)
        await Cards(self.turn).give_to_responsible(free)
        await Cards(self.turn).tell_keepers(free, "notice-waits")

    async def _is_watched(self, case: Case) -> bool:
        """Whether the day that was promised is watched over; else it is from now on."""
        if case.expected_on is None or await is_watched(self.turn.tx, f"{LATE}:{case.id}"):
            return True
        await Promises(self.turn).watch(case)
        return False

    async def _tell(self, checked: Checked) -> None:
        """Only when something was wrong: the coordinators, and without one who runs the bot; nobody is woken by it."""
        if not checked.mended and not checked.left:
            return
        everybody = [one for one in await list_staff(self.turn.tx) if not one.away]
        told = [one for one in everybody if one.role is Role.COORDINATOR]
        for member in told or [one for one in everybody if one.role is Role.ADMINISTRATOR]:
            await self.turn.say(member.person, TOLD, silent=True, mended=checked.mended, left=checked.left)

    async def _is_reachable(self, member: StaffMember) -> bool:
        person = await find_person(self.turn.tx, member.person)
        return person is not None and not person.blocked

    async def _tonight(self) -> None:
        at = Calendar(self.turn.city).next_time(AT, self.turn.now)
        await self.turn.later(NIGHTLY, NIGHTLY, at)
