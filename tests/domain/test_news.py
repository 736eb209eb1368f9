"""Quiet hours by the clock of the city."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.city_file import read_city
from bot.domain.news import FOR_EVER, Quiet, Wishes, next_hour
from bot.texts import LOCALES

GENK = read_city(LOCALES.parent / "cities" / "genk.toml")
NOW = datetime(2026, 11, 23, 21, 30, tzinfo=UTC)  # half past ten in the evening in Genk


@pytest.mark.parametrize(
    ("quiet", "hours"),
    [
        (Quiet(22, 7), {22, 23, 0, 1, 2, 3, 4, 5, 6}),
        (Quiet(8, 16), set(range(8, 16))),
        (Quiet(0, 1), {0}),
        (Quiet(23, 0), {23}),
    ],
)
def test_hours_are_quiet_from_the_first_until_before_the_last_also_over_midnight(
    quiet: Quiet, hours: set[int]
) -> None:
    assert {hour for hour in range(24) if quiet.holds(hour)} == hours


@pytest.mark.parametrize(("start", "end"), [(7, 7), (24, 7), (22, -1), (22, 24)])
def test_what_are_no_two_hours_is_no_quiet(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="two different hours"):
        Quiet(start, end)


def test_the_next_seven_in_the_morning_is_tomorrow_in_the_evening_and_today_at_night() -> None:
    seven = datetime(2026, 11, 24, 6, tzinfo=UTC)
    assert next_hour(7, NOW, GENK) == seven
    assert next_hour(7, seven - timedelta(hours=3), GENK) == seven
    assert next_hour(7, seven, GENK) == seven + timedelta(days=1)


def test_a_night_in_which_the_clock_is_changed_still_ends_at_seven() -> None:
    before_winter, before_summer = (
        datetime(2026, 10, 24, 21, tzinfo=UTC),
        datetime(2027, 3, 27, 22, tzinfo=UTC),
    )
    assert next_hour(7, before_winter, GENK) == datetime(2026, 10, 25, 6, tzinfo=UTC)
    assert next_hour(7, before_summer, GENK) == datetime(2027, 3, 28, 5, tzinfo=UTC)


def test_a_pause_is_over_when_its_time_has_come() -> None:
    assert Wishes().pause(NOW) is None
    assert Wishes(paused_until=NOW).pause(NOW) is None
    assert Wishes(paused_until=FOR_EVER).pause(NOW) == FOR_EVER
