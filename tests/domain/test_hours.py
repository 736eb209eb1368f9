"""Work hours: on which days, over midnight, and not on days on which the city is closed."""

from datetime import date, datetime

import pytest

from bot.domain.hours import Hours

MONDAY = date(2026, 9, 7)
CLOSED = date(2026, 9, 8)
WORKDAYS = frozenset({1, 2, 3, 4, 5})
OFFICE = Hours(8, 17, WORKDAYS)
NIGHT = Hours(22, 6, frozenset({5}))


def free(day: date) -> bool:
    return day == CLOSED


@pytest.mark.parametrize(
    ("hours", "moment", "holds"),
    [
        (OFFICE, "2026-09-07 08:00", True),
        (OFFICE, "2026-09-07 16:59", True),
        (OFFICE, "2026-09-07 17:00", False),
        (OFFICE, "2026-09-07 07:59", False),
        (OFFICE, "2026-09-08 10:00", False),
        (OFFICE, "2026-09-12 10:00", False),
        (NIGHT, "2026-09-11 21:59", False),
        (NIGHT, "2026-09-11 23:00", True),
        (NIGHT, "2026-09-12 05:59", True),
        (NIGHT, "2026-09-12 06:00", False),
        (NIGHT, "2026-09-12 23:00", False),
    ],
)
def test_somebody_works_on_the_own_days_between_the_own_hours(
    hours: Hours, moment: str, *, holds: bool
) -> None:
    assert hours.hold(datetime.fromisoformat(moment), free) is holds


def test_the_next_beginning_and_the_last_end_pass_over_what_is_free() -> None:
    assert OFFICE.begin_after(datetime(2026, 9, 7, 7, 59), free) == MONDAY  # noqa: DTZ001 - the city's clock
    assert OFFICE.begin_after(datetime(2026, 9, 7, 8), free) == date(2026, 9, 9)  # noqa: DTZ001 - as above
    assert OFFICE.begin_after(datetime(2026, 9, 11, 12), free) == date(2026, 9, 14)  # noqa: DTZ001 - as above
    assert OFFICE.ended_before(date(2026, 9, 9), free) == MONDAY
    assert OFFICE.ended_before(MONDAY, free) == date(2026, 9, 4)
    assert NIGHT.ended_before(date(2026, 9, 18), free) == date(2026, 9, 12)


def test_days_are_said_in_runs() -> None:
    assert OFFICE.runs == ((1, 5),)
    assert Hours(8, 12, frozenset({2, 4, 5, 7})).runs == ((2, 2), (4, 5), (7, 7))


@pytest.mark.parametrize(
    ("start", "end", "days"), [(8, 8, {1}), (-1, 8, {1}), (8, 24, {1}), (8, 17, set()), (8, 17, {0})]
)
def test_what_are_no_hours_is_refused(start: int, end: int, days: set[int]) -> None:
    with pytest.raises(ValueError, match="not "):
        Hours(start, end, frozenset(days))
