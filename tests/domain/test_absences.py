"""Days as staff type them, and who stands in where substitutes are away too."""

from datetime import date

import pytest

from bot.domain.absences import Absence, day_pressed, read_day, standing_in
from bot.domain.errors import ButtonExpired, DayUnclear
from bot.domain.people import StaffId

TODAY = date(2026, 11, 23)
A, B, C = StaffId(1), StaffId(2), StaffId(3)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("24/12", date(2026, 12, 24)),
        ("24-12-2026", date(2026, 12, 24)),
        (" 24 . 12 ", date(2026, 12, 24)),
        ("donderdag 24 december", date(2026, 12, 24)),
        ("4 jan.", date(2027, 1, 4)),
        ("1 mrt 2027", date(2027, 3, 1)),
        ("1 Maart", date(2027, 3, 1)),
        ("23/11", TODAY),
    ],
)
def test_a_day_is_read_as_the_next_such_day(text: str, day: date) -> None:
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize(
    "text", ["", "morgen", "31/2", "24/13", "22/11/2026", "1/1/2030", "24 foo", "²/1", "x" * 4096]
)
def test_what_is_no_day_within_a_year_is_refused(text: str) -> None:
    with pytest.raises(DayUnclear):
        read_day(text, TODAY)


def test_a_crafted_day_is_an_old_button() -> None:
    with pytest.raises(ButtonExpired):
        day_pressed("24/12")
    assert day_pressed("2026-12-24") == date(2026, 12, 24)


def away(staff: StaffId, substitute: StaffId | None, *, began: bool = True) -> Absence:
    return Absence(staff, TODAY, TODAY, substitute, began)


def test_who_stands_in_is_looked_for_past_those_who_are_away() -> None:
    assert standing_in([away(A, B)]) == {A: B}
    assert standing_in([away(A, B), away(B, C)]) == {A: C, B: C}
    assert standing_in([away(A, B), away(B, A)]) == {}
    assert standing_in([away(A, None), away(B, C, began=False)]) == {}
