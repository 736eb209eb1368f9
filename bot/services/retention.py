"""Retention: what is older than its term goes where a rule says so; without a rule it is only made anonymous, and told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.cases import CaseId
from bot.domain.city import Kept
from bot.domain.city import Retention as Term
from bot.services.calendar import Calendar
from bot.services.contents import Contents
from bot.services.erasure import Erasure
from bot.services.steps import DRAFT_LIVES
from bot.services.turn import Turn
from storage import retention as rows
from storage.cases import get_case
from storage.due import is_due
from storage.people import find_person
from storage.retention import Ran

NIGHTLY: Final = "retention"
# When nobody is there, in the city's time.
AT: Final = time(3, 30)
DRAFTS: Final = "drafts"
# So much of each in one turn, in which no other turn runs; the rest comes in the next.
CASES_AT_ONCE: Final = 20
ROWS_AT_ONCE: Final = 2_000
# A draft ends by itself when its day is over, and its person is told so: a night must not be before that.
LAPSING: Final = timedelta(days=1)
_CONTENT: Final = frozenset({Kept.CASE_CONTENT, Kept.SENSITIVE_CONTENT})


class Fate(StrEnum):
    """What becomes of what is older than its term."""

    ERASED = "erased"
    CUT = "cut"  # it stays, and nobody can be found by it
    TOLD = "told"  # it is only counted
    ELSEWHERE = "elsewhere"  # it is not in the database


@dataclass(frozen=True, slots=True)
class Retention:
    turn: Turn

    async def watch(self) -> None:
        """See to it that there is a next night."""
        if not await is_due(self.turn.tx, NIGHTLY):
            await self._tonight()

    async def night(self, began: datetime | None = None) -> tuple[Ran, ...]:
        """A step of the nightly run, which comes back until nothing is left; what it did."""
        at = began or self.turn.now
        ran = await self.run(at)
        if any(one.found and one.act in {Fate.ERASED, Fate.CUT} for one in ran):
            detail = {"began": at.isoformat()}
            await self.turn.later(NIGHTLY, NIGHTLY, self.turn.now, detail=detail)
        else:
            await self._tonight()
        return ran

    async def run(self, at: datetime) -> tuple[Ran, ...]:
        """Take a step of each term, and note it as part of the run that began then."""
        ran = [Ran(at, term.kept, term.days, term.rule, *await self._step(term)) for term in self._terms()]
        drafts = await rows.erase_old_steps(self.turn.tx, self.turn.now - LAPSING)
        ran.append(_drafts(at, drafts))
        for one in ran:
            if not await self._is_told_already(one):
                await rows.note_run(self.turn.tx, one)
        self.turn.tx.scrub()
        return tuple(ran)

    async def look(self) -> tuple[Ran, ...]:
        """What a run would find now; nothing is changed."""
        now = self.turn.now
        ran = [
            Ran(now, term.kept, term.days, term.rule, await self._count(term), self._fate(term))
            for term in self._terms()
        ]
        return (*ran, _drafts(now, await rows.count_old_steps(self.turn.tx, now - LAPSING)))

    async def last(self) -> Sequence[Ran]:
        """What the last run did."""
        return await rows.list_last_run(self.turn.tx)

    def _terms(self) -> tuple[Term, ...]:
        return self.turn.city.retention

    def _fate(self, term: Term) -> Fate:
        if term.kept is Kept.BACKUPS:
            return Fate.ELSEWHERE
        if term.kept is Kept.DELIVERIES:
            return Fate.CUT  # only who got it is kept beside the figures
        if term.rule:
            return Fate.ERASED
        return Fate.CUT if term.kept in _CONTENT else Fate.TOLD

    async def _step(self, term: Term) -> tuple[int, Fate]:
        fate = self._fate(term)
        if fate in {Fate.TOLD, Fate.ELSEWHERE}:
            return await self._count(term), fate
        if term.kept in _CONTENT:
            return await self._cases(term, fate), fate
        return await self._others(term.kept, self._before(term)), fate

    async def _cases(self, term: Term, fate: Fate) -> int:
        found = await rows.list_old_cases(
            self.turn.tx, term, self._before(term), CASES_AT_ONCE, has_resident=fate is Fate.CUT
        )
        for case in found:
            await self._end(case, fate)
        return len(found)

    async def _end(self, case_id: CaseId, fate: Fate) -> None:
        case = await get_case(self.turn.tx, case_id)
        if fate is Fate.ERASED:
            await Contents(self.turn).erase(case, act="expired")
        else:
            await Contents(self.turn).cut(case)

    async def _others(self, kept: Kept, before: datetime) -> int:
        if kept is Kept.PEOPLE:
            return await self._people(before)
        take = {
            Kept.DELIVERIES: rows.cut_old_deliveries,
            Kept.SET_ASIDE: rows.erase_old_aside,
            Kept.ACTS: rows.erase_old_acts,
        }[kept]
        return await take(self.turn.tx, before, ROWS_AT_ONCE)

    async def _people(self, before: datetime) -> int:
        found = await rows.list_unused(self.turn.tx, before, CASES_AT_ONCE)
        for person_id in found:
            if person := await find_person(self.turn.tx, person_id):
                await Erasure(self.turn).forget(person)
        return len(found)

    async def _count(self, term: Term) -> int:
        if term.kept is Kept.BACKUPS:
            return 0
        has_resident = self._fate(term) is Fate.CUT
        return await rows.count_old(self.turn.tx, term, self._before(term), has_resident=has_resident)

    async def _is_told_already(self, ran: Ran) -> bool:
        """What is only counted is the same in each step of one run."""
        if ran.act not in {Fate.TOLD, Fate.ELSEWHERE}:
            return False
        return any(one.at == ran.at and one.kept == ran.kept for one in await self.last())

    def _before(self, term: Term) -> datetime:
        return self.turn.now - timedelta(days=term.days)

    async def _tonight(self) -> None:
        at = Calendar(self.turn.city).next_time(AT, self.turn.now)
        await self.turn.later(NIGHTLY, NIGHTLY, at)


def _drafts(at: datetime, found: int) -> Ran:
    """What was begun and not sent lives for a day, whatever the city says of the rest."""
    return Ran(at, DRAFTS, DRAFT_LIVES.days, "wijklijn", found, Fate.ERASED)
