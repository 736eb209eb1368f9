"""Working days leave out weekends, public holidays and the city's closed days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.city import AnswerTerm, ClosedDay
from bot.domain.working_days import is_working_day, working_days_after, working_days_before

TERM = AnswerTerm(5, frozenset({5, 6}), (ClosedDay(7, 11, None, "feest"), ClosedDay(12, 24, 2026, "brugdag")))
PUBLIC = {date(2026, 12, 25), date(2027, 1, 1)}


def is_working(day: date) -> bool:
    return is_working_day(day, TERM, PUBLIC)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 12, 23), True),
        (date(2026, 12, 24), False),
        (date(2027, 12, 24), True),
        (date(2026, 12, 25), False),
        (date(2026, 12, 26), False),
        (date(2028, 7, 11), False),
    ],
    ids=str,
)
def test_a_day_works_or_not(day: date, *, works: bool) -> None:
    assert is_working(day) is works


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        (date(2026, 3, 2), 5, date(2026, 3, 9)),
        (date(2026, 3, 6), 1, date(2026, 3, 9)),
        (date(2026, 3, 7), 1, date(2026, 3, 9)),
        (date(2026, 3, 8), 5, date(2026, 3, 13)),
        (date(2026, 12, 23), 1, date(2026, 12, 28)),
        (date(2026, 12, 30), 2, date(2027, 1, 4)),
        (date(2026, 3, 7), 0, date(2026, 3, 7)),
    ],
    ids=str,
)
def test_the_day_itself_does_not_count(start: date, days: int, due: date) -> None:
    assert working_days_after(start, days, is_working) == due


def test_counting_back_passes_over_the_same_days() -> None:
    assert working_days_before(date(2026, 12, 28), 1, is_working) == date(2026, 12, 23)


@given(start=st.dates(date(2020, 1, 1), date(2035, 1, 1)), days=st.integers(1, 60))
def test_exactly_so_many_working_days_lie_after_the_start(start: date, days: int) -> None:
    due = working_days_after(start, days, is_working)
    passed = (start + timedelta(step) for step in range(1, (due - start).days + 1))
    assert is_working(due)
    assert sum(map(is_working, passed)) == days
