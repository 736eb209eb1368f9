"""Translations: which words need one, and who is asked for it. The original has gone already; nobody waits."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Final

from bot.domain.cases import Author, Case, CaseMessage, CaseMessageId, MediaKind, Words
from bot.domain.city import City
from bot.domain.errors import AlreadyTranslated, CaseUnknown
from bot.domain.guessing import languages_said
from bot.domain.intents import Intent, Urgency, Value
from bot.domain.people import Person, PersonId, Role, StaffMember
from bot.domain.permissions import may_translate_words
from bot.services.gathering import Gathering
from bot.services.people import People
from bot.services.read_along import ReadAlong
from bot.services.routing import Routing
from bot.services.turn import Turn
from storage.cases import get_case
from storage.interpreting import insert_known
from storage.memory import Sayable, recall
from storage.messages import (
    Translation,
    TranslationState,
    ask_translation,
    find_message,
    find_translation,
    list_doubtful,
    list_messages,
    list_translations_waiting,
)
from storage.outbox import OutboxRow, find_outbox_by_message, list_outbox_of_case
from storage.people import find_person
from storage.staff import list_staff
from storage.transcripts import ask_transcript, is_transcript_awaited

REQUEST: Final = "translation-request"
VOICE: Final = "translation-voice"
SHOWN: Final = "translation-shown"
CHECK: Final = "translation-check"
NOBODY: Final = "translation-nobody"
# What a contact worker's reply may answer.
ASKS: Final = frozenset({REQUEST, VOICE, SHOWN, CHECK})
MOST_WAITING: Final = 1_000
_HEARD: Final = frozenset({MediaKind.VOICE, MediaKind.VIDEO_NOTE})


@dataclass(frozen=True, slots=True)
class Request:
    """One message of a case, and the language it is wanted in."""

    case: Case
    message: CaseMessage
    into: str
    translation: Translation
    may_read: bool = True  # the resident lets contact workers read along

    @property
    def done(self) -> bool:
        return self.translation.done

    @property
    def to_check(self) -> bool:
        """Whether a machine translated it, and somebody should look."""
        return self.done and self.translation.doubtful

    @property
    def values(self) -> dict[str, Value]:
        """What an intent about it carries, so that a reply finds it."""
        return {"message": self.message.id, "into": self.into}


@dataclass(frozen=True, slots=True)
class Translations:
    turn: Turn

    async def wanted(self, case: Case, message: CaseMessage) -> None:
        """Let the words of a new message be translated for whoever reads them, when they read another language.

        Call it when the message has been inserted: a resident's is wanted in Dutch, one of staff in the resident's
        language. What a person made of the same words before comes back. Else with a machine the text waits for it;
        without one a contact worker is asked. What was only spoken is written down first, where a machine can.
        """
        into = await self._language_of_reader(case, message)
        is_own = message.author is Author.RESIDENT
        is_read = into == message.said_in and not (is_own and is_spoken(message.words))
        if into is None or is_read or not _says_anything(message.words):
            return
        if is_own and await Routing(self.turn).reads_as_written(case, message.language):
            return
        if await self._is_listened_to(message) or into == message.said_in:
            return
        if await self._known(case, message, into):
            return
        is_for_machine = self.turn.rules.machine and _has_letters(message.said)
        state = TranslationState.MACHINE if is_for_machine else TranslationState.HUMAN
        await ask_translation(self.turn.tx, message.id, into, state, self.turn.now)
        if state is TranslationState.HUMAN:
            await self.ask_people(await self._existing(case, message, into))

    async def find(self, message: CaseMessageId, into: str) -> Request | None:
        """What was asked; None when it was not, or has been erased since."""
        found = await find_message(self.turn.tx, message)
        translation = await find_translation(self.turn.tx, message, into)
        if found is None or translation is None:
            return None
        case = await get_case(self.turn.tx, found.case)
        return Request(case, found, into, translation, await ReadAlong(self.turn).may(case))

    async def open_for(
        self, staff: StaffMember, message: CaseMessageId, into: str, *, again: bool = False
    ) -> Request:
        """A request that this contact worker may answer now, or a doubtful translation; `again`: one's own as well.

        Raises CaseUnknown, AlreadyTranslated.
        """
        request = await self.find(message, into)
        if request is None or not self._may_answer(staff, request):
            raise CaseUnknown
        is_mine = again and request.translation.staff == staff.id
        if request.done and not request.to_check and not is_mine:
            raise AlreadyTranslated
        if not request.done and request.translation.state is not TranslationState.HUMAN:
            raise CaseUnknown  # the machine has it: no person was ever asked
        return request

    async def replied_to(self, staff: StaffMember, chat: int, message: int) -> Request | None:
        """The request that a message of ours in this chat asked for; None when it asked for none."""
        row = await find_outbox_by_message(self.turn.tx, chat, message)
        if row is None or row.intent.name not in ASKS:
            return None
        about = row.intent.values
        message_id = CaseMessageId(int(about["message"] or 0))
        return await self.open_for(staff, message_id, str(about["into"]), again=True)

    async def waiting_for(self, staff: StaffMember) -> list[Request]:
        """What waits for somebody who speaks these languages: own wijken first, then oldest first."""
        waiting = [*await self.waiting(), *await self._doubtful()]
        requests = [request for request in waiting if self._may_answer(staff, request)]
        return sorted(requests, key=lambda request: not staff.places.cover(self.turn.city, request.case.wijk))

    async def ask_people(self, request: Request, *, anew: bool = False) -> None:
        """Ask the contact workers of the language: of the wijk, else all of them, else say that there is nobody.

        Who was asked already is asked again only for other words (`anew`).
        """
        people = await self._people_for(request)
        already = set() if anew else {row.intent.person for row in await self.asked(request)}
        for person in people:
            if person.id not in already and not await Gathering(self.turn).request(person):
                await self._ask(person, request)
        if people:
            await ReadAlong(self.turn).tell(request.case)
        else:
            await self._tell_that_there_is_nobody(request)

    async def ask_to_check(self, message: CaseMessageId, into: str) -> None:
        """Ask the contact workers of the language to look at what a machine made of it, once each."""
        request = await self.find(message, into)
        if request is None or not request.to_check:
            return
        already = {row.intent.person for row in await self.asked(request, CHECK)}
        for person in await self._people_for(request):
            if person.id not in already and not await Gathering(self.turn).request(person):
                await self._ask(person, request, CHECK)

    async def ask_again(self, languages: Collection[str]) -> None:
        """Ask anew for what waits in these languages, where those who were asked are gone."""
        for request in await self.waiting():
            if self._foreign(request) in languages:
                await self.ask_people(request)

    async def ask_again_for(self, resident: PersonId) -> None:
        """Ask for what waits of one resident, who lets contact workers read along again."""
        for request in await self.waiting():
            if request.case.resident == resident:
                await self.ask_people(request)

    async def welcome(self, staff: StaffMember) -> None:
        """Tell somebody who joined how much waits for their languages."""
        if waiting := await self.waiting_for(staff):
            await self.turn.say(staff.person, "relay-welcome", count=len(waiting))

    async def asked(self, request: Request, name: str = REQUEST) -> list[OutboxRow]:
        """The messages of that name that were sent about this request."""
        rows = await list_outbox_of_case(self.turn.tx, request.case.id, name)
        return [row for row in rows if row.intent.values.items() >= request.values.items()]

    async def _language_of_reader(self, case: Case, message: CaseMessage) -> str | None:
        if message.author is Author.RESIDENT:
            return self.turn.city.master.code
        return await People(self.turn).language_of_resident(case)

    async def _existing(self, case: Case, message: CaseMessage, into: str) -> Request:
        translation = await find_translation(self.turn.tx, message.id, into)
        if translation is None:
            raise LookupError("a translation that was just asked for is not there")
        return Request(case, message, into, translation, await ReadAlong(self.turn).may(case))

    async def waiting(self) -> list[Request]:
        """Everything that waits for a person, oldest first."""
        rows = await list_translations_waiting(self.turn.tx, TranslationState.HUMAN, MOST_WAITING)
        return await self._found(rows)

    async def _doubtful(self) -> list[Request]:
        """What a machine made and somebody should look at."""
        return await self._found(await list_doubtful(self.turn.tx, MOST_WAITING))

    async def _found(self, rows: Collection[Translation]) -> list[Request]:
        found = [await self.find(row.message, row.language) for row in rows]
        return [request for request in found if request]

    async def _is_listened_to(self, message: CaseMessage) -> bool:
        """Whether a machine writes down what was spoken; then it comes back here with the words."""
        if not self.turn.rules.listens or message.heard is not None or not is_spoken(message.words):
            return False
        await ask_transcript(self.turn.tx, message.id, message.language, self.turn.now)
        return await is_transcript_awaited(self.turn.tx, message.id)

    async def _known(self, case: Case, message: CaseMessage, into: str) -> bool:
        """Whether somebody translated the same words before; then that arrives. Not where few may read."""
        said = Sayable(message.words.text, message.language, into)
        known = await recall(self.turn.tx, said) if _has_letters(said.text) and not case.sensitive else None
        if known is not None:
            resident = await find_person(self.turn.tx, case.resident) if case.resident else None
            await ask_translation(self.turn.tx, message.id, into, TranslationState.ARRIVED, self.turn.now)
            lane = resident.chat if resident else 0
            await insert_known(self.turn.tx, message.id, into, known.text, lane=lane, now=self.turn.now)
        return known is not None

    def _foreign(self, request: Request) -> str:
        """Which of the two languages a contact worker must speak: the one that is not Dutch."""
        return request.message.said_in if request.into == self.turn.city.master.code else request.into

    def _may_answer(self, staff: StaffMember, request: Request) -> bool:
        return request.may_read and may_translate_words(
            self.turn.city, staff, request.case, self._foreign(request)
        )

    async def _people_for(self, request: Request) -> list[Person]:
        workers = await list_staff(self.turn.tx, Role.CONTACT_WORKER)
        able = [worker for worker in workers if not worker.away and self._may_answer(worker, request)]
        near = [worker for worker in able if worker.places.cover(self.turn.city, request.case.wijk)]
        return await self._reachable(near) or await self._reachable(able)

    async def _reachable(self, staff: Collection[StaffMember]) -> list[Person]:
        people = [await find_person(self.turn.tx, member.person) for member in staff]
        return [person for person in people if person and not person.blocked]

    async def _ask(self, person: Person, request: Request, name: str = REQUEST) -> None:
        asking = Intent(
            chat=person.chat,
            person=person.id,
            name=name,
            urgency=Urgency.CASE,
            case=request.case.id,
            values=request.values,
        )
        asked = await self.turn.tell(asking)
        if name == REQUEST and is_spoken(request.message.words) and not request.case.sensitive:
            await self.turn.tell(replace(asking, name=VOICE, replies_to=asked))

    async def _tell_that_there_is_nobody(self, request: Request) -> None:
        """Once a case and language; not of a language that no word of the case is in, for a chat is only set to it."""
        said = languages_said(await list_messages(self.turn.tx, request.case.id))
        if request.message.author is Author.STAFF and request.into not in said:
            return
        language = name_of(self.turn.city, self._foreign(request))
        told = await list_outbox_of_case(self.turn.tx, request.case.id, NOBODY)
        if any(row.intent.values["language"] == language for row in told):
            return
        everybody = await list_staff(self.turn.tx, Role.COORDINATOR)
        for member in everybody or await list_staff(self.turn.tx, Role.ADMINISTRATOR):
            if not await Gathering(self.turn).has_heard_enough(member.person, NOBODY):
                number = request.case.number
                await self.turn.say(
                    member.person, NOBODY, case=request.case, number=number, language=language
                )


def name_of(city: City, language: str) -> str:
    """The language's own name; its code when the city speaks it no more."""
    return next((one.name for one in city.languages if one.code == language), language)


def is_spoken(words: Words) -> bool:
    """Whether all that was said has to be listened to."""
    return not _has_letters(words.text) and any(item.kind in _HEARD for item in words.media)


def _says_anything(words: Words) -> bool:
    return _has_letters(words.text) or is_spoken(words)


def _has_letters(text: str) -> bool:
    """Figures and pictograms read the same in every language."""
    return any(map(str.isalpha, text))
