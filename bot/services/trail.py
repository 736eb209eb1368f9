"""The trail of what staff do: written with every act, and read by who answers for the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.errors import ButtonExpired
from bot.domain.people import StaffId
from bot.domain.permissions import may_audit
from bot.services.turn import Turn
from storage.trail import Entry, insert_staff_act, list_trail

__all__ = ["Entry", "Trail"]


@dataclass(frozen=True, slots=True)
class Trail:
    turn: Turn

    async def note(self, act: str, **detail: str) -> None:
        """Append what who acts did, when it is about no case; an act on a case stands in the case's history.

        Where nobody of the staff acts it was the operator. `detail` holds ids and names of our own, never words.
        """
        by = self.turn.staff.id if self.turn.staff else None
        await insert_staff_act(self.turn.tx, act, by=by, now=self.turn.now, detail=detail)

    async def page(self, most: int, *, skipped: int = 0, staff: StaffId | None = None) -> Sequence[Entry]:
        """A part of it, newest first; of everybody, or of one of the staff. Raises ButtonExpired for who may not."""
        if self.turn.staff is None or not may_audit(self.turn.staff):
            raise ButtonExpired
        return await list_trail(self.turn.tx, most=most, skipped=skipped, staff=staff)
