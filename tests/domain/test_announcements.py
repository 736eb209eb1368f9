"""Announcements: times as staff type them, and what may become of one."""

from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pytest

from bot.domain.announcements import (
    MAY_BECOME,
    Announcement,
    Audience,
    AudienceKind,
    State,
    read_moment,
    require_state,
)
from bot.domain.city import City
from bot.domain.city_file import read_city
from bot.domain.errors import AnnouncementOver, MomentUnclear
from bot.domain.intents import AnnouncementId
from bot.domain.people import StaffId

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def genk() -> City:
    return read_city(Path(__file__).parents[2] / "cities" / "genk.toml")


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("25-11 10:00", datetime(2026, 11, 25, 9, tzinfo=UTC)),
        ("25/11 om 10u30", datetime(2026, 11, 25, 9, 30, tzinfo=UTC)),
        ("25.11 10.15", datetime(2026, 11, 25, 9, 15, tzinfo=UTC)),
        ("25-11, 10 uur", datetime(2026, 11, 25, 9, tzinfo=UTC)),
        (" 5-1 8u ", datetime(2027, 1, 5, 7, tzinfo=UTC)),
        ("25-11-2026 10:00", datetime(2026, 11, 25, 9, tzinfo=UTC)),
    ],
)
def test_a_time_is_read_as_people_write_it(genk: City, typed: str, moment: datetime) -> None:
    assert read_moment(typed, NOW, genk) == moment


@pytest.mark.parametrize(
    "typed",
    ["", "straks", "25-11", "10:00", "31-11 10:00", "25-11 25:00", "25-11 10:61", "22-11 12:59", "1-6 10:00",
     "25-11-2025 10:00", "25-13 10:00", "9" * 5000],
)  # fmt: skip
def test_what_is_no_coming_time_is_not_guessed(genk: City, typed: str) -> None:
    with pytest.raises(MomentUnclear):
        read_moment(typed, NOW, genk)


def test_the_hour_that_summer_time_leaves_out_does_not_exist(genk: City) -> None:
    before = datetime(2027, 3, 20, 12, tzinfo=UTC)
    with pytest.raises(MomentUnclear):
        read_moment("28-3 2:30", before, genk)
    assert read_moment("28-3 3:30", before, genk) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(("before", "after"), list(product(State, State)))
def test_only_the_arrows_that_are_drawn_can_be_walked(before: State, after: State) -> None:
    announcement = Announcement(AnnouncementId(1), StaffId(1), Audience(AudienceKind.EVERYBODY), before, NOW)
    if after in MAY_BECOME[before]:
        require_state(announcement, after)
        return
    with pytest.raises(AnnouncementOver):
        require_state(announcement, after)


def test_an_audience_knows_its_wijken(genk: City) -> None:
    everybody = Audience(AudienceKind.EVERYBODY).wijken(genk)
    stadsdeel = Audience(AudienceKind.STADSDEEL, "Genk-Noord").wijken(genk)
    assert len(everybody) == len(genk.wijken)
    assert set(stadsdeel) == {wijk.id for wijk in genk.wijken if wijk.stadsdeel == "Genk-Noord"}
    assert Audience(AudienceKind.STADSDEEL, "Nergens").wijken(genk) == ()
