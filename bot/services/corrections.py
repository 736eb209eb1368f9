"""Corrections: other words in the place of those that have left, for a quarter of an hour; seen once more as well."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from bot.domain.cases import Case, CaseId, CaseMessage, CaseMessageId, Status, Words
from bot.domain.city import DUTCH
from bot.domain.corrections import Correction
from bot.domain.errors import (
    ButtonExpired,
    CorrectionTooLate,
    NothingWritten,
    NotPossibleNow,
    NotYours,
    OnlyText,
    TooLong,
)
from bot.domain.intents import Outcome
from bot.domain.people import Person
from bot.services.answer_drafts import MOST_MEDIA, MOST_TEXT, kept, told
from bot.services.answers import CORRECT, Answers
from bot.services.arrivals import ANSWER, ANSWER_TRANSLATED, HANDLED, Arrivals
from bot.services.cards import Cards
from bot.services.desk_words import DeskWords
from bot.services.handling import NO_TEXTS, Handling
from bot.services.in_between import begin_over
from bot.services.looks import SHOWN, SHOWN_MEDIA, SHOWN_SPOT
from bot.services.people import People
from bot.services.steps import Steps
from bot.services.translations import REQUEST, Request, Translations
from bot.services.translations import SHOWN as REQUEST_SHOWN
from bot.services.turn import Turn
from bot.services.twins import Twins
from bot.services.verdicts import Verdicts
from storage.cases import find_case, insert_history
from storage.corrections import correct_message, find_author, find_sent_as
from storage.messages import (
    Source,
    TranslationState,
    find_message,
    list_messages,
)
from storage.outbox import list_outbox_of_case
from storage.steps import Step, find_step

WITHIN: Final = timedelta(minutes=15)
OVER: Final = "correction-over"
WRITE: Final = "write"  # the two steps
PREVIEW: Final = "preview"
# What the resident, and who translates, hold of the words that left.
_OF_RESIDENT: Final = (ANSWER, HANDLED, SHOWN, ANSWER_TRANSLATED)
_OF_TRANSLATORS: Final = (REQUEST, REQUEST_SHOWN)
_AT_THE_MACHINE: Final = frozenset({TranslationState.MACHINE, TranslationState.ARRIVED})


@dataclass(frozen=True, slots=True)
class Corrections:
    turn: Turn

    async def begin(self, message_id: CaseMessageId) -> Correction:
        """Wait for the right words. Raises NotYours, NotPossibleNow, CorrectionTooLate, DraftWaits."""
        case, message = await self._mine(message_id)
        Answers(self.turn).refuse_while_words_wait()
        step = await begin_over(self.turn, CORRECT, WRITE, case=case.id, message=message.id)
        detail = {"version": step.version, "case": case.id, "number": case.number, "open": case.open}
        until, chat = self.until(message), self._person().chat
        await self.turn.later(f"{OVER}:{chat}", OVER, until, detail=detail, lane=chat)
        return await self._found(step)

    async def of_source(self, message: int) -> CaseMessage | None:
        """What a message of who acts became, while it can be put right; None for every other message."""
        sent = await find_sent_as(self.turn.tx, Source(self._person().chat, message))
        found = await find_message(self.turn.tx, sent) if sent is not None and self.turn.staff else None
        return found if found is not None and self.may_still(found) else None

    async def reason_of(self, case: Case) -> CaseMessage | None:
        """Why who acts closed it, while that can be put right."""
        for row in reversed(await list_outbox_of_case(self.turn.tx, case.id, HANDLED)):
            said = CaseMessageId(int(row.intent.values.get("message") or 0))
            found = await find_message(self.turn.tx, said)
            return found if found is not None and self.may_still(found) else None
        return None

    async def write(self, words: Words) -> Correction:
        """The right words, to be looked at: a text in the place of the text, pictures in the place of pictures.

        Written once more they replace these. Raises NothingWritten, TooLong; OnlyText for why a case was closed.
        """
        if words.empty:
            raise NothingWritten
        pending = await self._still()
        if pending.is_reason and (words.media or words.spot):
            raise OnlyText
        now = pending.words or pending.message.words
        return await self._go(Words(words.text or now.text, words.media or now.media, words.spot or now.spot))

    async def text_alone(self, version: int) -> Correction:
        """Without its pictures, sound and place. Raises ButtonExpired."""
        self._step(version)
        pending = await self._still()
        return await self._go(Words((pending.words or pending.message.words).text))

    async def quick(self, case_id: CaseId, texts: Mapping[str, str]) -> Correction | None:
        """An answer that people wrote in every language, where an answer in that case is being put right; else None."""
        step = self.turn.step
        if step is None or step.kind != CORRECT or step.payload["case"] != case_id:
            return None
        pending = await self._still()
        if pending.is_reason:
            return None
        now = pending.words or pending.message.words
        return await self._go(replace(now, text=texts[DUTCH]), texts)

    async def send(self, version: int) -> CaseMessage:
        """Let them take the place of what was sent, and be translated. Raises as `begin`, ButtonExpired."""
        step = self._step(version)
        pending = await self._still()
        if step.step != PREVIEW or not pending.is_ready:
            raise ButtonExpired
        for twin, same in await self._along(pending):
            await self._correct(replace(pending, case=twin, message=same))
        corrected = await self._correct(pending)
        await self._over()
        return corrected

    async def along(self, right: Correction) -> list[CaseId]:
        """Which cases it is put right in as well."""
        return [twin.id for twin, _ in await self._along(right)]

    async def _along(self, right: Correction) -> list[tuple[Case, CaseMessage]]:
        """Who was sent the same at the same moment."""
        sent = right.message
        return [
            (twin, same)
            for twin in await self._twins(right)
            for same in await list_messages(self.turn.tx, twin.id)
            if (same.author, same.at, same.words) == (sent.author, sent.at, sent.words)
        ]

    async def _twins(self, right: Correction) -> list[Case]:
        """Whose residents read the same, and still do."""
        found = await Twins(self.turn).of(right.case)
        return [one for one in found if one.alias and (not right.is_reason or await self._is_awaited(one))]

    async def _correct(self, right: Correction) -> CaseMessage:
        case, message, words = right.case, right.message, right.words or Words()
        before = await self._awaited(case, message)
        corrected = await correct_message(self.turn.tx, case, message, words, self.turn.now)
        if words.text != message.words.text:
            await self._translate(right, corrected, before)
        for name in _OF_RESIDENT:
            await Cards(self.turn).tell_anew(case, name, message=message.id)
        if (words.media, words.spot) != (message.words.media, message.words.spot):
            await self._show_anew(case, corrected)
        by = Handling(self.turn).staff.id
        await insert_history(self.turn.tx, case.id, "corrected", by=by, now=self.turn.now)
        return corrected

    async def _show_anew(self, case: Case, message: CaseMessage) -> None:
        """What was shown goes, and what is right comes below; what has not left yet is right when it does.

        Telegram changes a photo in its place, but no sound: so all are treated alike.
        """
        for name, items in (
            (SHOWN_MEDIA, len(message.words.media)),
            (SHOWN_SPOT, int(bool(message.words.spot))),
        ):
            rows = await list_outbox_of_case(self.turn.tx, case.id, name)
            about = [row for row in rows if row.intent.values.get("message") == message.id]
            for row in about:
                await Cards(self.turn).remove(row)
            waiting = {row.intent.values.get("item", 0) for row in about if row.state is Outcome.WAITING}
            for item in () if case.sensitive else sorted(set(range(items)) - waiting):
                await Handling(self.turn).tell_resident(case, name, message=message.id, item=item)

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
        return not message.words.empty and self.turn.now < self.until(message)

    async def _mine(self, message_id: CaseMessageId) -> tuple[Case, CaseMessage]:
        """What who acts sent to a resident who is there to read it, and has not answered to how the case ended."""
        staff = Handling(self.turn).staff
        message = await find_message(self.turn.tx, message_id)
        if message is None or await find_author(self.turn.tx, message_id) != staff.id:
            raise NotYours
        case = await Handling(self.turn).handled(message.case)
        if not await Twins(self.turn).has_reader(case) or message.words.empty:
            raise NotPossibleNow
        if not self.may_still(message):
            raise CorrectionTooLate
        if await self._is_reason(message) and not await self._is_awaited(case):
            raise NotPossibleNow
        return case, message

    async def _is_reason(self, message: CaseMessage) -> bool:
        rows = await list_outbox_of_case(self.turn.tx, message.case, HANDLED)
        return any(row.intent.values.get("message") == message.id for row in rows)

    async def _is_awaited(self, case: Case) -> bool:
        """Whether the resident still reads that it is closed, and is asked whether it is solved."""
        return case.status is Status.HANDLED and await Verdicts(self.turn).said(case) is None

    async def _still(self) -> Correction:
        """What is being put right by who acts, while it can be. Raises as `begin`, ButtonExpired."""
        step = self._step()
        await self._mine(CaseMessageId(step.payload["message"]))
        return await self._found(step)

    async def _go(self, words: Words, texts: Mapping[str, str] = NO_TEXTS) -> Correction:
        if len(words.text) > MOST_TEXT or len(words.media) > MOST_MEDIA:
            raise TooLong
        after = WRITE if words.empty else PREVIEW
        return await self._found(await Steps(self.turn).go(after, right=kept(words), texts=dict(texts)))

    async def _awaited(self, case: Case, message: CaseMessage) -> Request | None:
        """The translation that there is of it, or that is awaited."""
        language = await People(self.turn).language_of_resident(case)
        return await Translations(self.turn).find(message.id, language) if language else None

    async def _translate(self, right: Correction, message: CaseMessage, before: Request | None) -> None:
        """Ask for the new words: who still has the old ones sees the new; who was done with them is asked anew.

        Words of people in every language need nobody, and go to the resident at once.
        """
        case = right.case
        if right.texts:
            await DeskWords(self.turn).keep_texts(case, message, right.texts)
        else:
            await Translations(self.turn).wanted(case, message)
        now = await self._awaited(case, message)
        if now is not None and now.done and case.resident is not None:
            await Arrivals(self.turn).tell_resident(now, case.resident)
        if now is None or before is None or now.translation.state in _AT_THE_MACHINE:
            return
        if before.done and not now.done:
            await Translations(self.turn).ask_people(now, anew=True)
        for name in _OF_TRANSLATORS:
            await Cards(self.turn).tell_anew(case, name, **now.values)

    async def _found(self, step: Step) -> Correction:
        payload = step.payload
        case = await find_case(self.turn.tx, CaseId(payload["case"]))
        message = await find_message(self.turn.tx, CaseMessageId(payload["message"]))
        if case is None or message is None:
            raise ButtonExpired
        return Correction(
            case,
            message,
            step.version,
            told(payload["right"]) if "right" in payload else None,
            payload.get("texts", NO_TEXTS),
            await self._is_reason(message),
        )

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
