"""Twins: cases that may be about one and the same thing, as far as what residents gave can tell."""

from datetime import timedelta
from math import cos, hypot, radians
from typing import Final

from bot.domain.cases import Case, CaseKind, Spot, Status
from bot.domain.folding import fold

WITHIN: Final = timedelta(days=7)
METRES: Final = 150
_METRES_A_DEGREE: Final = 111_320
# What further along leads: a partner has it, somebody has it in hand, it waits.
_RANK: Final = {Status.PASSED_ON: 0, Status.IN_HAND: 1, Status.REOPENED: 2, Status.RECEIVED: 3}


def may_be_twins(one: Case, other: Case) -> bool:
    """Both open signals of one category and wijk, within a week, and neither sensitive."""
    return (
        one.id != other.id
        and one.kind is other.kind is CaseKind.SIGNAL
        and one.open
        and other.open
        and not (one.sensitive or other.sensitive)
        and bool(one.alias and other.alias)
        and one.category is not None
        and (one.category, one.wijk) == (other.category, other.wijk)
        and one.wijk is not None
        and abs(one.created_at - other.created_at) <= WITHIN
    )


def are_likely_twins(one: Case, other: Case) -> bool:
    """As above, and at the same place: the same street, or two points that lie near each other."""
    return may_be_twins(one, other) and (_same_street(one, other) or _near(one.spot, other.spot))


def leading(one: Case, other: Case) -> tuple[Case, Case]:
    """Which of the two leads and which goes with it: what is further along, then what came first."""
    first, second = sorted(
        (one, other), key=lambda case: (_RANK.get(case.status, 9), case.owner is None, case.id)
    )
    return first, second


def _same_street(one: Case, other: Case) -> bool:
    """Without house numbers: two neighbours see the same heap."""
    streets = [
        fold("".join(sign for sign in case.place if not sign.isdigit())).strip(" ,.¦")
        for case in (one, other)
    ]
    return bool(streets[0]) and streets[0] == streets[1]


def _near(one: Spot | None, other: Spot | None) -> bool:
    if one is None or other is None:
        return False
    east = (one.lon - other.lon) * cos(radians(one.lat))
    return hypot(one.lat - other.lat, east) * _METRES_A_DEGREE <= METRES
