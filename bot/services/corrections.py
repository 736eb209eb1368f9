"""Corrections: other words in the place of those that have left, for a quarter of an hour; seen once more as well."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.cases import Case, CaseId, CaseMessage, CaseMessageId, Words
from bot.domain.errors import (
    ButtonExpired,
    CorrectionTooLate,
    NothingWritten,
    NotPossibleNow,
    NotYours,
    OnlyText,
    TooLong,
)
from bot.domain.people import Person
from bot.services.answer_drafts import MOST_TEXT
from bot.services.answers import CORRECT, Answers
from bot.services.arrivals import ANSWER, ANSWER_TRANSLATED, HANDLED
from bot.services.cards import Cards
from bot.services.handling import Handling
from bot.services.in_between import begin_over
from bot.services.looks import SHOWN
from bot.services.people import People
from bot.services.steps import Steps
from bot.services.translations import REQUEST, Request, Translations
from bot.services.translations import SHOWN as REQUEST_SHOWN
from bot.services.turn import Turn
from bot.services.twins import Twins
from storage.cases import find_case, insert_history
from storage.messages import (
    Source,
    TranslationState,
    correct_message,
    find_author,
    find_message,
    find_sent_as,
    list_messages,
)
from storage.steps import Step, find_step

WITHIN: Final = timedelta(minutes=15)
OVER: Final = "correction-over"
WRITE: Final = "write"  # the two steps
PREVIEW: Final = "preview"
# What the resident, and who translates, hold of the words that left.
_OF_RESIDENT: Final = (ANSWER, HANDLED, SHOWN, ANSWER_TRANSLATED)
_OF_TRANSLATORS: Final = (REQUEST, REQUEST_SHOWN)


@dataclass(frozen=True, slots=True)
class Correction:
    """What was sent, with the words that are to take its place; none while they are not written."""

    case: Case
    message: CaseMessage
    version: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Corrections:
    turn: Turn

    async def begin(self, message_id: CaseMessageId) -> Correction:
        """Wait for the right words. Raises NotYours, NotPossibleNow, CorrectionTooLate, DraftWaits."""
        case, message = await self._mine(message_id)
        Answers(self.turn).refuse_while_words_wait()
        step = await begin_over(self.turn, CORRECT, WRITE, case=case.id, message=message.id)
        detail = {"version": step.version, "case": case.id, "number": case.number}
        until, chat = self.until(message), self._person().chat
        await self.turn.later(f"{OVER}:{chat}", OVER, until, detail=detail, lane=chat)
        return Correction(case, message, step.version)

    async def of_source(self, message: int) -> CaseMessage | None:
        """What a message of who acts became, while it can be put right; None for every other message."""
        sent = await find_sent_as(self.turn.tx, Source(self._person().chat, message))
        found = await find_message(self.turn.tx, sent) if sent is not None and self.turn.staff else None
        return found if found is not None and self.may_still(found) else None

    async def write(self, words: Words) -> Correction:
        """The right words, to be looked at; written once more they replace these. Raises OnlyText, TooLong."""
        if words.media or words.spot:
            raise OnlyText
        if not words.text:
            raise NothingWritten
        if len(words.text) > MOST_TEXT:
            raise TooLong
        step = self._step()
        await self._mine(CaseMessageId(step.payload["message"]))
        return await self._found(await Steps(self.turn).go(PREVIEW, text=words.text))

    async def send(self, version: int) -> CaseMessage:
        """Let them take the place of what was sent, and be translated. Raises as `begin`, ButtonExpired."""
        step = self._step(version)
        if step.step != PREVIEW:
            raise ButtonExpired
        case, message = await self._mine(CaseMessageId(step.payload["message"]))
        for twin in await Twins(self.turn).open_of(case):
            for same in await list_messages(self.turn.tx, twin.id):
                if (same.author, same.at, same.words) == (message.author, message.at, message.words):
                    await self._correct(twin, same, step.payload["text"])
        corrected = await self._correct(case, message, step.payload["text"])
        await self._over()
        return corrected

    async def _correct(self, case: Case, message: CaseMessage, text: str) -> CaseMessage:
        before = await self._awaited(case, message)
        corrected = await correct_message(self.turn.tx, case, message.id, text, self.turn.now)
        await self._translate(case, corrected, before)
        for name in _OF_RESIDENT:
            await Cards(self.turn).tell_anew(case, name, message=message.id)
        by = Handling(self.turn).staff.id
        await insert_history(self.turn.tx, case.id, "corrected", by=by, now=self.turn.now)
        return corrected

    async def stop(self, version: int) -> Case:
        """Leave it as it was sent. Raises ButtonExpired."""
        found = await self._found(self._step(version))
        await self._over()
        return found.case

    async def time_is_up(self, version: int) -> bool:
        """Whether a correction was begun and not sent; it has ended now."""
        step = self.turn.step
        if step is None or step.kind != CORRECT or step.version != version:
            return False
        await Steps(self.turn).end()
        return True

    async def pending(self) -> Correction | None:
        """What is being put right by who reads."""
        step = await find_step(self.turn.tx, self._person().id)
        is_there = step is not None and step.kind == CORRECT and step.expires_at > self.turn.now
        return await self._found(step) if step and is_there else None

    def until(self, message: CaseMessage) -> datetime:
        """Up to when it can be put right."""
        return message.at + WITHIN

    def may_still(self, message: CaseMessage) -> bool:
        return bool(message.words.text) and self.turn.now < self.until(message)

    async def _mine(self, message_id: CaseMessageId) -> tuple[Case, CaseMessage]:
        """What who acts sent to a resident who is there to read it."""
        staff = Handling(self.turn).staff
        message = await find_message(self.turn.tx, message_id)
        if message is None or await find_author(self.turn.tx, message_id) != staff.id:
            raise NotYours
        case = await Handling(self.turn).handled(message.case)
        if case.resident is None or not message.words.text:
            raise NotPossibleNow
        if not self.may_still(message):
            raise CorrectionTooLate
        return case, message

    async def _awaited(self, case: Case, message: CaseMessage) -> Request | None:
        """The translation that there is of it, or that is awaited."""
        language = await People(self.turn).language_of_resident(case)
        return await Translations(self.turn).find(message.id, language) if language else None

    async def _translate(self, case: Case, message: CaseMessage, before: Request | None) -> None:
        """Ask for the new words: who still has the old ones sees the new; who was done with them is asked anew."""
        await Translations(self.turn).wanted(case, message)
        now = await self._awaited(case, message)
        if now is None or before is None or now.translation.state is not TranslationState.HUMAN:
            return
        if before.done:
            await Translations(self.turn).ask_people(now, anew=True)
        for name in _OF_TRANSLATORS:
            await Cards(self.turn).tell_anew(case, name, **now.values)

    async def _found(self, step: Step) -> Correction:
        case = await find_case(self.turn.tx, CaseId(step.payload["case"]))
        message = await find_message(self.turn.tx, CaseMessageId(step.payload["message"]))
        if case is None or message is None:
            raise ButtonExpired
        return Correction(case, message, step.version, step.payload.get("text", ""))

    async def _over(self) -> None:
        await Steps(self.turn).end()
        await self.turn.no_longer(f"{OVER}:{self._person().chat}")

    def _step(self, version: int | None = None) -> Step:
        step = self.turn.step
        if step is None or step.kind != CORRECT or version not in {None, step.version}:
            raise ButtonExpired
        return step

    def _person(self) -> Person:
        if self.turn.person is None:
            raise ButtonExpired
        return self.turn.person
