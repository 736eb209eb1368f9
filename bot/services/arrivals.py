"""Arrivals: translations that came back, from the machine or from a person, and who is told."""

from dataclasses import dataclass, replace
from typing import Final

from bot.domain.cases import Author, Case, CaseMessageId
from bot.domain.errors import AlreadyTranslated, CaseUnknown, NothingWritten, NotPossibleNow, NotYours
from bot.domain.intents import Act, Intent, OutboxId, Urgency
from bot.domain.people import Person, PersonId, StaffId, StaffMember
from bot.services.cards import Cards
from bot.services.desk import Desk
from bot.services.handling import Handling
from bot.services.read_along import ReadAlong
from bot.services.translations import ASKS, CHECK, SHOWN, VOICE, Request, Translations
from bot.services.turn import Turn
from storage.cases import insert_history, list_cases_of_resident
from storage.interpreting import TRANSLATED
from storage.memory import Sayable, remember
from storage.messages import Translation, TranslationState, set_translation, set_translation_state
from storage.outbox import OutboxRow, find_outbox_by_message, list_outbox_of_case
from storage.people import find_person

__all__ = ["ANSWER_TRANSLATED", "TRANSLATED", "Arrivals", "FromMachine"]

ANSWER: Final = "case-answer"
HANDLED: Final = "case-handled"
ANSWER_TRANSLATED: Final = "case-answer-translated"
MOST_CASES: Final = 1_000
# Messages to the resident in which words of the desk stand.
_WITH_WORDS: Final = (ANSWER, HANDLED)


@dataclass(frozen=True, slots=True)
class FromMachine:
    """What the machine made of one message; `text` None when it gave up for good."""

    message: CaseMessageId
    into: str
    text: str | None
    engine: str = ""
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Arrivals:
    turn: Turn

    async def from_machine(self, answer: FromMachine) -> None:
        """Keep the machine's translation and tell, or ask a person; nothing for what was erased meanwhile."""
        request = await Translations(self.turn).find(answer.message, answer.into)
        if request is None or request.translation.state is not TranslationState.ARRIVED:
            return  # erased, or other words took the place of those that the machine was given
        if answer.text is None:
            await self._ask_a_person(request)
            return
        engine = answer.engine or None  # none: a person translated the same words before
        made = replace(request.translation, text=answer.text, engine=engine, doubtful=answer.doubtful)
        await self._keep(request, made, by=None)
        await Translations(self.turn).ask_to_check(answer.message, answer.into)

    async def from_person(self, staff: StaffMember, request: Request, text: str) -> bool:
        """Keep a contact worker's translation, let it go on at once, and take the request from everybody's hands.

        Of what was translated before it is a correction: what was delivered on both sides is changed; whether it was
        one. The same words are translated like this from now on. Raises CaseUnknown, AlreadyTranslated, NothingWritten.
        """
        current = await Translations(self.turn).open_for(staff, request.message.id, request.into, again=True)
        if not text.strip():
            raise NothingWritten
        made = replace(current.translation, text=text.strip(), engine=None, doubtful=False)
        await self._remember(current, made.text)
        if current.done:
            await self._correct(current, made, staff, "translation-corrected")
        else:
            await self._keep(current, made, by=staff.id)
        await self._close(current, staff)
        return current.done

    async def confirm(self, staff: StaffMember, message: CaseMessageId, into: str) -> Request:
        """A contact worker says that the machine was right. Raises CaseUnknown, AlreadyTranslated."""
        current = await Translations(self.turn).open_for(staff, message, into)
        if not current.to_check:
            raise AlreadyTranslated
        made = replace(current.translation, doubtful=False)
        await self._remember(current, made.text)
        await self._correct(current, made, staff, "translation-confirmed")
        await self._close(current, staff)
        return current

    async def doubt(self, message: CaseMessageId) -> Case:
        """The desk does not trust what a machine made of a resident's words: contact workers are asked to look.

        Raises NotYours, also where there is no such message; NotPossibleNow where no machine translated it.
        """
        handling = Handling(self.turn)
        request = await Translations(self.turn).find(message, self.turn.city.master.code)
        if request is None:
            raise NotYours
        case = await handling.read(request.case.id)
        if not request.done or request.translation.engine is None:
            raise NotPossibleNow
        made = replace(request.translation, doubtful=True)
        await self._correct(request, made, handling.staff, "translation-doubted")
        await Translations(self.turn).ask_to_check(message, request.into)
        return case

    async def read_by(self, resident: Person, message: CaseMessageId, into: str) -> Request:
        """An answer with its translation, for the resident whose case it is. Raises CaseUnknown."""
        request = await Translations(self.turn).find(message, into)
        if request is None or request.case.resident != resident.id or not request.done:
            raise CaseUnknown
        return request

    async def turn_over(self, request: Request, pressed: int | None, face: str) -> None:
        """Show another face of the answer in the place of the message that was pressed."""
        person = self.turn.person
        if person is None or pressed is None:
            raise CaseUnknown
        row = await find_outbox_by_message(self.turn.tx, person.chat, pressed)
        is_answer = row is not None and row.intent.name == ANSWER
        values = row.intent.values if row is not None and is_answer else {}
        await self.turn.tell(
            Intent(
                chat=person.chat,
                person=person.id,
                name=ANSWER if is_answer else ANSWER_TRANSLATED,
                act=Act.EDIT,
                edits_message=pressed,
                case=request.case.id,
                values={**values, **request.values, "face": face},
            )
        )

    async def take_back_from_readers(self, resident: PersonId) -> None:
        """A resident would rather not be read along: what contact workers hold is deleted, and what waits has nobody."""
        for case in await list_cases_of_resident(self.turn.tx, resident, MOST_CASES):
            rows = [row for name in ASKS for row in await list_outbox_of_case(self.turn.tx, case.id, name)]
            for row in () if await ReadAlong(self.turn).may(case) else rows:
                await Cards(self.turn).remove(row)
        await Translations(self.turn).ask_again_for(resident)

    async def _ask_a_person(self, request: Request) -> None:
        """The machine could not: the desk reads so, and a contact worker is asked."""
        await set_translation_state(self.turn.tx, request.message.id, request.into, TranslationState.HUMAN)
        await Translations(self.turn).ask_people(request)
        if request.message.author is Author.RESIDENT:
            await Desk(self.turn).read_anew(request.case, request.message)

    async def _correct(self, request: Request, made: Translation, staff: StaffMember, act: str) -> None:
        """Change what was delivered. Who did it stands in the history alone."""
        await set_translation(self.turn.tx, request.case, made, staff=staff.id, now=self.turn.now)
        await insert_history(self.turn.tx, request.case.id, act, by=staff.id, now=self.turn.now)
        if request.message.author is Author.RESIDENT:
            await Desk(self.turn).read_anew(request.case, request.message)
        else:
            for name in (ANSWER_TRANSLATED, ANSWER):
                await Cards(self.turn).tell_anew(request.case, name, message=request.message.id)

    async def _remember(self, request: Request, text: str) -> None:
        """Not where few may read it; nor what was only spoken."""
        message, engine = request.message, request.translation.engine
        if request.case.sensitive or not message.words.text:
            return
        said = Sayable(message.words.text, message.language, request.into)
        await remember(self.turn.tx, said, text, message=message.id, engine=engine or "", now=self.turn.now)

    async def _keep(self, request: Request, made: Translation, *, by: StaffId | None) -> None:
        await set_translation(self.turn.tx, request.case, made, staff=by, now=self.turn.now)
        if request.message.author is Author.RESIDENT:
            await Desk(self.turn).translated(request.case, request.message)
        elif request.case.resident is not None:
            await self.tell_resident(request, request.case.resident)

    async def tell_resident(self, request: Request, resident: PersonId) -> None:
        """As a reply to the answer or to why it was closed, which came in Dutch before.

        Where words were put right after they had been translated, in the place of that translation.
        """
        if await Translations(self.turn).asked(request, ANSWER_TRANSLATED):
            await Cards(self.turn).tell_anew(request.case, ANSWER_TRANSLATED, **request.values)
            return
        if await self._went_along(request):
            for name in _WITH_WORDS:
                await Cards(self.turn).tell_anew(request.case, name, message=request.message.id)
            return
        person = await find_person(self.turn.tx, resident)
        if person is not None:
            await self.turn.tell(
                Intent(
                    chat=person.chat,
                    person=person.id,
                    name=ANSWER_TRANSLATED,
                    urgency=Urgency.CASE,
                    case=request.case.id,
                    values=request.values,
                    replies_to=await self._answer_row(request),
                )
            )

    async def _went_along(self, request: Request) -> bool:
        """Whether the answer's own message, or the one that closed the case, shows its translation."""
        for name in _WITH_WORDS:
            rows = await list_outbox_of_case(self.turn.tx, request.case.id, name)
            about = (row.intent.values for row in rows)
            if any(one.get("quick") and one.get("message") == request.message.id for one in about):
                return True
        return False

    async def _answer_row(self, request: Request) -> OutboxId | None:
        for name in _WITH_WORDS:
            for row in await list_outbox_of_case(self.turn.tx, request.case.id, name):
                if row.intent.values.get("message") == request.message.id:
                    return row.id
        return None

    async def _close(self, request: Request, by: StaffMember) -> None:
        """Everybody who was asked sees that it is done; words of a sensitive case that were shown are taken away."""
        translations = Translations(self.turn)
        for row in [*await translations.asked(request), *await translations.asked(request, CHECK)]:
            await self._edit(row, mine=row.intent.person == by.person)
        if request.case.sensitive:
            for name in (SHOWN, VOICE):
                for row in await translations.asked(request, name):
                    await Cards(self.turn).remove(row)

    async def _edit(self, row: OutboxRow, *, mine: bool) -> None:
        values = {**row.intent.values, "mine": mine}
        await self.turn.tell(replace(row.intent, act=Act.EDIT, edits=row.id, values=values, replies_to=None))
