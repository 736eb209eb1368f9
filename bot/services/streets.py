"""Streets that nobody had placed: staff say in which wijk they lie, and from then on everybody's report knows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.cases import Case, CaseId, Words
from bot.domain.city import WijkId
from bot.domain.errors import ButtonExpired, NotPossibleNow, NotYours, OnlyText, TooLong
from bot.domain.folding import fold
from bot.domain.people import PersonId
from bot.domain.permissions import may_place_streets, may_remove_streets
from bot.domain.places import LearnedStreet, StreetId
from bot.domain.typed_place import LONGEST_NAME, street_in
from bot.services.answers import Answers
from bot.services.handling import Handling
from bot.services.in_between import begin_over
from bot.services.places import Gazetteer
from bot.services.steps import Steps
from bot.services.trail import Trail
from bot.services.turn import Turn
from storage import streets as rows
from storage.steps import Step, find_step

STREET: Final = "street"


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is about to be learned from a case."""

    name: str
    wijk: WijkId
    version: int


@dataclass(frozen=True, slots=True)
class Streets:
    turn: Turn

    async def places(self) -> Gazetteer:
        """The city's places as they are known now: its file, and what staff have said since."""
        known = self.turn.places
        version = await rows.find_version(self.turn.tx)
        return known.latest(version) or known.taught(version, await rows.list_streets(self.turn.tx))

    async def offered(self, case: Case) -> str:
        """The street that who acts may place in the wijk of this case; empty when there is none to place."""
        staff = self.turn.staff
        if not case.place or case.sensitive or case.wijk is None or not self.turn.city.has_wijk(case.wijk):
            return ""
        if staff is None or not may_place_streets(self.turn.city, staff, case.wijk):
            return ""
        return (await self.places()).lesson(case.place, case.wijk)

    async def begin(self, case_id: CaseId) -> Case:
        """Show what would be learned from a case. Raises NotYours, NotPossibleNow when there is nothing to learn."""
        case = await Handling(self.turn).seen(case_id)
        if case.wijk and not may_place_streets(self.turn.city, Handling(self.turn).staff, case.wijk):
            raise NotYours
        name = await self.offered(case)
        if not name:
            raise NotPossibleNow
        Answers(self.turn).refuse_while_words_wait()
        await begin_over(self.turn, STREET, STREET, case=case.id, wijk=case.wijk, name=name)
        return case

    async def rename(self, words: Words) -> None:
        """The name as it should be. Raises OnlyText, TooLong."""
        if words.media or words.spot:
            raise OnlyText
        if len(words.text) > LONGEST_NAME:
            raise TooLong
        name = street_in(words.text, postcode=self.turn.city.postcode, city=self.turn.city.name)
        if not name:
            raise OnlyText
        await Steps(self.turn).go(STREET, name=name)

    async def lesson_of(self, person: PersonId) -> Lesson | None:
        """What somebody is asked to confirm, to show it."""
        step = await find_step(self.turn.tx, person)
        is_there = step is not None and step.kind == STREET and step.expires_at > self.turn.now
        return _lesson(step) if step is not None and is_there else None

    async def confirm(self, version: int) -> LearnedStreet:
        """Learn it. Raises ButtonExpired, NotYours, WijkUnknown."""
        lesson = _lesson(self._mine(version))
        staff, wijk = Handling(self.turn).staff, self.turn.city.wijk(lesson.wijk)
        if not may_place_streets(self.turn.city, staff, wijk.id):
            raise NotYours
        learned = await rows.insert_street(
            self.turn.tx, lesson.name, wijk.id, staff=staff.id, now=self.turn.now
        )
        await Trail(self.turn).note("street-placed", street=str(learned.id), wijk=wijk.id)
        await Steps(self.turn).end()
        return learned

    async def stop(self, version: int) -> None:
        """Nothing is learned. Raises ButtonExpired."""
        self._mine(version)
        await Steps(self.turn).end()

    async def everything(self) -> Sequence[LearnedStreet]:
        """All that was learned, by name. Raises NotYours."""
        if not may_remove_streets(Handling(self.turn).staff):
            raise NotYours
        return await rows.list_streets(self.turn.tx)

    async def named(self, wanted: str) -> Sequence[LearnedStreet]:
        """Those whose name holds these words, however they are written. Raises NotYours."""
        return [one for one in await self.everything() if fold(wanted) in fold(one.name)]

    async def get(self, street: StreetId) -> LearnedStreet:
        """One that who acts may remove: a coordinator all, others what they placed. Raises ButtonExpired, NotYours."""
        staff, found = Handling(self.turn).staff, await rows.find_street(self.turn.tx, street)
        if found is None:
            raise ButtonExpired
        if found.by != staff.id and not may_remove_streets(staff):
            raise NotYours
        return found

    async def find(self, street: StreetId) -> LearnedStreet | None:
        """One that counts, to show it."""
        return await rows.find_street(self.turn.tx, street)

    async def remove(self, street: StreetId) -> LearnedStreet:
        """Forget it. Raises ButtonExpired, NotYours."""
        found = await self.get(street)
        staff = Handling(self.turn).staff
        await rows.remove_street(self.turn.tx, found.id, staff=staff.id, now=self.turn.now)
        await Trail(self.turn).note("street-removed", street=str(found.id), wijk=found.wijk)
        return found

    def _mine(self, version: int) -> Step:
        step = self.turn.step
        if step is None or step.kind != STREET or step.version != version:
            raise ButtonExpired
        return step


def _lesson(step: Step) -> Lesson:
    return Lesson(step.payload["name"], WijkId(step.payload["wijk"]), step.version)
