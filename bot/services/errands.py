"""Errands: the desk asks the team of a wijk to go and look; who takes it sends back what is there, to the desk alone."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from bot.domain.cases import Case, CaseId, Words
from bot.domain.errands import Errand, ErrandId, ErrandState
from bot.domain.errors import ButtonExpired, NobodyOfTheTeam, NothingWritten, NotYours, TooLong, already_taken
from bot.domain.people import PersonId, Role, StaffMember
from bot.domain.permissions import may_go_and_look, may_send_to_look
from bot.services.answer_drafts import kept, together, told
from bot.services.answers import ERRAND as ERRAND_STEP
from bot.services.answers import Answers
from bot.services.calendar import Calendar
from bot.services.cards import SPOT, Cards
from bot.services.errand_ends import WAITS, ask_team_anew, end_errand, team_of
from bot.services.errand_names import ERRAND, ERRAND_MEDIA, ERRAND_SEEN
from bot.services.handling import Handling
from bot.services.in_between import begin_over
from bot.services.routing import Routing
from bot.services.steps import Steps
from bot.services.turn import Turn
from storage import errands as rows
from storage.cases import get_case, insert_history
from storage.outbox import find_outbox_by_message
from storage.staff import find_staff
from storage.steps import Step, find_step

__all__ = ["WAITS", "Errands"]

KIND: Final = ERRAND_STEP
ASKING: Final = "asking"
LOOKING: Final = "looking"
UNSENT: Final = "errand-unsent"
MOST_TEXT: Final = 1_000
# On the next working day somebody should have looked.
MORNING: Final = timedelta(hours=9)


@dataclass(frozen=True, slots=True)
class Errands:
    turn: Turn

    async def of(self, case: Case) -> list[Errand]:
        """Those of a case, oldest first."""
        return await rows.list_errands(self.turn.tx, case.id)

    async def find(self, errand: int) -> Errand | None:
        return await rows.find_errand(self.turn.tx, ErrandId(errand))

    async def may_ask(self, staff: StaffMember, case: Case) -> bool:
        """Whether there is a team to ask, and this colleague may."""
        return (
            case.open
            and may_send_to_look(self.turn.city, staff, case)
            and bool(await team_of(self.turn, case))
        )

    async def begin(self, case_id: CaseId) -> Case:
        """Wait for what to look for. Raises NotYours, NotPossibleNow, NobodyOfTheTeam, DraftWaits."""
        case = await self._askable(case_id)
        Answers(self.turn).refuse_while_words_wait()
        await begin_over(self.turn, KIND, ASKING, case=case.id)
        return case

    async def ask(self, words: Words) -> Errand:
        """Ask everybody of the team. Raises NothingWritten for anything but a text, and what `begin` raises."""
        if not words.text or words.media or words.spot:
            raise NothingWritten
        if len(words.text) > MOST_TEXT:
            raise TooLong
        case = await self._askable(CaseId(self._in(ASKING).payload["case"]))
        errand = await rows.insert_errand(
            self.turn.tx, case.id, words.text, by=self._acting.id, now=self.turn.now
        )
        for member in await team_of(self.turn, case):
            asked = await Cards(self.turn).send(case, member, ERRAND, errand=errand.id)
            if case.spot is not None:
                await Cards(self.turn).send(case, member, SPOT, asked, silent=True)
        await self._note(case, "errand-asked")
        await self._watch(errand)
        await Steps(self.turn).end()
        return errand

    async def take(self, errand: int) -> None:
        """Who is first goes. Raises AlreadyTaken, which says that a team member has; ButtonExpired when it is over."""
        found, case = await self._for_team(errand)
        if found.taken_by == self._acting.id and found.state is ErrandState.TAKEN:
            return
        if found.state is ErrandState.TAKEN:
            raise already_taken(Role.TEAM_MEMBER.value)
        if found.state is not ErrandState.OPEN:
            raise ButtonExpired
        await self._set(
            replace(found, state=ErrandState.TAKEN, taken_by=self._acting.id), case, "errand-taken"
        )

    async def give_back(self, errand: int) -> None:
        """Not after all: the others are asked again. Raises ButtonExpired for who has not taken it."""
        found, case = await self._mine(errand)
        await ask_team_anew(self.turn, found)
        await self._note(case, "errand-back")

    async def begin_report(self, errand: int) -> Errand:
        """Wait for what is there. Raises ButtonExpired, DraftWaits."""
        found, _ = await self._mine(errand)
        step = self.turn.step
        if (
            step is not None
            and step.kind == KIND
            and step.step == LOOKING
            and step.payload["errand"] == found.id
        ):
            return found
        Answers(self.turn).refuse_while_words_wait()
        await begin_over(self.turn, KIND, LOOKING, errand=found.id)
        return found

    async def add(self, words: Words) -> Step:
        """What is there, or more of it. Raises NothingWritten, TooLong, ButtonExpired."""
        step = self._in(LOOKING)
        _, case = await self._mine(step.payload["errand"])
        if words.empty:
            raise NothingWritten
        more = await Steps(self.turn).go(LOOKING, **kept(together(told(step.payload), words)))
        await Steps(self.turn).watch(UNSENT, case)
        return more

    async def draft_of(self, person: PersonId) -> Words | None:
        """What somebody has sent of what is there and not let go yet, to show it."""
        step = await find_step(self.turn.tx, person)
        is_here = step is not None and (step.kind, step.step) == (KIND, LOOKING)
        return told(step.payload) if step is not None and is_here else None

    async def send(self, version: int) -> Case:
        """It goes to the desk, as replies to the card; to nobody else. Raises ButtonExpired, NothingWritten."""
        step = self._in(LOOKING, version)
        found, case = await self._mine(step.payload["errand"])
        seen = told(step.payload)
        if seen.empty:
            raise NothingWritten
        await self._set(replace(found, state=ErrandState.DONE, seen=seen), case, "errand-done")
        await self.turn.no_longer(f"{WAITS}:{found.id}")
        for member in await self._readers(found, case):
            await self._tell(found, case, member, seen)
        await Steps(self.turn).end()
        return case

    async def stop(self, version: int) -> None:
        """Nothing is asked, or sent; who has taken it still has it. Raises ButtonExpired."""
        step = self.turn.step
        if step is None or step.kind != KIND or step.version != version:
            raise ButtonExpired
        await Steps(self.turn).end()

    async def drop(self, errand: int) -> Case:
        """The desk needs it no more. Raises NotYours, ButtonExpired when it is over."""
        found = await self.find(errand)
        if found is None:
            raise NotYours
        case = await Handling(self.turn).handled(found.case)
        if not found.open:
            raise ButtonExpired
        await end_errand(self.turn, case, found)
        await self._note(case, "errand-dropped")
        return case

    async def replied_to(self, message: int | None) -> Errand | None:
        """What who acts has taken: the one that a message of ours is about; without one the only one there is."""
        taken = await rows.list_taken(self.turn.tx, self._acting.id)
        if message is None:
            return taken[0] if len(taken) == 1 else None
        chat = self.turn.person.chat if self.turn.person else 0
        row = await find_outbox_by_message(self.turn.tx, chat, message)
        about = row.intent if row else None
        return next(
            (
                one
                for one in taken
                if about and (about.values.get("errand") == one.id or about.case == one.case)
            ),
            None,
        )

    async def waits(self, errand: int) -> None:
        """Nobody has looked on the next working day: who keeps the case hears it."""
        found = await self.find(errand)
        if found is not None and found.open:
            case = await get_case(self.turn.tx, found.case)
            await Cards(self.turn).tell_keepers(case, "errand-unseen", taken=found.taken_by is not None)

    @property
    def _acting(self) -> StaffMember:
        return Handling(self.turn).staff

    async def _askable(self, case_id: CaseId) -> Case:
        case = await Handling(self.turn).handled_open(case_id)
        if not may_send_to_look(self.turn.city, self._acting, case):
            raise NotYours
        if not await team_of(self.turn, case):
            raise NobodyOfTheTeam
        return case

    async def _for_team(self, errand: int) -> tuple[Errand, Case]:
        """One that who acts may take. Raises NotYours, also when there is none."""
        found = await self.find(errand)
        case = await get_case(self.turn.tx, found.case) if found else None
        if found is None or case is None or not may_go_and_look(self.turn.city, self._acting, case):
            raise NotYours
        return found, case

    async def _mine(self, errand: int) -> tuple[Errand, Case]:
        found, case = await self._for_team(errand)
        if found.taken_by != self._acting.id or found.state is not ErrandState.TAKEN:
            raise ButtonExpired
        return found, case

    async def _set(self, errand: Errand, case: Case, act: str) -> None:
        await rows.set_errand(self.turn.tx, errand, self.turn.now)
        await self._note(case, act)
        await Cards(self.turn).tell_anew(case, ERRAND, errand=errand.id)

    async def _readers(self, errand: Errand, case: Case) -> list[StaffMember]:
        """Who keeps the case, and who asked while that is another who may handle it still."""
        keepers = list(await Routing(self.turn).keepers(case))
        asker = await find_staff(self.turn.tx, errand.asked_by)
        is_other = asker is not None and asker.person and asker.id not in {one.id for one in keepers}
        if asker is not None and is_other and Routing(self.turn).may_have(asker, case):
            keepers.append(asker)
        return keepers

    async def _tell(self, errand: Errand, case: Case, member: StaffMember, seen: Words) -> None:
        cards = Cards(self.turn)
        about = {"errand": errand.id}
        await cards.tell(case, [member], ERRAND_SEEN, about)
        for item in range(len(seen.media)):
            await cards.tell(case, [member], ERRAND_MEDIA, {**about, "item": item}, silent=True)
        if seen.spot is not None:
            await cards.tell(case, [member], ERRAND_MEDIA, {**about, "item": -1}, silent=True)

    async def _note(self, case: Case, act: str) -> None:
        await insert_history(self.turn.tx, case.id, act, by=self._acting.id, now=self.turn.now)
        await Cards(self.turn).refresh(case)

    async def _watch(self, errand: Errand) -> None:
        calendar = Calendar(self.turn.city)
        at = calendar.noticed_at(calendar.local_day(self.turn.now)) + MORNING
        await self.turn.later(f"{WAITS}:{errand.id}", WAITS, at, detail={"errand": errand.id})

    def _in(self, name: str, version: int | None = None) -> Step:
        step = self.turn.step
        if step is None or (step.kind, step.step) != (KIND, name) or version not in {None, step.version}:
            raise ButtonExpired
        return step
