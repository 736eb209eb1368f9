"""Own cases as a list: what is open or was closed lately, what is older, and those that words may belong to."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.cases import Case
from bot.domain.errors import CaseUnknown
from bot.domain.people import PersonId
from bot.services.cases import MOST_LISTED
from bot.services.turn import Turn
from bot.services.verdicts import SETTLED_AFTER, Verdicts
from storage.cases import find_case_by_number
from storage.own_cases import Slice, count_own_cases, list_own_cases

# So long a closed case stays among those that are open: its resident may still have something to say of it.
LATELY: Final = SETTLED_AFTER + timedelta(days=2)


@dataclass(frozen=True, slots=True)
class OwnCases:
    """Of who acts."""

    turn: Turn

    async def count(self, *, older: bool) -> int:
        return await count_own_cases(self.turn.tx, self._acting(), self._since(), older=older)

    async def page(self, page: int, size: int, *, older: bool) -> list[Case]:
        """Newest first."""
        part = Slice(size, page * size)
        return await list_own_cases(self.turn.tx, self._acting(), self._since(), part, older=older)

    async def current(self) -> list[Case]:
        """What is open or was closed lately, newest first."""
        return await self.page(0, MOST_LISTED, older=False)

    async def awaiting_words(self) -> list[Case]:
        """Those that a loose message may belong to: open, or closed and not said whether it is solved; newest first."""
        return [case for case in await self.current() if case.open or await self._awaits_verdict(case)]

    async def numbered(self, number: str) -> Case | None:
        """The own case with this number, however old; None for a number that is not one's own."""
        found = await find_case_by_number(self.turn.tx, number)
        return found if found and found.resident == self._acting() else None

    async def _awaits_verdict(self, case: Case) -> bool:
        verdicts = Verdicts(self.turn)
        return await verdicts.said(case) is None and not await verdicts.settled(case)

    def _since(self) -> datetime:
        return self.turn.now - LATELY

    def _acting(self) -> PersonId:
        if self.turn.person is None:
            raise CaseUnknown
        return self.turn.person.id
