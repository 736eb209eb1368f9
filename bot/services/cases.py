"""Cases as their resident knows them: opened, added to, withdrawn, solved or not."""

from dataclasses import dataclass, replace
from typing import Final

from bot.domain.cases import (
    Author,
    Case,
    CaseId,
    CaseKind,
    CaseMessage,
    CaseMessageId,
    CaseNumber,
    Origin,
    Solved,
    Spot,
    Status,
    Words,
    draw_alias,
    require_arrow,
)
from bot.domain.city import CategoryId, WijkId
from bot.domain.drafts import Part
from bot.domain.errors import ButtonExpired, CaseUnknown, NothingWritten, NotPossibleNow
from bot.domain.guessing import guess
from bot.domain.intents import OutboxId, Value
from bot.domain.people import Person, Role
from bot.domain.permissions import may_observe, may_speak_for
from bot.services.calendar import Calendar
from bot.services.dangers import Dangers
from bot.services.desk import Desk, asks_to_talk
from bot.services.gathering import Gathering
from bot.services.people import People
from bot.services.residents import RECEIPT, Residents
from bot.services.translations import Translations
from bot.services.turn import Turn
from bot.services.verdicts import Verdicts
from storage import cases as rows
from storage.contact import list_opened_by
from storage.messages import Source, find_case_of_source, insert_message, list_messages
from storage.outbox import find_outbox_by_message

MOST_LISTED: Final = 200
TALK_AFTER: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCase:
    """What a case is opened with. `run` is the version of the draft it comes from; `talk`: a conversation is asked.

    `origin`: staff may speak for somebody else, or for what they saw themselves.
    """

    kind: CaseKind
    parts: tuple[Part, ...]
    category: CategoryId | None = None
    wijk: WijkId | None = None
    place: str = ""
    spot: Spot | None = None
    urgent: bool = False
    talk: bool = False
    run: int = 0
    origin: Origin = Origin.RESIDENT


@dataclass(frozen=True, slots=True)
class Cases:
    """The verbs of who acts on the own cases; somebody else's case does not exist for them (CaseUnknown)."""

    turn: Turn

    async def open(self, new: NewCase) -> Case:
        """Open a case, hand it to the desk and give the receipt. Raises NothingWritten when it would say nothing."""
        if not new.parts and (new.category is None or new.kind is not CaseKind.SIGNAL):
            raise NothingWritten
        person = self._acting()
        self._require_right(new.origin)
        case = await rows.insert_case(self.turn.tx, self._fresh(person, new))
        if new.origin is Origin.RESIDENT:
            await Gathering(self.turn).opens(case, person.id)
        await self._note(case, "opened", _detail(new))
        messages = [await self._keep(case, part) for part in new.parts]
        if case.wijk:
            await People(self.turn).was_at(case.wijk)
        await self.turn.say(case.resident, RECEIPT, case=case)
        await Desk(self.turn).new_case(case)
        for message in (
            () if new.talk else messages
        ):  # the wish to talk is the same few words in every language
            await Translations(self.turn).wanted(case, message)
        return case

    async def mine(self, *, open_only: bool = False) -> list[Case]:
        """The own cases, newest first."""
        found = await rows.list_cases_of_resident(self.turn.tx, self._acting().id, MOST_LISTED)
        return [case for case in found if case.open or not open_only]

    async def own(self, case: int) -> Case:
        """One of the own cases. Raises CaseUnknown."""
        found = await self.find(CaseId(case))
        if found is None:
            raise CaseUnknown
        return found

    async def find(self, case: CaseId | None) -> Case | None:
        """One of the own cases; None when it is not, or not any more."""
        found = await rows.find_case(self.turn.tx, case) if case is not None else None
        return found if found and found.resident == self._acting().id else None

    async def sent_by(self, run: int) -> Case | None:
        """The case that a draft of who acts has become, found by the draft's version."""
        for case in await self._latest():
            history = await rows.list_history(self.turn.tx, case.id)
            if any(act == "opened" and detail.get("run") == str(run) for act, _, detail, _ in history):
                return case
        return None

    async def _latest(self) -> list[Case]:
        """What who acts sent last, also where there is no reporter."""
        latest = await rows.list_cases_of_resident(self.turn.tx, self._acting().id, 1)
        staff = self.turn.staff
        return latest + (await list_opened_by(self.turn.tx, staff.id, 1) if staff else [])

    async def replied_to(self, message: int) -> Case | None:
        """The own case that a message of this chat belongs to, ours or theirs; also one that was taken back."""
        chat = self._acting().chat
        ours = await find_outbox_by_message(self.turn.tx, chat, message)
        about = ours.intent.case if ours else await find_case_of_source(self.turn.tx, Source(chat, message))
        return await self.find(about)

    async def words_of(self, case: Case) -> list[Words]:
        """What the resident wrote and sent, oldest first."""
        messages = await list_messages(self.turn.tx, case.id)
        return [message.words for message in messages if message.author is Author.RESIDENT]

    async def add(self, case: Case, part: Part) -> CaseMessage:
        """Add what somebody wrote or sent to the case. Raises NothingWritten, NotPossibleNow."""
        if part.words.empty:
            raise NothingWritten
        if case.status is Status.WITHDRAWN:
            raise NotPossibleNow
        await Gathering(self.turn).adds(case, self._acting().id)
        message = await self._keep(case, part)
        await self._note(case, "added")
        await Verdicts(self.turn).heard_of(case)
        if await Dangers(self.turn).look(part.words.text, case=case):
            self.turn.gathers_since = None  # danger always comes on its own
        await Desk(self.turn).resident_said(case, message)
        await Translations(self.turn).wanted(case, message)
        return message

    async def withdraw(self, case: Case) -> Case:
        """Take the case back. Raises NotPossibleNow when the desk has closed it; twice is the same as once."""
        if case.status is Status.WITHDRAWN:
            return case
        require_arrow(case.status, Status.WITHDRAWN)
        changed = await rows.set_status(self.turn.tx, case, Status.WITHDRAWN, now=self.turn.now)
        await self._note(case, "withdrawn")
        await Desk(self.turn).withdrawn(changed)
        return changed

    async def make_urgent(self, case: Case) -> None:
        """It is going on now: it goes first at the desk. Twice is the same as once. Raises NotPossibleNow."""
        if not case.open:
            raise NotPossibleNow
        if not case.urgent:
            await rows.set_urgent(self.turn.tx, case.id)
            await self._note(case, "urgent")
            await Desk(self.turn).made_urgent(replace(case, urgent=True))

    async def say_solved(self, case: Case, solved: Solved, part: Part | None = None) -> Case:
        """What the resident says of a handled case; all but yes reopen it, with the words that came with it.

        A second press gives the same answer. Raises NotPossibleNow when it was not handled.
        """
        if case.status is not Status.HANDLED:
            if await self.solved_said(case) is solved:
                return case
            raise NotPossibleNow
        said_before = await self.solved_said(case)
        await self._note(case, "solved", {"said": solved.value})
        await Verdicts(self.turn).over(case)
        if solved is Solved.YES:
            if said_before is not Solved.YES:
                await Desk(self.turn).solved_said(case, solved)
            return case
        return await self._reopen(case, solved, part)

    async def solved_said(self, case: Case) -> Solved | None:
        """What the resident said last of whether it is solved; None when it was handled again since, or never said."""
        return await Verdicts(self.turn).said(case)

    async def talk(self, case: Case) -> None:
        """The resident wants to speak with somebody; said once, and once more when it was reopened. Raises NotPossibleNow."""
        if not case.open:
            raise NotPossibleNow
        if not await asks_to_talk(self.turn, case):
            await self._note(case, "talk")
            await Desk(self.turn).talk_asked(case)

    async def who_answers(self, case: Case) -> Role:
        """The role to name as the one who answers."""
        return await Desk(self.turn).who_answers(case)

    async def tell(self, case: Case, name: str, **values: Value) -> OutboxId | None:
        """Answer who acts about the own case, as a reply to its receipt; it stays worth saying for a day."""
        return await Residents(self.turn).answer(case, name, **values)

    async def _reopen(self, case: Case, solved: Solved, part: Part | None) -> Case:
        require_arrow(case.status, Status.REOPENED)
        if solved is Solved.NO:
            await rows.set_urgent(self.turn.tx, case.id)
        await Verdicts(self.turn).over(case)
        changed = await rows.set_status(self.turn.tx, case, Status.REOPENED, now=self.turn.now)
        await self._note(case, "reopened", {"said": solved.value})
        await Desk(self.turn).solved_said(changed, solved)
        if part is not None and not part.words.empty:
            await self.add(changed, part)
        return changed

    def _fresh(self, person: Person, new: NewCase) -> Case:
        category = self.turn.city.category(new.category) if new.category else None
        return Case(
            id=CaseId(0),
            number=CaseNumber(""),
            alias=draw_alias(),
            kind=new.kind,
            status=Status.RECEIVED,
            created_at=self.turn.now,
            resident=None if new.origin is Origin.OBSERVED else person.id,
            category=new.category,
            wijk=self.turn.city.wijk(new.wijk).id if new.wijk else None,
            place=new.place,
            spot=new.spot,
            urgent=new.urgent,
            sensitive=category is not None and category.sensitive,
            due_on=Calendar(self.turn.city).due_on(self.turn.now),
            talk=new.talk,
            origin=new.origin,
            opened_by=self.turn.staff.id if self.turn.staff and new.origin is not Origin.RESIDENT else None,
        )

    def _require_right(self, origin: Origin) -> None:
        """Who speaks for whom. Raises ButtonExpired: to everybody else this does not exist."""
        staff = self.turn.staff
        may = {Origin.BEHALF: may_speak_for, Origin.OBSERVED: may_observe}.get(origin)
        if may is not None and not (staff and may(staff)):
            raise ButtonExpired

    async def _keep(self, case: Case, part: Part) -> CaseMessage:
        person = self._acting()
        source = Source(person.chat, part.message) if part.message is not None else None
        language = self._written_in(part.words.text) or await self._language(case, person)
        message = CaseMessage(CaseMessageId(0), case.id, Author.RESIDENT, language, part.words, self.turn.now)
        return await insert_message(self.turn.tx, case, message, source=source)

    def _written_in(self, text: str) -> str | None:
        """The language that the words are surely in: somebody may write in another than the one of the chat."""
        language = guess(text)
        return language if language in {one.code for one in self.turn.city.languages} else None

    async def _language(self, case: Case, person: Person) -> str:
        """Staff write Dutch, also for somebody else."""
        dutch = self.turn.city.master.code
        if case.origin in {Origin.BEHALF, Origin.OBSERVED}:
            return dutch
        return await People(self.turn).language_about(case.id, person) or dutch

    async def _note(self, case: Case, act: str, detail: dict[str, str] | None = None) -> None:
        """What a contact worker does for somebody, that person does."""
        by = case.opened_by if case.origin in {Origin.BEHALF, Origin.OBSERVED} else None
        await rows.insert_history(self.turn.tx, case.id, act, by=by, now=self.turn.now, detail=detail)

    def _acting(self) -> Person:
        if self.turn.person is None:
            raise CaseUnknown
        return self.turn.person


def _detail(new: NewCase) -> dict[str, str]:
    origin = {} if new.origin is Origin.RESIDENT else {"origin": new.origin.value}
    return {"run": str(new.run)} | ({"talk": "yes"} if new.talk else {}) | origin
