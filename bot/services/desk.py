"""The desk: what it is told of a case, and to whom that goes. What staff do themselves is in handling.py."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.domain.cases import Author, Case, CaseId, CaseMessage, Solved
from bot.domain.intents import Value
from bot.domain.occurrences import Occurrence
from bot.domain.people import Role, StaffMember
from bot.services.cards import IN_FULL, MORE, TRANSLATED, Cards
from bot.services.errand_ends import end_errands
from bot.services.passings import Passings
from bot.services.promises import LATE, REMIND, Promises, waits_for_answer
from bot.services.routing import Routing
from bot.services.translations import Translations
from bot.services.turn import Turn
from bot.services.twins import Twins
from bot.services.verdicts import Verdicts
from storage import cases as rows
from storage.absences import lend_case
from storage.messages import list_messages

__all__ = ["AGAIN", "LATE", "REMIND", "TALK_AFTER", "Desk", "asks_to_talk", "open_cases"]

AGAIN: Final = "notice-again"
# After so many reopenings writing does not help any more: the coordinator sees it.
TALK_AFTER: Final = 2
MOST_CARDS_AT_ONCE: Final = 10


@dataclass(frozen=True, slots=True)
class Desk:
    """Called by whoever changed a case, after the change."""

    turn: Turn

    async def new_case(self, case: Case) -> None:
        """Give a new case to everybody responsible, and watch over the day its answer is due."""
        await Cards(self.turn).give_to_responsible(case)
        await Promises(self.turn).watch(case)

    async def resident_said(self, case: Case, message: CaseMessage) -> None:
        """The resident added words, pictures or a place."""
        await Cards(self.turn).refresh(case)
        await Cards(self.turn).add(case, message)

    async def translated(self, case: Case, message: CaseMessage) -> None:
        """The Dutch of what a resident wrote has come (or was corrected)."""
        await Cards(self.turn).refresh(case)
        await Cards(self.turn).add_translation(case, message)

    async def read_anew(self, case: Case, message: CaseMessage) -> None:
        """What stands for a resident's words has changed: everything that shows them is written anew."""
        await Cards(self.turn).refresh(case)
        for name in (IN_FULL, MORE, TRANSLATED):
            await Cards(self.turn).tell_anew(case, name, message=message.id)

    async def solved_said(self, case: Case, solved: Solved) -> None:
        """The resident said whether it is solved; the case is reopened already when it is not."""
        if solved is Solved.YES:
            await Cards(self.turn).refresh(case)
            await Cards(self.turn).tell_keepers(case, "notice-solved", silent=True)
        else:
            await self.reopened(case, solved)

    async def reopened(self, case: Case, why: Solved) -> None:
        """It was not solved: there is a new day by when to answer, and after a second time the coordinator sees it."""
        await Twins(self.turn).let_go(case)
        case = await self._in_hands(await rows.get_case(self.turn.tx, case.id))
        case = await Promises(self.turn).first(case)
        await Cards(self.turn).refresh(case)
        await Cards(self.turn).tell_keepers(case, "notice-reopened", why=why.value, times=case.reopened)
        if case.reopened >= TALK_AFTER:
            await self._tell_coordinators(case, "notice-reopened-again", times=case.reopened)

    async def withdrawn(self, case: Case) -> None:
        """The resident took it back; what it went together with goes on without it."""
        await self.over(case)
        await Twins(self.turn).let_go(case)
        await Cards(self.turn).refresh(case)
        await Cards(self.turn).tell_keepers(case, "notice-withdrawn")

    async def happening_again(
        self, case: Case, occurrence: Occurrence, *, is_first: bool, is_told: bool
    ) -> None:
        """It happened once more; only the first time of a day makes a sound, and of very many only the card tells."""
        await Cards(self.turn).refresh(case)
        if is_told:
            await Cards(self.turn).tell_keepers(case, AGAIN, silent=not is_first, occurrence=occurrence.id)

    async def occurrence_changed(self, case: Case, occurrence: Occurrence) -> None:
        """It was at another moment, or a mistake: what the desk was told of it is told anew."""
        await Cards(self.turn).refresh(case)
        await Cards(self.turn).tell_anew(case, AGAIN, occurrence=occurrence.id)

    async def talk_asked(self, case: Case) -> None:
        """The resident wants to speak with somebody about it."""
        await Cards(self.turn).refresh(case)
        await Cards(self.turn).tell_keepers(case, "notice-talk")
        await self._tell_coordinators(case, "notice-talk")

    async def made_urgent(self, case: Case) -> None:
        """The resident said that it is going on now."""
        await Cards(self.turn).refresh(case)
        await Cards(self.turn).tell_keepers(case, "notice-urgent")

    async def erased(self, case: Case) -> None:
        """The resident erased everything: cards say so, and what staff hold of it is deleted."""
        await self.over(case)
        await Verdicts(self.turn).over(case)
        await Cards(self.turn).take_back(case)
        await Cards(self.turn).refresh(case)

    async def welcome(self, staff: StaffMember) -> None:
        """Somebody joined: open cases that nobody has taken come to them where they are responsible."""
        routing, cards = Routing(self.turn), Cards(self.turn)
        waiting = [case for case in await self._unowned() if staff in await routing.responsible(case)]
        for case in waiting[:MOST_CARDS_AT_ONCE]:
            await cards.give(case, staff)
        if len(waiting) > MOST_CARDS_AT_ONCE:
            await self.turn.say(staff.person, "more-waits", count=len(waiting) - MOST_CARDS_AT_ONCE)

    async def hand_over(self, staff: StaffMember) -> None:
        """Somebody was released: their open cases go to the other people responsible, and their cards go blank.

        Called after the release, with the member as it was before: the person tells which chat holds cards.
        """
        await self._let_go(staff)
        for case in await self._unowned():
            if Routing(self.turn).may_have(staff, case):
                await Cards(self.turn).give_to_responsible(case)
                if staff.away:
                    await Cards(self.turn).take_back_from_others(case)
                    await Cards(self.turn).refresh(case, besides=staff.person)
        await Cards(self.turn).take_back_from(staff.person)

    async def given(self, case: Case, before: StaffMember | None, now: StaffMember) -> None:
        """Somebody was given a case by who leads; whoever had it before, and may see it no more, keeps nothing of it."""
        acting = self.turn.staff.id if self.turn.staff else None
        await self._translate_talk(case)
        await Cards(self.turn).refresh(case)
        if before is not None and before.id not in {acting, now.id}:
            await Cards(self.turn).tell(case, [before], "notice-given-away", {})
        await Cards(self.turn).take_back_from_others(case)
        if now.id != acting:
            await Cards(self.turn).tell(case, [now], "notice-given", {})

    async def who_answers(self, case: Case) -> Role:
        """The role to name to the resident as the one who answers."""
        return await Routing(self.turn).who_answers(case)

    async def answered(self, case: Case) -> None:
        """An answer left: what is due next is another one."""
        await Promises(self.turn).next(case)

    async def over(self, case: Case) -> None:
        """Nothing is due any more, no partner is asked for anything, and nobody has to look."""
        await Promises(self.turn).over(case)
        await Passings(self.turn).over(case)
        await end_errands(self.turn, case)

    async def remind(self, case_id: CaseId) -> None:
        """The answer is due on the next working day."""
        case = await rows.find_case(self.turn.tx, case_id)
        if case and case.open and not await Twins(self.turn).is_covered(case):
            waits = await waits_for_answer(self.turn, case)
            await Cards(self.turn).tell_keepers(case, "notice-remind" if waits else "notice-remind-next")

    async def late(self, case_id: CaseId) -> None:
        """The day has passed without a word: the resident is told so, who has it, and the coordinator."""
        case = await rows.find_case(self.turn.tx, case_id)
        if case and case.open:
            case = await Promises(self.turn).admit(case)
            await rows.insert_history(self.turn.tx, case.id, "late", by=None, now=self.turn.now)
            name = "notice-late" if await waits_for_answer(self.turn, case) else "notice-quiet"
            await Cards(self.turn).refresh(case)
            if not await Twins(self.turn).is_covered(case):
                await Cards(self.turn).tell_keepers(case, name)
                await self._tell_coordinators(case, name)

    async def unreachable(self, case_id: CaseId) -> None:
        """A message about this case did not arrive at the chat of who acts: the resident's, or a colleague's.

        A colleague who has stopped the bot can handle nothing; what that person had goes to the others.
        """
        case = await rows.find_case(self.turn.tx, case_id)
        person = self.turn.person
        if case is None or person is None:
            return
        if case.resident == person.id:
            await Cards(self.turn).tell_keepers(case, "notice-unreachable")
            return
        if self.turn.staff is not None:
            await self._let_go(self.turn.staff)
        if case.open:
            await Cards(self.turn).give_to_responsible(await rows.get_case(self.turn.tx, case.id))

    async def _in_hands(self, case: Case) -> Case:
        """Who had it when it was closed may be gone since: then others may have it; who is away has it back later."""
        owner = await Routing(self.turn).owner(case)
        if case.owner in {None, *(one.id for one in await Routing(self.turn).keepers(case))}:
            return case
        if owner is not None and owner.away:
            await lend_case(self.turn.tx, case.id, owner.id, None)
        await rows.set_owner(self.turn.tx, case.id, None)
        return await rows.get_case(self.turn.tx, case.id)

    async def _let_go(self, staff: StaffMember) -> None:
        """Nobody has these cases any more, and those who could have them are asked."""
        for case in await rows.list_open_cases_of_owner(self.turn.tx, staff.id):
            await rows.set_owner(self.turn.tx, case.id, None)
            await rows.insert_history(self.turn.tx, case.id, "handed-over", by=staff.id, now=self.turn.now)
            unowned = await rows.get_case(self.turn.tx, case.id)
            await self._translate_talk(unowned)
            await Cards(self.turn).refresh(unowned, besides=staff.person)
            await Cards(self.turn).tell_keepers(unowned, "notice-waits")

    async def _translate_talk(self, case: Case) -> None:
        """A conversation goes to somebody who may not speak the language; that it is wished for stands on the card."""
        messages = await list_messages(self.turn.tx, case.id) if case.talks_first else []
        for message in messages[1:]:
            if message.author is Author.RESIDENT:
                await Translations(self.turn).wanted(case, message)

    async def _unowned(self) -> Iterable[Case]:
        return [case for case in await open_cases(self.turn) if case.owner is None]

    async def _tell_coordinators(self, case: Case, name: str, **values: Value) -> None:
        """Those who do not keep the case already."""
        keepers = {member.id for member in await Routing(self.turn).keepers(case)}
        coordinators = await Routing(self.turn).coordinators(case)
        others = [member for member in coordinators if member.id not in keepers]
        await Cards(self.turn).tell(case, others, name, values)


async def asks_to_talk(turn: Turn, case: Case) -> bool:
    """Whether a conversation was asked for since the case was opened, or reopened."""
    asked = False
    for act, *_ in await rows.list_history(turn.tx, case.id):
        if act in {"talk", "reopened"}:
            asked = act == "talk"
    return asked or case.talk


async def open_cases(turn: Turn) -> list[Case]:
    """Every case that waits for somebody; what its resident erased waits for nobody."""
    return [case for case in await rows.list_open_cases(turn.tx) if case.alias]
