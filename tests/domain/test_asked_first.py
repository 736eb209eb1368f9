"""Who is asked first by category, wijk, day and hour; and what a city file may not say of it."""

from datetime import datetime, time
from pathlib import Path

import pytest

from bot.domain.asked_first import AskedFirst, FirstRole
from bot.domain.city import CategoryId, WijkId
from bot.domain.city_file import CityFileWrong, read_city
from tests.domain.small_city import SMALL

NOISE, WASTE, NOORD = CategoryId("noise"), CategoryId("waste"), WijkId("noord")
FRIDAY_NIGHT = AskedFirst(FirstRole.COORDINATOR, days=frozenset({4}), starts=time(22), ends=time(6))


def at(day: int, hour: int) -> datetime:
    """The 27th is a Friday."""
    return datetime(2026, 11, day, hour)  # noqa: DTZ001 - local, as rules are


@pytest.mark.parametrize(
    ("came", "fits"),
    [
        (at(27, 21), False),
        (at(27, 22), True),
        (at(28, 5), True),
        (at(28, 6), False),
        (at(28, 22), False),
        (at(27, 5), False),
    ],
)
def test_hours_over_midnight_belong_to_the_day_on_which_they_begin(came: datetime, *, fits: bool) -> None:
    assert FRIDAY_NIGHT.fits(None, None, came) is fits


def test_what_is_named_must_fit_and_what_is_not_named_fits_everything() -> None:
    rule = AskedFirst(
        FirstRole.COORDINATOR, categories=(NOISE,), wijken=(NOORD,), starts=time(9), ends=time(17)
    )
    assert rule.fits(NOISE, NOORD, at(27, 9))
    assert not rule.fits(NOISE, NOORD, at(27, 17))
    assert not rule.fits(WASTE, NOORD, at(27, 9))
    assert not rule.fits(None, NOORD, at(27, 9))
    assert not rule.fits(NOISE, None, at(27, 9))
    assert AskedFirst(FirstRole.COORDINATOR, days=frozenset({4})).fits(None, None, at(27, 0))


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        (
            'role = "administrator"\ndays = ["monday"]',
            "role: is 'administrator'; expected one of wijkmanager, coordinator",
        ),
        ('role = "coordinator"', "asked_first[1]: fits everything"),
        ('role = "coordinator"\nfrom = 09:00:00', "has one of from and until; expected both, or neither"),
        ('role = "coordinator"\nfrom = 09:00:00\nuntil = 09:00:00', "ends when it begins"),
        (
            'role = "coordinator"\ncategories = ["nothing"]',
            'names "nothing", which is not a category of this file',
        ),
        ('role = "coordinator"\nwijken = ["nowhere"]', 'names "nowhere", which is not a wijk of this file'),
        ('role = "coordinator"\ndays = ["zondag"]', "days[1]: is 'zondag'; expected one of monday"),
        ('role = "coordinator"\nhours = 5', "hours: is not a key that exists here"),
    ],
)
def test_a_mistake_is_named_in_one_line(tmp_path: Path, lines: str, complaint: str) -> None:
    file = tmp_path / "small.toml"
    file.write_text(f"{SMALL}\n[[asked_first]]\n{lines}\n", encoding="utf-8")
    with pytest.raises(CityFileWrong) as wrong:
        read_city(file)
    assert [problem for problem in wrong.value.problems if complaint in problem], wrong.value.problems
