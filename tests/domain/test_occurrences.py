"""When it happened: a night belongs to the day on which it begins, also when the clocks are changed."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.occurrences import DayPart, Moment, moment_at, parts_before, pattern_of

GENK = ZoneInfo("Europe/Brussels")
SATURDAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("at", "moment"),
    [
        (datetime(2026, 11, 28, 5, 59, tzinfo=GENK), Moment(date(2026, 11, 27), DayPart.NIGHT)),
        (datetime(2026, 11, 28, 6, 0, tzinfo=GENK), Moment(SATURDAY, DayPart.MORNING)),
        (datetime(2026, 11, 28, 11, 59, tzinfo=GENK), Moment(SATURDAY, DayPart.MORNING)),
        (datetime(2026, 11, 28, 12, 0, tzinfo=GENK), Moment(SATURDAY, DayPart.AFTERNOON)),
        (datetime(2026, 11, 28, 18, 0, tzinfo=GENK), Moment(SATURDAY, DayPart.EVENING)),
        (datetime(2026, 11, 28, 22, 0, tzinfo=GENK), Moment(SATURDAY, DayPart.NIGHT)),
        (datetime(2026, 11, 29, 0, 0, tzinfo=GENK), Moment(SATURDAY, DayPart.NIGHT)),
    ],
    ids=str,
)
def test_the_parts_of_a_day_begin_at_six_noon_six_and_ten(at: datetime, moment: Moment) -> None:
    assert moment_at(at) == moment


@pytest.mark.parametrize(
    ("at", "moment"),
    [
        # The hour that comes twice, on 25 October 2026: both times it is Saturday's night.
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), Moment(date(2026, 10, 24), DayPart.NIGHT)),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), Moment(date(2026, 10, 24), DayPart.NIGHT)),
        (datetime(2026, 10, 25, 4, 59, tzinfo=UTC), Moment(date(2026, 10, 24), DayPart.NIGHT)),
        (datetime(2026, 10, 25, 5, 0, tzinfo=UTC), Moment(date(2026, 10, 25), DayPart.MORNING)),
        # The hour that is left out, on 28 March 2027.
        (datetime(2027, 3, 28, 0, 59, tzinfo=UTC), Moment(date(2027, 3, 27), DayPart.NIGHT)),
        (datetime(2027, 3, 28, 1, 0, tzinfo=UTC), Moment(date(2027, 3, 27), DayPart.NIGHT)),
        (datetime(2027, 3, 28, 4, 0, tzinfo=UTC), Moment(date(2027, 3, 28), DayPart.MORNING)),
    ],
    ids=str,
)
def test_both_nights_of_summer_time_are_right(at: datetime, moment: Moment) -> None:
    assert moment_at(at.astimezone(GENK)) == moment


def test_only_what_has_begun_can_have_been() -> None:
    noon = datetime(2026, 11, 28, 13, 0, tzinfo=GENK)
    assert parts_before(noon, SATURDAY) == (DayPart.MORNING, DayPart.AFTERNOON)
    assert parts_before(noon, date(2026, 11, 27)) == tuple(DayPart)
    assert parts_before(noon, date(2026, 11, 29)) == ()
    after_midnight = datetime(2026, 11, 29, 1, 0, tzinfo=GENK)
    assert parts_before(after_midnight, date(2026, 11, 29)) == ()
    assert parts_before(after_midnight, SATURDAY) == tuple(DayPart)


def test_a_pattern_counts_parts_and_the_hours_that_are_known() -> None:
    saturday = Moment(SATURDAY, DayPart.NIGHT)
    pattern = pattern_of([(saturday, 23), (saturday, 1), (saturday, 23), (Moment(SATURDAY, None), None)])
    assert pattern.parts == {(6, DayPart.NIGHT): 3, (6, None): 1}
    assert pattern.busiest_hours == [(23, 2), (1, 1)]
    assert pattern.has_unknown
    assert not pattern_of([(saturday, 23)]).has_unknown
