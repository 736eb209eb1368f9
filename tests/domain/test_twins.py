"""Which reports may be about one and the same thing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.cases import Case, CaseId, CaseKind, CaseNumber, Spot, Status
from bot.domain.city import CategoryId, WijkId
from bot.domain.people import StaffId
from bot.domain.twins import are_likely_twins, leading, may_be_twins

AT = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)
ONE = Case(
    id=CaseId(1),
    number=CaseNumber("12345"),
    alias="AAAA",
    kind=CaseKind.SIGNAL,
    status=Status.RECEIVED,
    created_at=AT,
    category=CategoryId("waste"),
    wijk=WijkId("waterschei-noord"),
    place="Nieuwstraat 12",
)
OTHER = replace(
    ONE, id=CaseId(2), number=CaseNumber("23456"), place="nieuwstraat, 40", created_at=AT + timedelta(days=6)
)


def test_the_same_street_category_wijk_and_week_make_likely_twins() -> None:
    assert are_likely_twins(ONE, OTHER)
    assert are_likely_twins(OTHER, ONE)


@pytest.mark.parametrize(
    "other",
    [
        replace(OTHER, category=CategoryId("noise")),
        replace(OTHER, category=None),
        replace(OTHER, wijk=WijkId("waterschei-zuid")),
        replace(OTHER, created_at=AT + timedelta(days=7, seconds=1)),
        replace(OTHER, sensitive=True),
        replace(OTHER, kind=CaseKind.QUESTION),
        replace(OTHER, status=Status.HANDLED),
        replace(OTHER, alias=""),
        ONE,
    ],
    ids=["category", "no-category", "wijk", "week", "sensitive", "kind", "closed", "erased", "itself"],
)
def test_what_differs_in_one_of_these_is_no_twin(other: Case) -> None:
    assert not may_be_twins(ONE, other)
    assert not may_be_twins(other, ONE)


def test_another_place_may_be_a_twin_but_is_not_likely() -> None:
    for place in ("Stalenstraat", ""):
        other = replace(OTHER, place=place)
        assert may_be_twins(ONE, other)
        assert not are_likely_twins(ONE, other)
    nowhere = replace(ONE, place="")
    assert not are_likely_twins(nowhere, replace(OTHER, place=""))


def test_points_within_a_hundred_and_fifty_metres_are_one_place() -> None:
    here = replace(ONE, place="", spot=Spot(50.99, 5.52))
    assert are_likely_twins(here, replace(OTHER, place="", spot=Spot(50.9912, 5.5205)))
    assert not are_likely_twins(here, replace(OTHER, place="", spot=Spot(50.9912, 5.5225)))


def test_what_is_further_along_leads_and_else_what_came_first() -> None:
    assert leading(OTHER, ONE) == (ONE, OTHER)
    further = replace(OTHER, status=Status.IN_HAND, owner=StaffId(1))
    assert leading(ONE, further) == (further, ONE)
