"""Errands: somebody of a team goes and looks at what a case is about."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.domain.cases import CaseId, Words
from bot.domain.people import StaffId

ErrandId = NewType("ErrandId", int)


class ErrandState(StrEnum):
    OPEN = "open"
    TAKEN = "taken"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Errand:
    """`asked`: what to look for; `seen`: what was found, once it is done."""

    id: ErrandId
    case: CaseId
    state: ErrandState
    asked_by: StaffId
    asked: str
    at: datetime
    taken_by: StaffId | None = None
    seen: Words | None = None

    @property
    def open(self) -> bool:
        """Whether somebody still has to look."""
        return self.state in {ErrandState.OPEN, ErrandState.TAKEN}
