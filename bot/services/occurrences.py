"""Occurrences: it is happening again, said with one tap; moved to another moment or taken back for a while after."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain.cases import Case, CaseKind, Status
from bot.domain.errors import ButtonExpired, NotPossibleNow, OftenEnough, TooLate
from bot.domain.occurrences import (
    DAY,
    LONGEST_AGO,
    DayPart,
    Moment,
    Occurrence,
    OccurrenceId,
    Pattern,
    moment_at,
    parts_before,
    pattern_of,
)
from bot.services.cases import Cases
from bot.services.desk import Desk
from bot.services.gathering import Gathering
from bot.services.rests import Rests
from bot.services.turn import Turn
from storage import occurrences as rows
from storage.cases import insert_history

# A second press within this time is the same press.
SAME_PRESS: Final = timedelta(minutes=1)
# So long it can be moved to another moment, or taken back.
MENDABLE: Final = timedelta(minutes=30)
# So often a day it is noted; more would tell the desk nothing new.
MOST_A_DAY: Final = 10
MOST_OF_ALL: Final = 30  # of all the cases of one person


@dataclass(frozen=True, slots=True)
class Occurrences:
    """The verbs are those of who acts on the own cases; what is read is for everybody who may see the case."""

    turn: Turn

    async def note(self, case: Case) -> Occurrence:
        """It is happening again: dated, and told to the desk. Two presses within a minute are one.

        One that was handled stays so until its resident says that it must be open again. Raises NotPossibleNow for
        what is no signal, or withdrawn; OftenEnough.
        """
        if case.kind is not CaseKind.SIGNAL or case.status is Status.WITHDRAWN:
            raise NotPossibleNow
        known = await self.of(case)
        if known and known[-1].moment is None and known[-1].said_at > self.turn.now - SAME_PRESS:
            return known[-1]
        today = await rows.count_said_since(self.turn.tx, case.id, self._midnight())
        if today >= MOST_A_DAY or await self._said_of_all() >= MOST_OF_ALL:
            raise OftenEnough
        new = await rows.insert_occurrence(self.turn.tx, case.id, self.turn.now)
        await self._write_down(case, "again")
        is_heard = today == 0 and await Rests(self.turn).since(case) is None
        is_told = await Gathering(self.turn).happens_again(case)
        await Desk(self.turn).happening_again(case, new, is_first=is_heard, is_told=is_told)
        return new

    async def own(self, occurrence: int) -> tuple[Case, Occurrence]:
        """One of an own case. Raises ButtonExpired, CaseUnknown; TooLate when it can be changed no more."""
        found = await rows.find_occurrence(self.turn.tx, OccurrenceId(occurrence))
        if found is None or found.is_undone:
            raise ButtonExpired
        case = await Cases(self.turn).own(found.case)
        if found.said_at < self.turn.now - MENDABLE or case.status is Status.WITHDRAWN:
            raise TooLate
        return case, found

    async def move(self, occurrence: int, ago: int, part: DayPart | None) -> tuple[Case, Occurrence]:
        """It was so many days before it was said, at that part of the day; None when that is not known.

        Raises as `own` does, and ButtonExpired for what had not begun, or is long ago.
        """
        case, found = await self.own(occurrence)
        begun = self.parts(found, ago)
        if not begun or (part is not None and part not in begun):
            raise ButtonExpired
        return case, await self._moved(case, found, Moment(self.day(found, ago), part))

    async def move_to_when_said(self, occurrence: int) -> tuple[Case, Occurrence]:
        """It was when it was said after all."""
        case, found = await self.own(occurrence)
        return case, await self._moved(case, found, None)

    async def undo(self, occurrence: int) -> tuple[Case, Occurrence]:
        """It was a mistake; twice is the same as once. Raises as `own` does."""
        gone = await rows.find_occurrence(self.turn.tx, OccurrenceId(occurrence))
        if gone is not None and gone.is_undone:
            return await Cases(self.turn).own(gone.case), gone
        case, found = await self.own(occurrence)
        await rows.set_undone(self.turn.tx, found.id, self.turn.now)
        await self._write_down(case, "again-undone")
        await Desk(self.turn).occurrence_changed(case, found)
        return case, replace(found, is_undone=True)

    def day(self, occurrence: Occurrence, ago: int) -> date:
        """The day so many days before it was said. Raises ButtonExpired for one that is too long ago."""
        if ago > LONGEST_AGO:
            raise ButtonExpired
        return self.local(occurrence.said_at).date() - DAY * ago

    def parts(self, occurrence: Occurrence, ago: int) -> tuple[DayPart, ...]:
        """The parts of that day that had begun when it was said. Raises as `day` does."""
        return parts_before(self.local(occurrence.said_at), self.day(occurrence, ago))

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.turn.city.time_zone)

    async def find(self, occurrence: int) -> Occurrence | None:
        """To show it; also one that was undone."""
        return await rows.find_occurrence(self.turn.tx, OccurrenceId(occurrence))

    async def of(self, case: Case) -> list[Occurrence]:
        """As they were said, oldest first."""
        return await rows.list_occurrences(self.turn.tx, case.id)

    async def count(self, case: Case) -> int:
        return await rows.count_occurrences(self.turn.tx, case.id)

    def latest(self, found: Iterable[Occurrence]) -> Occurrence | None:
        """The one that happened last, whenever that was said."""
        return max(found, key=self._order, default=None)

    async def pattern(self, case: Case) -> Pattern:
        """On which weekdays, and when on the day, by the clocks of the city: right also when those are changed."""
        return pattern_of([self._counted(one) for one in await self.of(case)])

    def _counted(self, occurrence: Occurrence) -> tuple[Moment, int | None]:
        local = self.local(occurrence.said_at)
        return (occurrence.moment, None) if occurrence.moment else (moment_at(local), local.hour)

    def _order(self, occurrence: Occurrence) -> tuple[date, int, datetime]:
        moment, _ = self._counted(occurrence)
        parts = list(DayPart)
        return moment.day, parts.index(moment.part) if moment.part else 0, occurrence.said_at

    async def _said_of_all(self) -> int:
        """How often who acts said it of any case today."""
        person = self.turn.person
        return await rows.count_said_by(self.turn.tx, person.id, self._midnight()) if person else 0

    def _midnight(self) -> datetime:
        return self.local(self.turn.now).replace(hour=0, minute=0, second=0, microsecond=0)

    async def _moved(self, case: Case, occurrence: Occurrence, moment: Moment | None) -> Occurrence:
        await rows.set_moment(self.turn.tx, occurrence.id, moment)
        await Desk(self.turn).occurrence_changed(case, occurrence)
        return replace(occurrence, moment=moment)

    async def _write_down(self, case: Case, act: str) -> None:
        await insert_history(self.turn.tx, case.id, act, by=None, now=self.turn.now)
