"""A location finds its wijk, and wijken are listed as people call them."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from bot.domain.city import City, Point, WijkId
from bot.domain.city_file import read_city
from bot.domain.places import in_order, metres_between, names_said, nearest
from tests.domain.small_city import small_city

CITIES: Final = Path(__file__).parents[2] / "cities"


@pytest.fixture(scope="module")
def genk() -> City:
    return read_city(CITIES / "genk.toml")


def test_distances_are_those_of_the_earth() -> None:
    genk, hasselt = Point(50.9661, 5.5021), Point(50.9307, 5.3325)
    assert metres_between(genk, hasselt) == pytest.approx(12_500, abs=150)
    assert metres_between(genk, genk) == 0


def test_a_degree_to_the_north_is_as_long_everywhere_and_one_to_the_east_is_not() -> None:
    assert metres_between(Point(50, 5), Point(51, 5)) == pytest.approx(111_195, abs=1)
    assert metres_between(Point(50, 5), Point(50, 6)) == pytest.approx(71_475, abs=10)


def test_the_two_nearest_wijken_come_nearest_first(tmp_path: Path) -> None:
    city = small_city(tmp_path)
    near = nearest(city, Point(50.9605, 5.5))
    assert [one.wijk.id for one in near] == ["boven", "onder"]
    assert near[0].metres == pytest.approx(90, abs=5)
    assert near[0].metres < near[1].metres


def test_a_wijk_without_points_is_found_by_its_middle(tmp_path: Path) -> None:
    city = small_city(tmp_path)
    assert nearest(city, Point(50.9501, 5.5))[0].wijk.id == "onder"


def test_a_location_far_from_every_point_is_outside_the_city(tmp_path: Path) -> None:
    city = small_city(tmp_path)
    assert nearest(city, Point(50.97, 5.52)) == ()
    assert nearest(replace(city, outside_metres=20_000), Point(50.97, 5.52)) != ()


@pytest.mark.parametrize(
    "here", [Point(50.9307, 5.3325), Point(41.0, 29.0), Point(0, 0), Point(-90, 180)], ids=str
)
def test_hasselt_istanbul_and_the_sea_are_not_genk(genk: City, here: Point) -> None:
    assert nearest(genk, here) == ()


def test_every_point_of_genk_lies_in_its_own_wijk(genk: City) -> None:
    for wijk in genk.wijken:
        assert all(nearest(genk, point)[0].wijk == wijk for point in wijk.points)


def test_the_names_people_say_come_first_and_every_wijk_is_reached_once_at_least(genk: City) -> None:
    said = names_said(genk)
    assert [one.name for one in said[:3]] == ["Waterschei", "Winterslag", "Zwartberg"]
    assert {wijk.id for one in said for wijk in one.wijken} == {wijk.id for wijk in genk.wijken}
    assert len(said) < len(genk.wijken)


def test_a_wijk_that_a_name_holds_is_not_listed_again(genk: City) -> None:
    held = {wijk.id for one in names_said(genk)[: len(genk.said_first)] for wijk in one.wijken}
    assert all(one.wijken[0].id not in held for one in names_said(genk)[len(genk.said_first) :])


def test_a_list_is_by_name_with_industry_last(genk: City) -> None:
    names = [wijk.name for wijk in in_order(genk.wijken)]
    assert names[0] == "Bokrijk"
    assert names[-2:] == ["Industrieterrein Genk-Noord", "Industrieterrein Genk-Zuid"]


def test_numbers_in_names_are_ordered_as_numbers(genk: City) -> None:
    wijk = genk.wijk("winterslag-1")
    tenth = replace(wijk, id=WijkId("winterslag-10"), name="Winterslag 10")
    ordered = in_order([tenth, genk.wijk("winterslag-2-en-4"), wijk])
    assert [one.name for one in ordered] == ["Winterslag 1", "Winterslag 2 en 4", "Winterslag 10"]
