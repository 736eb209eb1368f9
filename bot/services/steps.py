"""Steps: where a chat is in something that takes more than one message."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import Enum, auto
from typing import Any, Final

from bot.domain.cases import Case
from bot.domain.people import PersonId
from bot.services.calendar import Calendar
from bot.services.turn import Turn
from storage.steps import Step, erase_step, find_step, set_step

__all__ = ["DRAFTING", "DRAFT_LIVES", "Step", "Steps", "Unsent"]

DRAFT_LIVES: Final = timedelta(hours=24)
DRAFTING: Final = "draft"  # the kind of step in which a report is being written
_FIRST_VERSION: Final = 1_770_000_000_000
# What the desk wrote and did not send is asked about, and again while it waits; nobody is woken by that.
UNSENT: Final = "unsent"
ASK_AFTER: Final = timedelta(minutes=10)
ASK_AGAIN: Final = timedelta(hours=4)
EVENING: Final = time(20)
MORNING: Final = time(8)


class Unsent(Enum):
    """What has become of words that waited."""

    THERE = auto()
    BENEATH = auto()  # something short was begun in the middle of them
    GONE = auto()


@dataclass(frozen=True, slots=True)
class Steps:
    """The one step of who acts. `turn.step` is None when there is none, or when it has expired."""

    turn: Turn

    async def is_in_one(self, person: PersonId) -> bool:
        """Whether something is half made by somebody, to show it."""
        step = await find_step(self.turn.tx, person)
        return step is not None and step.expires_at > self.turn.now

    async def start(self, kind: str, step: str, **payload: Any) -> Step:
        """Begin something; its version tells its buttons from those of an earlier run. It replaces what was there."""
        before, beneath = self.turn.step, payload.get("beneath") or {}
        if before is not None and before.version != beneath.get("version"):
            await self._unwatch(before)
        return await self._keep(Step(kind, step, payload, self._new_version(), self.turn.now + DRAFT_LIVES))

    async def interrupt(self, kind: str, step: str, **payload: Any) -> Step:
        """Begin something short; when it ends, what the chat was in before comes back."""
        return await self.start(kind, step, **payload, beneath=self._beneath())

    async def go(self, step: str, **changes: Any) -> Step:
        """Go on within what was begun, with changes to what was gathered. Raises LookupError outside a step."""
        now = self.turn.step
        if now is None:
            raise LookupError("there is no step to go on from")
        payload = {**now.payload, **changes}
        return await self._keep(Step(now.kind, step, payload, now.version, self.turn.now + DRAFT_LIVES))

    async def watch(self, kind: str, case: Case | None = None) -> None:
        """Words of the desk wait in this step: let that be asked about, as a happening of this kind."""
        if self.turn.step is not None:
            about = {"case": case.id, "number": case.number} if case else {}
            detail = {"version": self.turn.step.version, **about}
            await self._ask(kind, detail, self.turn.now + ASK_AFTER)

    async def unsent(self, kind: str, detail: Mapping[str, Any]) -> Unsent:
        """What has become of the words; while they wait it is asked again later."""
        step, version = self.turn.step, detail["version"]
        if step is None or version not in {step.version, (step.payload.get("beneath") or {}).get("version")}:
            return Unsent.GONE
        is_there = step.version == version
        again = self._by_day(self.turn.now + ASK_AGAIN) if is_there else self.turn.now + ASK_AFTER
        await self._ask(kind, detail, again)
        return Unsent.THERE if is_there else Unsent.BENEATH

    async def end(self) -> Mapping[str, Any]:
        """Leave the step; what it had gathered. What it interrupted comes back."""
        before = self.turn.step
        payload = before.payload if before else {}
        if before is not None:
            await self._unwatch(before)
        if beneath := payload.get("beneath"):
            await self._keep(Step(**beneath, expires_at=self.turn.now + DRAFT_LIVES))
            return payload
        if self.turn.person is not None:
            await erase_step(self.turn.tx, self.turn.person.id)
        self.turn.step = None
        return payload

    def _beneath(self) -> dict[str, Any] | None:
        """What comes back after an interruption; one that interrupts another leaves nothing of that other."""
        now = self.turn.step
        if now is None:
            return None
        if "beneath" in now.payload:
            beneath: dict[str, Any] | None = now.payload["beneath"]
            return beneath
        return {"kind": now.kind, "step": now.step, "payload": now.payload, "version": now.version}

    async def _keep(self, step: Step) -> Step:
        if self.turn.person is None:
            raise LookupError("only a person is in a step")
        await set_step(self.turn.tx, self.turn.person.id, step)
        self.turn.step = step
        return step

    async def _ask(self, kind: str, detail: Mapping[str, Any], at: datetime) -> None:
        if self.turn.person is not None:
            key = self._key(detail["version"])
            await self.turn.later(key, kind, at, detail=detail, lane=self.turn.person.chat)

    async def _unwatch(self, step: Step) -> None:
        """It was decided about; of residents nothing is asked this way."""
        if self.turn.staff is not None:
            await self.turn.no_longer(self._key(step.version))

    def _key(self, version: int) -> str:
        return f"{UNSENT}:{self.turn.person.id if self.turn.person else 0}:{version}"

    def _by_day(self, at: datetime) -> datetime:
        """That moment, or the next morning."""
        clock = at.astimezone(self.turn.city.time_zone).time()
        is_day = MORNING <= clock < EVENING
        return at if is_day else Calendar(self.turn.city).next_time(MORNING, at)

    def _new_version(self) -> int:
        """Milliseconds since a day in 2026, and always above the step before it: never twice in one chat."""
        now = int(self.turn.now.timestamp() * 1_000) - _FIRST_VERSION
        return max(now, self.turn.step.version + 1) if self.turn.step else now
