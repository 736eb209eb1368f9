"""Promises: the day by when the resident of a case hears something, watched over; a day that passed is admitted."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain.cases import Author, Case, Status
from bot.services.calendar import Calendar
from bot.services.residents import Residents
from bot.services.turn import Turn
from storage import cases as rows
from storage.messages import list_messages

REMIND: Final = "case-remind"
LATE: Final = "case-late"
# To the resident: there is no answer yet, or nothing was heard since the last one.
NO_ANSWER: Final = "late-no-answer"
STILL_OPEN: Final = "late-still-open"
# Nobody is woken by a reminder: it comes in the morning of the day it is for.
MORNING: Final = timedelta(hours=8)


async def waits_for_answer(turn: Turn, case: Case) -> bool:
    """Whether nobody has answered since the case was opened, or reopened."""
    if not case.open or case.status is Status.REOPENED:
        return case.open
    since = await _waits_since(turn, case)
    messages = await list_messages(turn.tx, case.id)
    return not any(one.author is Author.STAFF and one.at > since for one in messages)


async def _waits_since(turn: Turn, case: Case) -> datetime:
    """When it was opened, or reopened last."""
    history = await rows.list_history(turn.tx, case.id) if case.reopened else ()
    return max((at for act, _, _, at in history if act == "reopened"), default=case.created_at)


@dataclass(frozen=True, slots=True)
class Promises:
    turn: Turn

    async def watch(self, case: Case) -> None:
        """Remind before the day that the resident expects to hear something, and look whether it passed."""
        day = case.expected_on
        if day is None or not case.open:
            return
        calendar = Calendar(self.turn.city)
        moments = {REMIND: calendar.remind_at(day), LATE: calendar.noticed_at(day)}
        for kind, moment in moments.items():
            await self.turn.later(_key(kind, case), kind, moment + MORNING, detail={"case": case.id})

    async def over(self, case: Case) -> None:
        """Nothing is promised any more."""
        for kind in (REMIND, LATE):
            await self.turn.no_longer(_key(kind, case))

    async def first(self, case: Case) -> Case:
        """The whole term, from now on: a case that was reopened."""
        return await self._set(case, Calendar(self.turn.city).due_on(self.turn.now))

    async def next(self, case: Case) -> Case:
        """An answer left: by when the resident hears again, while the case is open."""
        days = self.turn.city.answers.next_days
        return await self._set(case, Calendar(self.turn.city).due_on(self.turn.now, working_days=days))

    async def admit(self, case: Case) -> Case:
        """The day has passed: tell the resident so, with a new day; the desk's own day stays as it was."""
        day = Calendar(self.turn.city).due_on(self.turn.now)
        await rows.set_promised_on(self.turn.tx, case.id, day)
        name = NO_ANSWER if await waits_for_answer(self.turn, case) else STILL_OPEN
        await Residents(self.turn).tell(case, name, day=day.isoformat(), again=case.promised_on is not None)
        case = await rows.get_case(self.turn.tx, case.id)
        await self.watch(case)
        return case

    async def _set(self, case: Case, day: date) -> Case:
        await rows.set_due_on(self.turn.tx, case.id, day)
        changed = await rows.get_case(self.turn.tx, case.id)
        await self.watch(changed)
        return changed


def _key(kind: str, case: Case) -> str:
    return f"{kind}:{case.id}"
