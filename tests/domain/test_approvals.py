"""When a second pair of eyes is asked again: soon, by day, each of the last working mornings, and never too late."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.approvals import WAITS, asked_again_at, asked_each_morning_at

GENK = ZoneInfo("Europe/Brussels")


def at(text: str) -> datetime:
    """A time in Genk, in November 2026; the 23rd is a Monday."""
    return datetime.strptime(f"2026-11-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=GENK)


@pytest.mark.parametrize(
    ("now", "lapses", "again"),
    [
        ("23 10:00", "26 10:00", "23 12:00"),
        ("23 17:00", "26 17:00", "24 08:00"),
        ("23 03:00", "26 03:00", "23 08:00"),
        ("23 10:00", "23 11:00", "23 10:30"),
        ("23 20:00", "23 21:00", "23 20:30"),
        ("23 22:00", "24 10:00", "24 08:00"),
    ],
)
def test_it_is_asked_again_soon_and_by_day_where_there_is_one(now: str, lapses: str, again: str) -> None:
    assert asked_again_at(at(now), at(lapses), GENK, urgent=False) == at(again)


def test_what_is_urgent_is_asked_again_at_any_hour() -> None:
    now = at("23 03:00")
    assert asked_again_at(now, now + WAITS, GENK, urgent=True) == at("23 03:05")
    assert asked_again_at(now, now + timedelta(minutes=4), GENK, urgent=True) == at("23 03:02")


@pytest.mark.parametrize(
    ("now", "lapses", "morning"),
    [
        ("23 12:00", "26 10:00", "24 09:00"),
        ("26 09:00", "26 10:00", None),
        ("27 12:00", "30 12:00", "30 09:00"),
        ("27 12:00", "30 09:00", None),
        ("02 12:00", "30 12:00", "27 09:00"),
        ("02 12:00", "26 12:00", "23 09:00"),
    ],
)
def test_after_that_it_is_asked_on_the_last_working_mornings(
    now: str, lapses: str, morning: str | None
) -> None:
    found = asked_each_morning_at(at(now), at(lapses), GENK, lambda day: day.isoweekday() < 6)
    assert found == (at(morning) if morning else None)
