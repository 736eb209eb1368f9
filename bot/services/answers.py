"""Answers of the desk: a draft in the step of who writes, so that nothing leaves unseen and nothing stays unnoticed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from bot.domain.cases import Case, CaseId, CaseMessage, Words
from bot.domain.city import DUTCH
from bot.domain.errors import ButtonExpired, DraftWaits, NothingWritten, NotPossibleNow
from bot.domain.people import Person
from bot.services.answer_drafts import Draft, kept, together, told
from bot.services.cards import Cards
from bot.services.desk import Desk
from bot.services.desk_words import DeskWords
from bot.services.foretelling import ANSWER, PREVIEW, Foretelling, Foretold, foretold_in
from bot.services.handling import Handling
from bot.services.in_between import begin_over
from bot.services.people import People
from bot.services.steps import Steps
from bot.services.translations import Translations
from bot.services.turn import Turn
from bot.services.twins import Twins
from storage.cases import find_case, insert_history
from storage.steps import Step, find_step

WRITE: Final = "write"  # the first of the two steps of an answer
LOOSE: Final = "loose"  # words of staff of which nobody knows yet where they belong
PASSING: Final = "pass"  # passing it on to a partner, which has one too
CLOSE: Final = "close"  # closing a case, which has a preview as well
CORRECT: Final = "correct"  # putting right what has left: as above
ERRAND: Final = "errand"  # what somebody of the team saw
DRAFT_WAITS: Final = "answer-waits"
LOOSE_WAITS: Final = "loose-waits"


@dataclass(frozen=True, slots=True)
class Answers:
    turn: Turn

    async def begin(self, case_id: CaseId) -> Case:
        """Wait for the words of an answer. Raises NotYours, NotPossibleNow, DraftWaits."""
        case = await self._answerable(case_id)
        self.refuse_while_a_draft_waits()
        await self._start(case)
        return case

    async def write(self, case_id: CaseId, words: Words, message: int | None) -> Draft:
        """Draft an answer to this case, or add to the draft that waits. Raises DraftWaits for another case's."""
        case = await self._answerable(case_id)
        step = self.turn.step
        if step is None or step.kind != ANSWER or step.payload["case"] != case.id:
            self.refuse_while_a_draft_waits()
            step = await self._start(case)
        if step.payload.get("texts"):
            raise DraftWaits
        return await self._draft(
            case, together(told(step.payload), words), message or step.payload.get("message")
        )

    async def add(self, words: Words, message: int | None) -> Draft:
        """The words that the answer step waits for, or more of them."""
        return await self.write(CaseId(self._step().payload["case"]), words, message)

    async def quick(self, case_id: CaseId, texts: Mapping[str, str]) -> Draft:
        """Draft an answer that people wrote in every language. Raises DraftWaits."""
        case = await self._answerable(case_id)
        self.refuse_while_words_wait()
        await self._start(case)
        return await self._draft(case, Words(texts[DUTCH]), None, texts)

    async def send(self, version: int) -> CaseMessage:
        """Let the draft leave; what the resident gets. Raises ButtonExpired, NotYours, NotPossibleNow."""
        draft = await self._mine(version)
        handling = Handling(self.turn)
        for twin in [one for one in await Twins(self.turn).open_of(draft.case) if one.id in draft.along]:
            await self._leaves(await handling.in_hand(twin), replace(draft, message=None))
        case = await handling.in_hand(await self._answerable(draft.case.id))
        message = await self._leaves(case, draft)
        await Cards(self.turn).tell_keepers(case, "notice-colleague", act="answered")
        await self._over()
        return message

    async def _leaves(self, case: Case, draft: Draft) -> CaseMessage:
        """The answer in one case: to its resident, in the language of that one."""
        handling = Handling(self.turn)
        message = await DeskWords(self.turn).keep(case, draft.words, draft.message, quick=bool(draft.texts))
        is_read = await self._keep_reading(case, message, draft)
        written = bool(draft.texts)  # by people in every language: no translation that has to be marked
        await handling.tell_resident(case, "case-answer", message=message.id, quick=is_read, written=written)
        if not case.sensitive:
            await self._send_media(case, message)
        if not is_read:
            await Translations(self.turn).wanted(case, message)
        await self._sent(case)
        return message

    async def only_this(self, version: int) -> Draft:
        """Let it go to who reported this case, and to nobody it goes with. Raises ButtonExpired, NotPossibleNow."""
        draft = await self._mine(version)
        if draft.case.resident is None:
            raise NotPossibleNow
        return await self._draft_in(await Steps(self.turn).go(PREVIEW, only_this=True, along=()))

    async def as_note(self, version: int) -> Case:
        """Keep the draft for staff only. Raises ButtonExpired, NothingWritten where it is more than a text."""
        draft = await self._mine(version)
        if not draft.may_be_note:
            raise NothingWritten
        case = await Handling(self.turn).note(draft.case.id, draft.words)
        await self._over()
        return case

    async def stop(self, version: int) -> Case:
        """Drop what was begun. Raises ButtonExpired."""
        case = await self._case_of(self._step(version))
        await self._over()
        return case

    async def draft_of(self, person: Person) -> Draft | None:
        """What waits to be sent by this person."""
        step = await find_step(self.turn.tx, person.id)
        waits = step and step.kind == ANSWER and step.step == PREVIEW and step.expires_at > self.turn.now
        return await self._draft_in(step) if step and waits else None

    async def keep_loose(self, words: Words, message: int | None) -> int:
        """Keep words that belong to no case yet, with those that wait already; the version for the buttons."""
        step = self.turn.step
        before = told(step.payload) if step and step.kind == LOOSE else Words()
        step = await Steps(self.turn).start(LOOSE, LOOSE, **kept(together(before, words)), message=message)
        await Steps(self.turn).watch(LOOSE_WAITS)
        return step.version

    async def belongs(self, version: int, case_id: CaseId) -> Draft:
        """The loose words are an answer in this case. Raises ButtonExpired."""
        step = self.turn.step
        if step is None or step.kind != LOOSE or step.version != version:
            raise ButtonExpired
        return await self.write(case_id, Words(), step.payload["message"])

    async def drop_loose(self, version: int) -> None:
        """The loose words belong nowhere. Raises ButtonExpired."""
        if self.turn.step is None or self.turn.step.kind != LOOSE or self.turn.step.version != version:
            raise ButtonExpired
        await Steps(self.turn).end()

    async def _answerable(self, case_id: CaseId) -> Case:
        """Somebody must be there to read it."""
        case = await Handling(self.turn).handled_open(case_id)
        if not await Twins(self.turn).has_reader(case):
            raise NotPossibleNow
        return case

    def refuse_while_a_draft_waits(self) -> None:
        """What was written and seen must be decided about first: it would be lost unnoticed."""
        step = self.turn.step
        is_seen = step is not None and step.kind in {ANSWER, CLOSE, CORRECT, PASSING} and step.step == PREVIEW
        if is_seen or (step is not None and step.kind == ERRAND and not told(step.payload).empty):
            raise DraftWaits

    def refuse_while_words_wait(self) -> None:
        """As above, for what cannot take along the words that belong to no case yet. Raises DraftWaits."""
        self.refuse_while_a_draft_waits()
        if self.has_loose:
            raise DraftWaits

    @property
    def has_loose(self) -> bool:
        """Whether words wait of which nobody knows yet where they belong."""
        return self.turn.step is not None and self.turn.step.kind == LOOSE

    async def _start(self, case: Case) -> Step:
        """A new answer; loose words are its beginning."""
        step = self.turn.step
        loose: Mapping[str, Any] = {}
        if step is not None and self.has_loose:
            loose = {**kept(told(step.payload)), "message": step.payload["message"]}
        return await begin_over(self.turn, ANSWER, WRITE, case=case.id, **loose)

    def _step(self, version: int | None = None) -> Step:
        step = self.turn.step
        if step is None or step.kind != ANSWER or version not in {None, step.version}:
            raise ButtonExpired
        return step

    async def _mine(self, version: int) -> Draft:
        step = self._step(version)
        if step.step != PREVIEW:
            raise ButtonExpired
        return await self._draft_in(step)

    async def _draft_in(self, step: Step) -> Draft:
        payload = step.payload
        return Draft(
            await self._case_of(step),
            step.version,
            told(payload),
            payload.get("texts", {}),
            payload.get("message"),
            foretold_in(payload),
            tuple(payload.get("along", ())),
        )

    async def _case_of(self, step: Step) -> Case:
        case = await find_case(self.turn.tx, CaseId(step.payload["case"]))
        if case is None:
            raise ButtonExpired
        return case

    async def _draft(
        self, case: Case, words: Words, message: int | None, texts: Mapping[str, str] | None = None
    ) -> Draft:
        if words.empty:
            raise NothingWritten
        along = await self._along(case)
        await Steps(self.turn).go(
            PREVIEW, **kept(words), message=message, texts=dict(texts or {}), along=along
        )
        step = await Foretelling(self.turn).ask(case, "" if texts else words.text)
        await Steps(self.turn).watch(DRAFT_WAITS, case)
        return await self._draft_in(step)

    async def _along(self, case: Case) -> list[CaseId]:
        """What else the answer goes to: looked up when it is written, so that nobody gets it whom the preview did not count."""
        if self.turn.step is not None and self.turn.step.payload.get("only_this"):
            return []
        return [one.id for one in await Twins(self.turn).open_of(case)]

    async def _over(self) -> None:
        await Foretelling(self.turn).over()
        await Steps(self.turn).end()

    async def _sent(self, case: Case) -> None:
        await insert_history(
            self.turn.tx, case.id, "answered", by=Handling(self.turn).staff.id, now=self.turn.now
        )
        await Desk(self.turn).answered(case)
        await Cards(self.turn).refresh(case)

    async def _keep_reading(self, case: Case, message: CaseMessage, draft: Draft) -> bool:
        """Keep how the resident reads it where that is known already: by people, or as it was previewed."""
        language = await People(self.turn).language_of_resident(case)
        if language is not None and language in draft.texts and language != DUTCH:
            reading: Foretold | None = Foretold(language, draft.texts[language])
        else:
            reading = draft.foretold if draft.foretold and draft.foretold.language == language else None
        if reading is not None and reading.text:
            await Foretelling(self.turn).keep(case, message, reading)
        return bool(draft.texts) or bool(reading and reading.text)

    async def _send_media(self, case: Case, message: CaseMessage) -> None:
        handling = Handling(self.turn)
        for item in range(len(message.words.media)):
            await handling.tell_resident(case, "case-answer-media", message=message.id, item=item)
        if message.words.spot:
            await handling.tell_resident(case, "case-answer-spot", message=message.id)

    def _person(self) -> Person:
        if self.turn.person is None:
            raise LookupError("nobody acts in this turn")
        return self.turn.person
