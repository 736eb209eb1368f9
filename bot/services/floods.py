"""Floods: who sends very much is answered when they pause; who keeps the desk from its work is given a day of rest.

No machine bans anybody, and nothing that was sent is lost.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.cases import Case, CaseId
from bot.domain.errors import NotPossibleNow, NotYours
from bot.domain.people import PersonId
from bot.domain.permissions import may_quiet
from bot.services.handling import Handling
from bot.services.rests import QUIET, QUIETED, UNQUIETED, Rests
from bot.services.turn import Turn
from storage import paces
from storage.cases import insert_history, list_history

PAUSES: Final = "flood-pauses"
# So long after the last of many messages somebody has said what there was to say.
PAUSE: Final = timedelta(seconds=10)
SENT: Final = "sent"
DID: Final = "did"
# Of commands, the menu and buttons so many times more than of messages: four make a report.
DOINGS: Final = 4


@dataclass(frozen=True, slots=True)
class Floods:
    turn: Turn

    async def came(self) -> bool:
        """Count a message of who acts; whether it is the one with which it becomes very much.

        From then on the turn keeps what is sent and answers when a pause comes.
        """
        return await self._counted(SENT, self.turn.city.limits.messages)

    async def did(self) -> bool:
        """The same for a command, the menu or a button."""
        return await self._counted(DID, DOINGS * self.turn.city.limits.messages)

    async def _counted(self, kind: str, most: int) -> bool:
        person, window = self.turn.person, self.turn.city.limits.window
        if person is None:
            return False
        pace = await paces.count_pace(self.turn.tx, person.id, kind, most, within=window, now=self.turn.now)
        if pace.over_at is None:
            return False
        self.turn.hushed = True
        await self.turn.later(f"{PAUSES}:{person.id}", PAUSES, self.turn.now + PAUSE, lane=person.chat)
        return pace.times == most + 1

    async def quiet(self, case_id: CaseId) -> datetime:
        """Give who reported this a day of rest; until when. Raises NotYours, NotPossibleNow."""
        case, person = await self._about(case_id)
        if asked := await self._asked_in(case, person):
            return asked
        until = self.turn.now + QUIET
        await paces.set_quiet(self.turn.tx, person, self.turn.now, until)
        await self._note(case, QUIETED)
        await self.turn.say(person, "quiet-told", case=case, until=until.isoformat())
        return until

    async def _asked_in(self, case: Case, person: PersonId) -> datetime | None:
        """Until when the rest lasts that was asked for in this case.

        One that was asked for in another case of the same person shows in none: nobody sees that both are theirs.
        """
        acts = [
            (act, at)
            for act, _, _, at in await list_history(self.turn.tx, case.id)
            if act in {QUIETED, UNQUIETED}
        ]
        act, at = acts[-1] if acts else (UNQUIETED, self.turn.now)
        is_quiet = await paces.find_quiet(self.turn.tx, person, self.turn.now) is not None
        return at + QUIET if is_quiet and act == QUIETED and at + QUIET > self.turn.now else None

    async def unquiet(self, case_id: CaseId) -> None:
        """End the rest that was asked for in this case; twice is the same as once. Raises NotYours, NotPossibleNow.

        The resident is told when no other holds, which somebody else may have asked for.
        """
        case, person = await self._about(case_id)
        if await self._asked_in(case, person) is None:
            return
        await self._note(case, UNQUIETED)
        if not await Rests(self.turn).any(person):
            await paces.erase_quiet(self.turn.tx, person)
            await self.turn.say(person, "quiet-over", case=case)

    async def may_quiet(self, case_id: CaseId) -> Case:
        """The case whose reporter who acts may give a rest. Raises NotYours, NotPossibleNow."""
        return (await self._about(case_id))[0]

    async def _about(self, case_id: CaseId) -> tuple[Case, PersonId]:
        handling = Handling(self.turn)
        case = await handling.handled(case_id)
        if not may_quiet(self.turn.city, handling.staff, case):
            raise NotYours
        if case.resident is None:
            raise NotPossibleNow
        return case, case.resident

    async def _note(self, case: Case, act: str) -> None:
        by = Handling(self.turn).staff.id
        await insert_history(self.turn.tx, case.id, act, by=by, now=self.turn.now)
