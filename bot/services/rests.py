"""Rests: for whom the desk of a wijk asked for a day without being told; elsewhere in the city they are heard as always."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.cases import Case
from bot.domain.people import PersonId
from bot.domain.permissions import may_quiet
from bot.services.turn import Turn
from storage import paces
from storage.staff import find_staff

__all__ = ["QUIET", "QUIETED", "UNQUIETED", "Rests"]

QUIET: Final = timedelta(days=1)
# In the history.
QUIETED: Final = paces.QUIETED
UNQUIETED: Final = paces.UNQUIETED


@dataclass(frozen=True, slots=True)
class Rests:
    turn: Turn

    async def since(self, case: Case) -> datetime | None:
        """Since when who reported this has a rest, asked for by somebody who may handle the case; None without one."""
        if (
            case.resident is None
            or await paces.find_quiet(self.turn.tx, case.resident, self.turn.now) is None
        ):
            return None
        asked = await self._asked(case.resident)
        mine = [rest.at for rest in asked if await self._may(rest, case)]
        return min(mine, default=None)

    async def any(self, person: PersonId) -> bool:
        """Whether a rest holds that anybody asked for."""
        return bool(await self._asked(person))

    async def _asked(self, person: PersonId) -> list[paces.Rest]:
        """What was said last in each case, where that was: a rest."""
        said = await paces.list_rests(self.turn.tx, person, self.turn.now - QUIET)
        last = {rest.case: rest for rest in said}
        return [rest for rest in last.values() if rest.act == QUIETED]

    async def _may(self, rest: paces.Rest, case: Case) -> bool:
        member = await find_staff(self.turn.tx, rest.by) if rest.by is not None else None
        return member is not None and may_quiet(self.turn.city, member, case)
