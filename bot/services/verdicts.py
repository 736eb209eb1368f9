"""Verdicts: only the resident says whether a handled case is solved; who says nothing is asked once more, then told."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from bot.domain.cases import Case, CaseId, Solved, Status
from bot.services.calendar import Calendar
from bot.services.cards import Cards
from bot.services.residents import Residents
from bot.services.turn import Turn
from storage import cases as rows
from storage.people import find_person

ASK_AGAIN: Final = "solved-ask-again"
SETTLE: Final = "solved-settle"
SETTLED: Final = "settled"  # in the history
ASK_AGAIN_AFTER: Final = timedelta(days=7)
SETTLED_AFTER: Final = timedelta(days=14)
# At home, awake, and before the shops are full.
HOUR: Final = time(10)


@dataclass(frozen=True, slots=True)
class Verdicts:
    turn: Turn

    async def wait_for(self, case: Case) -> date:
        """Wait for what the resident says, and ask once more; the last day of waiting."""
        until = self._today() + SETTLED_AFTER
        person = await find_person(self.turn.tx, case.resident) if case.resident else None
        if person is not None:
            moments = {ASK_AGAIN: self._today() + ASK_AGAIN_AFTER, SETTLE: until + timedelta(days=1)}
            for kind, day in moments.items():
                detail = {"case": case.id, "until": until.isoformat()}
                await self.turn.later(_key(kind, case), kind, self._at(day), detail=detail, lane=person.chat)
        return until

    async def heard_of(self, case: Case) -> None:
        """The resident wrote something, so the time begins anew; of a case that is not handled nothing is awaited."""
        if case.status is Status.HANDLED and await self.said(case) is None and not await self.settled(case):
            await self.wait_for(case)

    async def over(self, case: Case) -> None:
        """It was said, or is asked no more."""
        for kind in (ASK_AGAIN, SETTLE):
            await self.turn.no_longer(_key(kind, case))

    async def ask_again(self, case_id: CaseId, until: str) -> None:
        """Half the time has passed; nothing when all of it has, because the line was down."""
        case = await self._waiting(case_id)
        if case is not None and self._today() <= date.fromisoformat(until):
            await Residents(self.turn).tell(case, ASK_AGAIN, until=until)

    async def settle(self, case_id: CaseId) -> None:
        """Nothing was said in time: the case is closed, and the resident told; a late answer still reopens."""
        case = await self._waiting(case_id)
        if case is not None:
            await rows.insert_history(self.turn.tx, case.id, SETTLED, by=None, now=self.turn.now)
            await Residents(self.turn).tell(case, SETTLE)
            await Cards(self.turn).refresh(case)

    async def said(self, case: Case) -> Solved | None:
        """What the resident said last; None when the case was handled again since, or nothing was said."""
        said = None
        for act, _, detail, _ in await rows.list_history(self.turn.tx, case.id):
            if act == "solved":
                said = Solved(detail["said"])
            elif act == "closed":
                said = None
        return said

    async def settled(self, case: Case) -> bool:
        """Whether a handled case was closed because nothing was said in time."""
        if case.status is not Status.HANDLED:
            return False
        acts = [act for act, *_ in await rows.list_history(self.turn.tx, case.id)]
        return SETTLED in acts[_last(acts, "closed") :] and await self.said(case) is None

    async def _waiting(self, case_id: CaseId) -> Case | None:
        case = await rows.find_case(self.turn.tx, case_id)
        if case is None or case.resident is None or case.status is not Status.HANDLED:
            return None
        return case if await self.said(case) is None else None

    def _today(self) -> date:
        return Calendar(self.turn.city).local_day(self.turn.now)

    def _at(self, day: date) -> datetime:
        return datetime.combine(day, HOUR, self.turn.city.time_zone).astimezone(UTC)


def _key(kind: str, case: Case) -> str:
    return f"{kind}:{case.id}"


def _last(acts: list[str], wanted: str) -> int:
    """Where it was done last; 0 when never."""
    return max((at for at, act in enumerate(acts) if act == wanted), default=0)
