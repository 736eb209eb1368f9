"""The calendar of a city knows by when an answer is due."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.services.calendar import Calendar
from tests.domain.small_city import small_city


@pytest.fixture
def calendar(tmp_path: Path) -> Calendar:
    """Three working days; closed on 11 July every year and on 24 December 2026."""
    return Calendar(small_city(tmp_path))


@pytest.mark.parametrize(
    "holiday",
    [
        date(2026, 1, 1),
        date(2026, 4, 6),
        date(2026, 5, 1),
        date(2026, 5, 14),
        date(2026, 5, 25),
        date(2026, 7, 21),
        date(2026, 11, 11),
        date(2026, 12, 25),
        date(2027, 3, 29),
    ],
    ids=str,
)
def test_belgian_public_holidays_are_no_working_days(calendar: Calendar, holiday: date) -> None:
    assert not calendar.is_working_day(holiday)


def test_an_ordinary_monday_is_a_working_day(calendar: Calendar) -> None:
    assert calendar.is_working_day(date(2026, 3, 2))


def test_the_citys_own_closed_days_are_none(calendar: Calendar) -> None:
    assert not calendar.is_working_day(date(2029, 7, 11))
    assert not calendar.is_working_day(date(2026, 12, 24))


def test_an_answer_is_due_after_the_citys_term(calendar: Calendar) -> None:
    assert calendar.due_on(datetime(2026, 12, 22, 9, tzinfo=UTC)) == date(2026, 12, 29)


def test_another_term_can_be_asked_for(calendar: Calendar) -> None:
    assert calendar.due_on(datetime(2026, 3, 2, 9, tzinfo=UTC), working_days=1) == date(2026, 3, 3)


def test_the_day_is_that_of_the_city_and_not_of_the_clock(calendar: Calendar) -> None:
    sunday_evening_in_utc = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    assert calendar.local_day(sunday_evening_in_utc) == date(2026, 3, 2)
    assert calendar.due_on(sunday_evening_in_utc, working_days=1) == date(2026, 3, 3)


@pytest.mark.parametrize(
    ("due", "late"),
    [
        (date(2026, 3, 2), datetime(2026, 3, 2, 23, tzinfo=UTC)),
        (date(2026, 7, 1), datetime(2026, 7, 1, 22, tzinfo=UTC)),
        (date(2026, 3, 28), datetime(2026, 3, 28, 23, tzinfo=UTC)),
        (date(2026, 3, 29), datetime(2026, 3, 29, 22, tzinfo=UTC)),
    ],
    ids=str,
)
def test_it_is_late_when_the_due_day_has_ended_in_the_city(
    calendar: Calendar, due: date, late: datetime
) -> None:
    assert calendar.late_at(due) == late


def test_the_reminder_comes_on_the_working_day_before(calendar: Calendar) -> None:
    assert calendar.remind_at(date(2026, 12, 28)) == datetime(2026, 12, 22, 23, tzinfo=UTC)
