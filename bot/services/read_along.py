"""Reading along: contact workers may read a case in order to translate it, until its resident would rather not."""

from dataclasses import dataclass
from typing import Final

from bot.domain.cases import Case, Origin
from bot.domain.people import PersonId
from bot.services.turn import Turn
from storage.contact import find_read_along, set_read_along

TOLD: Final = "along-told"


@dataclass(frozen=True, slots=True)
class ReadAlong:
    turn: Turn

    async def may(self, case: Case) -> bool:
        """Whether somebody who only translates may read it; in a conversation a contact worker was asked for."""
        if case.resident is None or case.talks_first:
            return True
        return await find_read_along(self.turn.tx, case.resident) is not False

    async def tell(self, case: Case) -> None:
        """A contact worker was asked to translate: the resident is told once, and may refuse."""
        if case.resident is None or case.origin is Origin.BEHALF or case.talks_first:
            return
        if await find_read_along(self.turn.tx, case.resident) is None:
            await set_read_along(self.turn.tx, case.resident, may=True)
            await self.turn.say(case.resident, TOLD, case=case)

    async def chosen(self) -> bool:
        """What who acts has chosen; yes as long as nothing was."""
        return await find_read_along(self.turn.tx, self._acting()) is not False

    async def choose(self, *, may: bool) -> None:
        await set_read_along(self.turn.tx, self._acting(), may=may)

    def _acting(self) -> PersonId:
        if self.turn.person is None:
            raise LookupError("nobody acts in this turn")
        return self.turn.person.id
