"""Borders say exactly which wijk a location lies in; the points of Genk come near them."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from bot.domain.borders import Borders, BordersWrong, read_borders
from bot.domain.city import City, Point
from bot.domain.city_file import read_city
from bot.domain.places import nearest
from tests.domain.small_city import small_city

ROOT: Final = Path(__file__).parents[2]
DATA: Final = ROOT.parent / "shared" / "data"


def square(west: float, south: float, size: float) -> list[list[float]]:
    east, north = west + size, south + size
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def written(folder: Path, *features: object) -> Path:
    path = folder / "borders.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def feature(kind: str, coordinates: object, **properties: str) -> dict[str, object]:
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": kind, "coordinates": coordinates},
    }


@pytest.fixture
def city(tmp_path: Path) -> City:
    return small_city(tmp_path)


@pytest.fixture
def borders(tmp_path: Path) -> Borders:
    """Boven: a square with a hole. Onder: two squares, one of them in the hole; it is named by its code."""
    boven = feature("Polygon", [square(5.0, 50.0, 1.0), square(5.4, 50.4, 0.2)], id="boven")
    onder = feature("MultiPolygon", [[square(5.45, 50.45, 0.1)], [square(7.0, 50.0, 1.0)]], code="2")
    return read_borders(written(tmp_path, boven, onder))


@pytest.mark.parametrize(
    ("here", "wijk"),
    [
        (Point(50.1, 5.1), "boven"),
        (Point(50.95, 5.99), "boven"),
        (Point(50.5, 5.5), "onder"),
        (Point(50.5, 7.5), "onder"),
    ],
    ids=str,
)
def test_a_point_inside_finds_its_wijk(borders: Borders, city: City, here: Point, wijk: str) -> None:
    found = borders.wijk_at(city, here)
    assert found is not None
    assert found.id == wijk


@pytest.mark.parametrize(
    "here", [Point(50.42, 5.42), Point(50.5, 6.5), Point(49.9, 5.5), Point(5.5, 50.5)], ids=str
)
def test_a_point_in_a_hole_or_outside_finds_none(borders: Borders, city: City, here: Point) -> None:
    assert borders.wijk_at(city, here) is None


def test_borders_that_fit_the_city_have_no_mismatch(borders: Borders, city: City) -> None:
    assert borders.mismatches(city) == []


def test_borders_of_another_city_are_told_apart(tmp_path: Path, city: City) -> None:
    borders = read_borders(written(tmp_path, feature("Polygon", [square(5, 50, 1)], id="elders", code="9")))
    assert borders.mismatches(city) == [
        "the borders name 9/elders, which is no wijk of Smallstad",
        "the borders have no area for wijk boven",
        "the borders have no area for wijk onder",
    ]
    assert borders.wijk_at(city, Point(50.5, 5.5)) is None


@pytest.mark.parametrize(
    ("wrong", "line"),
    [
        (
            feature("Polygon", [square(5, 50, 1)]),
            "features[1].properties: has no id and no code; expected the id or code of a wijk",
        ),
        (feature("Point", [5, 50], id="boven"), "features[1].geometry: is no Polygon or MultiPolygon"),
        (feature("Polygon", [], id="boven"), "features[1].geometry: is no Polygon or MultiPolygon"),
        (
            feature("Polygon", [square(5, 50, 1)[:-1]], id="boven"),
            "features[1].geometry: is no Polygon or MultiPolygon",
        ),
        (
            feature("Polygon", [[[5], [6], [7], [5]]], id="boven"),
            "features[1].geometry: is no Polygon or MultiPolygon",
        ),
        (
            feature("Polygon", [square(50, 179, 1)], id="boven"),
            "features[1].geometry: is no Polygon or MultiPolygon",
        ),
        (feature("Polygon", ["ring"], id="boven"), "features[1].geometry: is no Polygon or MultiPolygon"),
        (
            feature("Polygon", [square(200_000, 180_000, 9)], id="boven"),
            "features[1].geometry: is no Polygon or MultiPolygon",
        ),
        (
            {"properties": {"id": "boven"}, "geometry": None},
            "features[1].geometry: is no Polygon or MultiPolygon",
        ),
        ("feature", "features[1].properties: has no id and no code"),
    ],
)
def test_a_feature_that_is_no_area_of_a_wijk_is_named(tmp_path: Path, wrong: object, line: str) -> None:
    with pytest.raises(BordersWrong) as refused:
        read_borders(written(tmp_path, wrong))
    assert line in str(refused.value)


@pytest.mark.parametrize(
    ("text", "line"),
    [("{", "is not JSON"), ("[]", "has no features"), ('{"features": []}', "has no features")],
)
def test_a_file_that_is_no_geojson_is_named(tmp_path: Path, text: str, line: str) -> None:
    path = tmp_path / "borders.geojson"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BordersWrong, match=line):
        read_borders(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BordersWrong, match="cannot be read"):
        read_borders(tmp_path / "none.geojson")


# From here on the real borders are needed. They are the city's open data and no part of this project.
def real_borders(name: str) -> Borders:
    path = DATA / name
    if not path.exists():
        pytest.skip(
            f"the borders of {name} are not beside this checkout: set them up to measure against them"
        )
    return read_borders(path)


def points_around(borders: Borders, many: int, margin: float) -> Iterator[Point]:
    """Scatter points evenly over the land and `margin` degrees around it, the same ones every time."""
    corners = [point for area in borders.areas for polygon in area.polygons for point in polygon.outer]
    lats, lons, scatter = (
        [point.lat for point in corners],
        [point.lon for point in corners],
        random.Random(71016),
    )
    for _ in range(many):
        lat = scatter.uniform(min(lats) - margin, max(lats) + margin)
        yield Point(lat, scatter.uniform(min(lons) - margin, max(lons) + margin))


@pytest.mark.parametrize(
    ("name", "geojson", "first_at_least", "two_at_least"),
    [("genk", "genk-wijken-30.geojson", 0.90, 0.98), ("izegem", "izegem-wijken.geojson", 0.83, 0.97)],
)
def test_the_nearest_points_find_the_wijk(
    name: str, geojson: str, first_at_least: float, two_at_least: float
) -> None:
    city, borders = read_city(ROOT / "cities" / f"{name}.toml"), real_borders(geojson)
    inside = [
        (here, wijk) for here in points_around(borders, 4_000, 0) if (wijk := borders.wijk_at(city, here))
    ]
    found = [([near.wijk for near in nearest(city, here)], wijk) for here, wijk in inside]
    assert len(inside) > 1_500
    assert sum(near[:1] == [wijk] for near, wijk in found) / len(found) >= first_at_least
    assert sum(wijk in near for near, wijk in found) / len(found) >= two_at_least


@pytest.mark.parametrize(
    ("name", "geojson"), [("genk", "genk-wijken-30.geojson"), ("izegem", "izegem-wijken.geojson")]
)
def test_nobody_inside_is_taken_for_outside_and_few_outside_for_inside(name: str, geojson: str) -> None:
    city, borders = read_city(ROOT / "cities" / f"{name}.toml"), real_borders(geojson)
    placed = [
        (borders.wijk_at(city, here) is not None, bool(nearest(city, here)))
        for here in points_around(borders, 4_000, 0.03)
    ]
    assert all(is_near for is_inside, is_near in placed if is_inside)
    outside = [is_near for is_inside, is_near in placed if not is_inside]
    assert sum(outside) / len(outside) < 0.25


@pytest.mark.parametrize(
    ("name", "geojson"), [("genk", "genk-wijken-30.geojson"), ("izegem", "izegem-wijken.geojson")]
)
def test_the_city_file_and_the_real_borders_name_the_same_wijken(name: str, geojson: str) -> None:
    assert real_borders(geojson).mismatches(read_city(ROOT / "cities" / f"{name}.toml")) == []


def test_every_point_of_genk_lies_inside_its_wijk() -> None:
    city, borders = read_city(ROOT / "cities" / "genk.toml"), real_borders("genk-wijken-30.geojson")
    for wijk in city.wijken:
        assert [point for point in wijk.points if borders.wijk_at(city, point) != wijk] == []
