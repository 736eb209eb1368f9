"""Closings: how a case ends and why, gathered in a step and seen once more before the resident reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.domain.cases import Case, CaseId, Closing, Words
from bot.domain.city import DUTCH
from bot.domain.errors import ButtonExpired, NothingWritten, TooLong
from bot.services.answer_drafts import MOST_TEXT
from bot.services.answers import CLOSE, Answers
from bot.services.handling import Handling
from bot.services.in_between import begin_over
from bot.services.steps import Steps
from bot.services.turn import Turn
from bot.services.twins import Twins
from storage.cases import find_case
from storage.steps import Step, find_step

REASON: Final = "reason"  # the two steps
PREVIEW: Final = "preview"
WAITS: Final = "close-waits"


@dataclass(frozen=True, slots=True)
class Closings:
    turn: Turn

    async def begin(self, case_id: CaseId, outcome: Closing) -> Case:
        """Wait for the reason. Raises NotYours, NotPossibleNow, DraftWaits."""
        case = await Handling(self.turn).handled_open(case_id)
        Answers(self.turn).refuse_while_words_wait()
        await begin_over(self.turn, CLOSE, REASON, case=case.id, outcome=outcome.value, reason="")
        return case

    async def reaches(self, case: Case) -> int:
        """How many residents read the reason: those of the cases that go along too."""
        going = (case, *await Twins(self.turn).open_of(case))
        return sum(one.resident is not None for one in going)

    async def because(self, words: Words) -> Step:
        """The reason, to be looked at once more. Raises NothingWritten for anything but a text, TooLong."""
        if not words.text or words.media or words.spot:
            raise NothingWritten
        if len(words.text) > MOST_TEXT:
            raise TooLong
        return await self._preview(words.text, {})

    async def case_of(self, version: int) -> Case:
        """The case that is being closed. Raises ButtonExpired, NotYours, NotPossibleNow."""
        return await Handling(self.turn).handled_open(CaseId(self._mine(version).payload["case"]))

    async def elsewhere(self, version: int, texts: Mapping[str, str]) -> Step:
        """The reason is who does handle it, in the words of people in every language. Raises ButtonExpired."""
        if self._mine(version).payload["outcome"] != Closing.NOT_FOR_US:
            raise ButtonExpired
        return await self._preview(texts[DUTCH], texts)

    async def finish(self, version: int) -> Case:
        """Close it. Raises ButtonExpired, NotYours, NotPossibleNow."""
        payload = self._mine(version).payload
        closing = Closing(payload["outcome"])
        case = await Handling(self.turn).close(
            CaseId(payload["case"]), closing, payload["reason"], payload.get("texts") or {}
        )
        await Steps(self.turn).end()
        return case

    async def stop(self, version: int) -> CaseId:
        """Leave it open. Raises ButtonExpired."""
        case = CaseId(self._mine(version).payload["case"])
        await Steps(self.turn).end()
        return case

    async def pending(self) -> tuple[Case, Closing, str] | None:
        """What who reads is about to close, how, and for what reason; None when nothing is."""
        step = await find_step(self.turn.tx, self.turn.person.id) if self.turn.person else None
        if step is None or (step.kind, step.step) != (CLOSE, PREVIEW) or step.expires_at <= self.turn.now:
            return None
        case = await find_case(self.turn.tx, CaseId(step.payload["case"]))
        return (case, Closing(step.payload["outcome"]), step.payload["reason"]) if case else None

    async def _preview(self, reason: str, texts: Mapping[str, str]) -> Step:
        step = await Steps(self.turn).go(PREVIEW, reason=reason, texts=dict(texts))
        await Steps(self.turn).watch(WAITS, await find_case(self.turn.tx, CaseId(step.payload["case"])))
        return step

    def _mine(self, version: int) -> Step:
        step = self.turn.step
        if step is None or step.kind != CLOSE or step.version != version:
            raise ButtonExpired
        return step
