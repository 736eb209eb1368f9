"""Common questions: answered at once out of the city file, counted, and passed on in the person's own words."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from bot.domain.cases import CaseKind, Words
from bot.domain.city import CategoryId, CommonQuestion, Wording
from bot.domain.drafts import Draft, DraftStep, Part
from bot.domain.errors import ButtonExpired
from bot.services.calendar import Calendar
from bot.services.drafts import Drafts
from bot.services.turn import Turn
from storage.common_answers import count_answer

SELF_HELP: Final = "self-help:"  # before the category, where the city's self-help was read


class Became(StrEnum):
    """What somebody did with an answer; who did neither of the last three just left."""

    SHOWN = "shown"
    HELPED = "helped"
    ASKED = "asked"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class CommonQuestions:
    """Of the one draft of who acts."""

    turn: Turn

    async def show(self, draft: Draft, question: str) -> Draft:
        """Go to the answer. Raises ButtonExpired for a question that is gone."""
        known = self.turn.city.common_question(question).id
        await self._count(known, Became.SHOWN)
        return await self._drafts.keep(replace(draft, step=DraftStep.COMMON, common=known))

    async def recognise(self) -> None:
        """Offer the answer when the first words of a draft ask a common question; danger goes before all."""
        draft = self._drafts.now()
        if draft is None or len(draft.parts) != 1 or draft.media or draft.dangers:
            return
        if question := self.turn.city.question_in(draft.text):
            await self.show(draft, question.id)

    async def helped(self, draft: Draft) -> None:
        """It was enough: nothing is sent."""
        await self._count_of(draft, Became.HELPED)
        await self._drafts.drop()

    async def ask(self, draft: Draft, language: str) -> Draft:
        """It was not enough: the person's own words become a question to the city, else those of the question.

        Raises ButtonExpired.
        """
        question = self._question(draft)
        await self._count(question.id, Became.ASKED)
        asked = Part(Words(question.question.says(language)))
        told = draft if draft.parts else draft.told(asked)
        return await self._drafts.keep(replace(told, kind=CaseKind.QUESTION).onward())

    async def report(self, draft: Draft) -> Draft:
        """It is no question but a problem to report, in the same words. Raises ButtonExpired."""
        question = self._question(draft)
        await self._count(question.id, Became.REPORTED)
        told = replace(draft, kind=CaseKind.SIGNAL, advice=question.id)
        return await self._drafts.keep(told.onward())

    async def advise(self) -> None:
        """Offer in a report, once, who else handles it or what one can try first, where the city wrote so."""
        draft = self._drafts.now()
        if draft is None or draft.kind is not CaseKind.SIGNAL or draft.advice or draft.changing:
            return
        if draft.urgent or draft.dangers or not draft.parts or self._is_sensitive(draft.category):
            return
        if advice := self._handled_elsewhere(draft) or self._self_help(draft):
            await self._count(advice, Became.SHOWN)
            await self._drafts.keep(replace(draft, step=DraftStep.ADVICE, advice=advice))

    async def report_anyway(self, draft: Draft) -> Draft:
        """The advice did not help, or cannot be tried: the report goes on."""
        await self._count_of(draft, Became.REPORTED)
        return await self._drafts.keep(draft.onward())

    def advice(self, draft: Draft) -> CommonQuestion | Wording:
        """What is shown in a report: an answer, or the self-help of a category. Raises ButtonExpired."""
        advice = draft.advice or ""
        if not advice.startswith(SELF_HELP):
            return self.turn.city.common_question(advice)
        words = self.turn.city.category(advice.removeprefix(SELF_HELP)).self_help
        if words is None:
            raise ButtonExpired
        return words

    def _handled_elsewhere(self, draft: Draft) -> str | None:
        question = self.turn.city.question_in(draft.text)
        if question is None:
            return None
        is_about = draft.category is None or question.category == draft.category
        return question.id if question.not_for_us and is_about else None

    def _self_help(self, draft: Draft) -> str | None:
        """Of the category that was chosen, else of one that the words speak of: noise that comes from a neighbour."""
        spoken_of = self.turn.city.signs.likely(draft.text)
        about = [category for category in (draft.category, *spoken_of) if category is not None]
        written = (one for one in about if self.turn.city.category(one).self_help is not None)
        found = next(written, None)
        return f"{SELF_HELP}{found}" if found else None

    def _is_sensitive(self, category: CategoryId | None) -> bool:
        return category is not None and self.turn.city.category(category).sensitive

    def _question(self, draft: Draft) -> CommonQuestion:
        if draft.step is not DraftStep.COMMON:
            raise ButtonExpired
        return self.turn.city.common_question(draft.common or "")

    async def _count_of(self, draft: Draft, became: Became) -> None:
        """Raises ButtonExpired where no answer is shown: a button of a screen that is over."""
        shown = {DraftStep.COMMON: draft.common, DraftStep.ADVICE: draft.advice}.get(draft.step)
        if not shown:
            raise ButtonExpired
        await self._count(shown, became)

    async def _count(self, question: str, became: Became) -> None:
        month = f"{Calendar(self.turn.city).local_day(self.turn.now):%Y-%m}"
        await count_answer(self.turn.tx, question, became.value, month)

    @property
    def _drafts(self) -> Drafts:
        return Drafts(self.turn)
