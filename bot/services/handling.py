"""Handling: what staff do with a case. Every verb asks anew who acts, what they may, and in which state the case is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from bot.domain.cases import (
    Case,
    CaseId,
    Closing,
    Status,
    Words,
    require_arrow,
)
from bot.domain.city import WijkId
from bot.domain.errors import (
    ButtonExpired,
    CaseUnknown,
    NothingWritten,
    NotPossibleNow,
    NotYours,
    StillBusy,
    already_taken,
)
from bot.domain.intents import OutboxId, Value
from bot.domain.people import ChatId, StaffMember
from bot.domain.permissions import may_handle, may_note, may_read, may_see
from bot.services.cards import Cards
from bot.services.desk import Desk
from bot.services.desk_words import DeskWords
from bot.services.errand_ends import end_errands
from bot.services.passings import Passings
from bot.services.residents import Residents
from bot.services.routing import Routing
from bot.services.translations import Translations
from bot.services.turn import Turn
from bot.services.twins import Twins
from bot.services.verdicts import Verdicts
from storage import cases as rows
from storage.memory import forget_case
from storage.messages import Source, find_case_of_source
from storage.notes import insert_note
from storage.outbox import find_outbox_by_message, list_outbox_of_case
from storage.sealing_words import seal_words

IN_HAND: Final = "case-in-hand"
MOVED: Final = "case-moved"
HANDLED: Final = "case-handled"
LOOKED: Final = "looked"  # in the history
NO_TEXTS: Final[Mapping[str, str]] = MappingProxyType({})
_TAKEABLE: Final = frozenset({Status.RECEIVED, Status.REOPENED, Status.PASSED_ON})


@dataclass(frozen=True, slots=True)
class Handling:
    turn: Turn

    @property
    def staff(self) -> StaffMember:
        """Who acts. Raises ButtonExpired for a resident: to them none of this exists."""
        if self.turn.staff is None:
            raise ButtonExpired
        return self.turn.staff

    async def seen(self, case: CaseId) -> Case:
        """A case that who acts may see. Raises NotYours, also when there is no such case."""
        found = await rows.find_case(self.turn.tx, case)
        if found is None or not may_see(self.turn.city, self.staff, found):
            raise NotYours
        return found

    async def numbered(self, number: str) -> Case:
        """A case by its number. Raises CaseUnknown, also for one that who acts may not see."""
        found = await rows.find_case_by_number(self.turn.tx, number)
        if found is None or not may_see(self.turn.city, self.staff, found):
            raise CaseUnknown
        return found

    async def handled(self, case: CaseId) -> Case:
        """A case that who acts may handle. Raises NotYours."""
        found = await self.seen(case)
        if not may_handle(self.turn.city, self.staff, found):
            raise NotYours
        return found

    async def handled_open(self, case: CaseId) -> Case:
        """As `handled`. Raises NotPossibleNow when the case is over."""
        found = await self.handled(case)
        if not found.open:
            raise NotPossibleNow
        return found

    async def read(self, case: CaseId) -> Case:
        """A case whose words who acts may read. Raises NotYours."""
        found = await self.seen(case)
        if not may_read(self.turn.city, self.staff, found):
            raise NotYours
        return found

    async def notable(self, case: CaseId) -> Case:
        """A case that who acts may write a note in. Raises NotYours; NotPossibleNow for one that was erased."""
        found = await rows.find_case(self.turn.tx, case)
        if found is None or not may_note(self.turn.city, self.staff, found):
            raise NotYours
        if not found.alias:
            raise NotPossibleNow
        return found

    async def of_message(self, message: int) -> Case | None:
        """The case that a message in this chat is about, ours or one's own; None when it is about none that one may see."""
        about = await self._about(message)
        case = await rows.find_case(self.turn.tx, about) if about else None
        return case if case and may_see(self.turn.city, self.staff, case) else None

    async def refuse_other_case(self, quoted: int | None, case: CaseId | None = None) -> None:
        """What is written now is for this case, or for none. Raises StillBusy for a reply to another case."""
        about = await self._about(quoted) if quoted else None
        if about is not None and about != case:
            raise StillBusy

    async def take(self, case_id: CaseId) -> Case:
        """Take it in hand: who is first has it. Raises AlreadyTaken; a second press of the owner changes nothing."""
        case = await self.handled_open(case_id)
        owner = await Routing(self.turn).owner(case)
        if owner and owner.id != self.staff.id and not owner.away:
            raise already_taken(owner.role.value)
        if owner and owner.id == self.staff.id and case.status is Status.IN_HAND:
            return case
        for twin in await Twins(self.turn).open_of(case):
            await self.taken_along(twin)
        return await self.taken_along(case)

    async def taken_along(self, case: Case) -> Case:
        """In hand by who acts, or by who has what it goes with; its resident hears it."""
        taken = await self.in_hand(case)
        await self._tell_once(taken, IN_HAND)
        await self._changed(taken, "taken")
        return taken

    async def in_hand(self, case: Case) -> Case:
        """As it is once who acts has it in hand; a colleague who has it keeps it."""
        is_waited_for = case.status is Status.PASSED_ON and await Passings(self.turn).open_of(case)
        if case.status in _TAKEABLE and not is_waited_for:
            require_arrow(case.status, Status.IN_HAND)
            case = await rows.set_status(self.turn.tx, case, Status.IN_HAND, now=self.turn.now)
        return await self.owned(case)

    async def owned(self, case: Case) -> Case:
        """As it is once somebody has it: who acts, where nobody had."""
        owner = await Routing(self.turn).owner(case)
        if owner is None or owner.away:
            await rows.set_owner(self.turn.tx, case.id, self.staff.id)
        return await rows.get_case(self.turn.tx, case.id)

    async def note(self, case_id: CaseId, words: Words) -> Case:
        """Keep a note that only staff see. Raises NothingWritten for anything but a text."""
        case = await self.notable(case_id)
        if not words.text or words.media or words.spot:
            raise NothingWritten
        await insert_note(self.turn.tx, case, words.text, by=self.staff, now=self.turn.now)
        await self._changed(case, "noted")
        return case

    async def close(
        self, case_id: CaseId, outcome: Closing, reason: str, texts: Mapping[str, str] = NO_TEXTS
    ) -> Case:
        """Close it with an outcome; the resident hears it, with the reason, and is asked whether it is solved.

        `texts`: the reason in every language, where people wrote it so.
        """
        case = await self.handled_open(case_id)
        for twin in await Twins(self.turn).open_of(case):
            await self.close(twin.id, outcome, reason, texts)
        require_arrow(case.status, Status.HANDLED)
        case, words = await self.owned(case), DeskWords(self.turn)
        closed = await rows.set_status(self.turn.tx, case, Status.HANDLED, now=self.turn.now, outcome=outcome)
        message = await words.keep(closed, Words(reason), quick=bool(texts)) if reason else None
        about: Mapping[str, Value] = {"message": message.id, "quick": bool(texts)} if message else {}
        if message and texts:
            await words.keep_texts(closed, message, texts)
        until = await Verdicts(self.turn).wait_for(closed)
        await self.tell_resident(closed, HANDLED, until=until.isoformat(), **about)
        if message and not texts:
            await Translations(self.turn).wanted(closed, message)
        await Desk(self.turn).over(closed)
        await self._changed(closed, "closed", outcome=outcome.value)
        await Cards(self.turn).tell_keepers(closed, "notice-colleague", act="closed")
        return closed

    async def move(self, case_id: CaseId, wijk: str) -> Case:
        """Give it to another wijk, and to who is responsible there. Raises WijkUnknown, NotPossibleNow."""
        case, there = await self.handled_open(case_id), self.turn.city.wijk(wijk).id
        if case.wijk == there:
            raise NotPossibleNow
        case = await self._alone(case)
        for twin in await Twins(self.turn).open_of(case):
            await self._moved(twin, there)
        return await self._moved(case, there)

    async def _moved(self, case: Case, there: WijkId) -> Case:
        """Who has it keeps it only as one of those who are asked there."""
        before = await Routing(self.turn).owner(case)
        await rows.set_wijk(self.turn.tx, case.id, there)
        free = replace(case, wijk=there, owner=None)
        if before and before.id not in {one.id for one in await Routing(self.turn).responsible(free)}:
            await rows.set_owner(self.turn.tx, case.id, None)
        moved = await rows.get_case(self.turn.tx, case.id)
        await end_errands(self.turn, moved)
        await self._changed(moved, "moved", wijk=there)
        await Cards(self.turn).take_back_from_others(moved)
        await Cards(self.turn).give_to_responsible(moved)
        await self.tell_resident(moved, MOVED)
        return moved

    async def sort(self, case_id: CaseId, category: str) -> Case:
        """Give it another category. What was promised to be read by few is never opened to more by this."""
        case, new = await self.handled_open(case_id), self.turn.city.category(category)
        if new.id == case.category:
            return case
        case = await self._alone(case)
        sensitive = case.sensitive or new.sensitive
        await rows.set_category(self.turn.tx, case.id, new.id, sensitive=sensitive)
        sorted_ = await rows.get_case(self.turn.tx, case.id)
        if sensitive and not case.sensitive:
            sorted_ = await self._close_to_others(sorted_)
        await self._changed(sorted_, "sorted", category=new.id)
        await Cards(self.turn).give_to_responsible(sorted_)  # of another category others may be asked first
        return sorted_

    async def looked(self, case: Case) -> None:
        """Who looks at what is sensitive stands in the history."""
        await self._remember(case, LOOKED)

    async def tell_resident(self, case: Case, name: str, **values: Value) -> OutboxId | None:
        """Say something to the resident, as a reply to the receipt; None when there is nobody to tell."""
        return await Residents(self.turn).tell(case, name, **values)

    async def _alone(self, case: Case) -> Case:
        """What goes with another case, and is elsewhere or about something else, goes on by itself."""
        if case.twin_of is None:
            return case
        await Twins(self.turn).let_go(case)
        await self._remember(case, "parted")
        return await rows.get_case(self.turn.tx, case.id)

    async def _about(self, message: int) -> CaseId | None:
        row = await find_outbox_by_message(self.turn.tx, self._chat(), message)
        about = row.intent.case if row else None
        return about or await find_case_of_source(self.turn.tx, Source(self._chat(), message))

    def _chat(self) -> ChatId:
        return self.turn.person.chat if self.turn.person else ChatId(0)

    async def _tell_once(self, case: Case, name: str) -> None:
        """Once, and once more after each reopening."""
        told = await list_outbox_of_case(self.turn.tx, case.id, name)
        if not any(row.intent.values.get("reopened") == case.reopened for row in told):
            await self.tell_resident(case, name, reopened=case.reopened)

    async def _close_to_others(self, case: Case) -> Case:
        """It turned out to be sensitive: words are sealed, and what staff hold of them is taken back."""
        await seal_words(self.turn.tx, case)
        await forget_case(self.turn.tx, case.id)
        owner = await Routing(self.turn).owner(case)
        if owner and not may_read(self.turn.city, owner, case):
            await rows.set_owner(self.turn.tx, case.id, None)
        await Passings(self.turn).over(case)
        await Twins(self.turn).let_go(case)
        await end_errands(self.turn, case)
        await Cards(self.turn).take_back(case)
        return await rows.get_case(self.turn.tx, case.id)

    async def _changed(self, case: Case, act: str, **detail: str) -> None:
        await self._remember(case, act, **detail)
        await Cards(self.turn).refresh(case)

    async def _remember(self, case: Case, act: str, **detail: str) -> None:
        await rows.insert_history(
            self.turn.tx, case.id, act, by=self.staff.id, now=self.turn.now, detail=detail
        )
