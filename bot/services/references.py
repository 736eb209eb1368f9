"""References: what the city's own system calls a case, so that it is found there and here."""

from dataclasses import dataclass
from typing import Final

from bot.domain.cases import Case, CaseId, Words
from bot.domain.errors import ButtonExpired, NotYours, OnlyText, TooLong
from bot.domain.permissions import may_refer
from bot.services.cards import Cards
from bot.services.handling import Handling
from bot.services.in_between import begin_over
from bot.services.steps import Step, Steps
from bot.services.turn import Turn
from storage import cases

REFERENCE: Final = "reference"  # the kind of step, and its one step
LONGEST: Final = 40


@dataclass(frozen=True, slots=True)
class References:
    turn: Turn

    async def begin(self, case_id: CaseId) -> Case:
        """Wait for it. Raises NotYours, also when there is no such case."""
        case = await self._mine(case_id)
        await begin_over(self.turn, REFERENCE, REFERENCE, case=case.id)
        return case

    async def keep(self, words: Words) -> Case:
        """Keep it in one line. Raises ButtonExpired, NotYours, OnlyText, TooLong."""
        case = await self._mine(self._case())
        reference = " ".join(words.text.split())
        if not reference or words.media or words.spot:
            raise OnlyText
        if len(reference) > LONGEST:
            raise TooLong
        return await self._set(case, reference)

    async def clear(self, version: int) -> Case:
        """It has none after all. Raises ButtonExpired, NotYours."""
        return await self._set(await self._mine(self._case(version)), "")

    async def stop(self, version: int) -> None:
        """It stays as it was. Raises ButtonExpired."""
        self._case(version)
        await Steps(self.turn).end()

    async def _set(self, case: Case, reference: str) -> Case:
        await cases.set_reference(self.turn.tx, case.id, reference)
        by = Handling(self.turn).staff.id
        await cases.insert_history(self.turn.tx, case.id, "referenced", by=by, now=self.turn.now)
        await Steps(self.turn).end()
        changed = await cases.get_case(self.turn.tx, case.id)
        await Cards(self.turn).refresh(changed)
        return changed

    async def _mine(self, case_id: CaseId) -> Case:
        case = await cases.find_case(self.turn.tx, case_id)
        if case is None or not case.alias or not may_refer(self.turn.city, Handling(self.turn).staff, case):
            raise NotYours
        return case

    def _case(self, version: int | None = None) -> CaseId:
        step: Step | None = self.turn.step
        if step is None or step.kind != REFERENCE or version not in {None, step.version}:
            raise ButtonExpired
        return CaseId(step.payload["case"])
