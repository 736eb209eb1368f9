"""Twins: reports of one thing that go together at the desk; their residents never learn of each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.cases import Case
from bot.domain.twins import WITHIN, are_likely_twins
from bot.services.cards import Cards
from bot.services.routing import Routing
from bot.services.turn import Turn
from storage import cases
from storage import twins as rows

MOST_LIKE: Final = 20


@dataclass(frozen=True, slots=True)
class Twins:
    turn: Turn

    async def of(self, case: Case) -> Sequence[Case]:
        """What goes with this case, oldest first."""
        return await rows.list_twins(self.turn.tx, case.id)

    async def open_of(self, case: Case) -> Sequence[Case]:
        """Those that what is done to this case is done to as well."""
        return [one for one in await self.of(case) if one.open and one.alias]

    async def leader(self, case: Case) -> Case | None:
        """What this case goes with; None when with none."""
        return await cases.find_case(self.turn.tx, case.twin_of) if case.twin_of is not None else None

    async def has_reader(self, case: Case) -> bool:
        """Whether an answer reaches somebody: who reported it, or what goes with it."""
        return case.resident is not None or any(one.resident is not None for one in await self.open_of(case))

    async def is_covered(self, case: Case) -> bool:
        """Whether what it goes with is due no later: then nobody has to hear of this day as well."""
        leader = await self.leader(case)
        if leader is None or not leader.open or leader.due_on is None or case.due_on is None:
            return False
        return leader.due_on <= case.due_on

    async def like(self, case: Case) -> Sequence[Case]:
        """What it may go together with: of the same category, wijk and week; the likeliest first."""
        if case.wijk is None or case.category is None or case.sensitive or not case.open or case.twin_of:
            return []
        since, until = case.created_at - WITHIN, case.created_at + WITHIN
        found = await rows.list_cases_like(self.turn.tx, case, since, until, MOST_LIKE)
        return sorted(found, key=lambda one: not are_likely_twins(case, one))

    async def likely(self, case: Case) -> Sequence[Case]:
        """Those at the same place as well."""
        return [one for one in await self.like(case) if are_likely_twins(case, one)]

    async def let_go(self, case: Case) -> None:
        """It goes with none any more, and what went with it goes on together without it: who keeps that hears so."""
        leader = await self.leader(case)
        if case.twin_of is not None:
            await rows.set_twin(self.turn.tx, case.id, None, leader.owner if leader else None)
        followers = await self.open_of(case)
        if followers:
            await rows.set_twin(self.turn.tx, followers[0].id, None, case.owner)
            await rows.move_twins(self.turn.tx, case.id, followers[0].id)
        for one in (*([leader] if leader else []), *followers):
            await Cards(self.turn).refresh(await cases.get_case(self.turn.tx, one.id))
        for one in followers[:1]:
            leads = await cases.get_case(self.turn.tx, one.id)
            await Cards(self.turn).tell(leads, await Routing(self.turn).keepers(leads), "notice-leads", {})
