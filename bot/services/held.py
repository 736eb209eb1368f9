"""Held words: what somebody wrote while it is not clear which case it belongs to."""

from dataclasses import dataclass
from typing import Any, Final

from bot.domain.drafts import Draft, Part
from bot.domain.errors import ButtonExpired, TooLong
from bot.domain.people import PersonId
from bot.services.dangers import Dangers
from bot.services.drafts import HELD, Drafts
from bot.services.steps import Steps
from bot.services.turn import Turn
from storage.drafts import part_kept, part_told
from storage.steps import Step, find_step

MOST_HELD: Final = 100

__all__ = ["HELD", "MOST_HELD", "Held"]


@dataclass(frozen=True, slots=True)
class Held:
    """Words of who acts, until a case was chosen for them."""

    turn: Turn

    async def hold(self, part: Part) -> int:
        """Hold one message more; the version that its buttons carry. Raises TooLong when there are too many."""
        step = self.turn.step
        payload = step.payload if step is not None and step.kind == HELD else {}
        held, shown = payload.get("parts", []), payload.get("dangers", ())
        dangers = await Dangers(self.turn).look(part.words.text, shown=shown)
        if len(held) >= MOST_HELD:
            raise TooLong
        parts = [*held, part_kept(part)]
        if held:
            return (await Steps(self.turn).go("which", parts=parts, dangers=dangers)).version
        return (await self._begin(parts=parts, dangers=dangers)).version

    async def take(self, version: int) -> tuple[Part, ...]:
        """What was held; it is held no more. Raises ButtonExpired when that is over."""
        self.require(version)
        payload = await Steps(self.turn).end()
        self.turn.warned = tuple(payload.get("dangers", ()))
        return tuple(part_told(kept) for kept in payload["parts"])

    def require(self, version: int) -> None:
        """Raise ButtonExpired unless the words of this run are held."""
        step = self.turn.step
        if step is None or step.kind != HELD or step.version != version:
            raise ButtonExpired

    async def count(self, person: PersonId, version: int) -> int:
        """How many messages somebody's run holds, to show it; 0 when it is over."""
        step = await find_step(self.turn.tx, person)
        is_there = step is not None and step.kind == HELD and step.version == version
        return len(step.payload["parts"]) if step is not None and is_there else 0

    async def report(self, version: int) -> Draft | None:
        """It is something new: a report begins with it. Raises ButtonExpired."""
        drafts = Drafts(self.turn)
        for part in await self.take(version):
            await drafts.receive(part)
        return drafts.now()

    async def _begin(self, **payload: Any) -> Step:
        step = await Steps(self.turn).start(HELD, "which", **payload)
        await Drafts(self.turn).let_lapse(step)
        return step
