"""Work: which cases wait for who asks, most urgent first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from bot.domain.cases import Case, CaseId, CaseMessageId
from bot.domain.errors import ButtonExpired
from bot.domain.intents import Act
from bot.domain.people import Role, StaffMember
from bot.domain.permissions import Reach, reach_of, sight_of
from bot.domain.work import Counts, Pressing, Wanted, pressing_of
from bot.services.calendar import Calendar
from bot.services.cards import AT_ONCE, MORE, Cards
from bot.services.changing import changing
from bot.services.gathering import Gathering
from bot.services.handling import Handling
from bot.services.turn import Turn
from storage import cases as rows
from storage.cases import Waits
from storage.mornings import Morning, find_morning
from storage.work import Listed, count_work, count_work_by, list_work

__all__ = ["ALL", "Counts", "Listed", "Pressing", "Wanted", "Work"]

ALL: Final = Wanted()
OLDER: Final = "case-card-older"  # in the place of a card of which there is a newer one in the same chat


@dataclass(frozen=True, slots=True)
class Work:
    turn: Turn

    async def counts(self, wanted: Wanted = ALL) -> Counts:
        """How many cases wait, whatever the reason, and for each.

        They are in the hands of who asks, or in nobody's; for a coordinator also those that are late, and for who only
        looks at a wijk all that are open there.
        """
        return await count_work(self.turn.tx, self._waits(), wanted, self.today)

    async def waiting(self, most: int, wanted: Wanted = ALL, *, skipped: int = 0) -> Sequence[Listed]:
        """A part of them, the most pressing first."""
        waits = self._waits()
        return await list_work(self.turn.tx, waits, wanted, self.today, most=most, skipped=skipped)

    async def by(self, what: str, wanted: Wanted = ALL) -> Mapping[str, int]:
        """How many there are for each `wijk`, `category` or `kind`, most first; `-` stands for none."""
        return await count_work_by(self.turn.tx, self._waits(), wanted, self.today, what)

    async def mine_first(self, most: int) -> Sequence[Case]:
        """What one may handle, and has in hand before all else."""
        staff = Handling(self.turn).staff
        waits = self._waits(reach_of(self.turn.city, staff))
        return await rows.list_waiting_own_first(self.turn.tx, waits, most)

    async def morning(self, since: datetime) -> Morning:
        """What came since then, and what presses."""
        return await find_morning(self.turn.tx, self._waits(), since, self.today)

    async def open(self, case_id: CaseId) -> Case:
        """Send the card anew, with all that belongs to it; the one before only points to it then. Raises NotYours."""
        case, staff = await Handling(self.turn).seen(case_id), Handling(self.turn).staff
        before = [row for row in await Cards(self.turn).of(case) if row.intent.person == staff.person]
        await Cards(self.turn).give(case, staff)
        for row in before:
            if row.message is not None:
                await self.turn.tell(replace(changing(row, Act.EDIT), name=OLDER))
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

    def pressing(self, case: Case) -> Pressing:
        """The first reason to look at it."""
        return pressing_of(case, self.today)

    @property
    def today(self) -> date:
        return Calendar(self.turn.city).local_day(self.turn.now)

    def _waits(self, reach: Reach | None = None) -> Waits:
        staff = Handling(self.turn).staff
        return Waits(staff.id, reach or sight_of(self.turn.city, staff), self._of_others(staff))

    def _of_others(self, staff: StaffMember) -> date | None:
        """Before which day due others' cases wait for somebody too: as oneself, or for whom one stands in."""
        roles = {one.role for one in staff.capacities}
        if Role.TEAM_MEMBER in roles:
            return date.max
        return self.today if Role.COORDINATOR in roles else None
