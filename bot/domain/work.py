"""What waits at the desk: how pressing each case is, and which part of it somebody wants to see."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from bot.domain.cases import Case, CaseKind, Status
from bot.domain.city import CategoryId, WijkId

NOWHERE: Final = WijkId("-")  # cases without a wijk
UNNAMED: Final = CategoryId("-")  # cases without a category


class Pressing(StrEnum):
    """Why a case must be looked at, the most pressing first; it may be so for several reasons."""

    URGENT = "urgent"
    LATE = "late"
    REOPENED = "reopened"
    TODAY = "today"
    NEW = "new"
    GOING_ON = "going-on"


def pressing_of(case: Case, today: date) -> Pressing:
    """The first reason that there is."""
    due = case.due_on
    reasons = {
        Pressing.URGENT: case.urgent,
        Pressing.LATE: due is not None and due < today,
        Pressing.REOPENED: case.status is Status.REOPENED,
        Pressing.TODAY: due == today,
        Pressing.NEW: case.status is Status.RECEIVED,
    }
    return next((reason for reason, holds in reasons.items() if holds), Pressing.GOING_ON)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of what waits; None for all of it."""

    reason: Pressing | None = None
    wijk: WijkId | None = None
    category: CategoryId | None = None
    kind: CaseKind | None = None

    @property
    def everything(self) -> bool:
        return self == Wanted()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many cases wait, and how many of them for each reason."""

    all: int
    each: Mapping[Pressing, int]

    def of(self, reason: Pressing | None) -> int:
        return self.all if reason is None else self.each[reason]
