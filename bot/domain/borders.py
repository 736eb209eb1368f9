"""The borders of wijken, when a city has them: which wijk a location lies in, exactly."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from bot.domain.city import City, Point, Wijk

Ring = tuple[Point, ...]


class BordersWrong(Exception):
    """The file of borders cannot be used; `problems` holds one line for each mistake."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True, slots=True)
class Polygon:
    """One outer ring and the holes in it. Rings are closed: the last point is the first."""

    outer: Ring
    holes: tuple[Ring, ...]

    def holds(self, here: Point) -> bool:
        return _encloses(self.outer, here) and not any(_encloses(hole, here) for hole in self.holes)


@dataclass(frozen=True, slots=True)
class Area:
    """The land of one wijk. `names` are the id and the code that the file gives it."""

    names: frozenset[str]
    polygons: tuple[Polygon, ...]

    def is_of(self, wijk: Wijk) -> bool:
        return bool({wijk.id, wijk.code} & self.names)


@dataclass(frozen=True, slots=True)
class Borders:
    areas: tuple[Area, ...]

    def wijk_at(self, city: City, here: Point) -> Wijk | None:
        """Find the wijk that holds a point (WGS84); None outside all of them."""
        for area in self.areas:
            if any(polygon.holds(here) for polygon in area.polygons):
                return next((wijk for wijk in city.wijken if area.is_of(wijk)), None)
        return None

    def mismatches(self, city: City) -> list[str]:
        """Say in one line each which areas and wijken do not find each other."""
        strangers = [area for area in self.areas if not any(area.is_of(wijk) for wijk in city.wijken)]
        homeless = [wijk for wijk in city.wijken if not any(area.is_of(wijk) for area in self.areas)]
        lines = [
            f"the borders name {'/'.join(sorted(area.names))}, which is no wijk of {city.name}"
            for area in strangers
        ]
        return lines + [f"the borders have no area for wijk {wijk.id}" for wijk in homeless]


def read_borders(path: Path) -> Borders:
    """Read a GeoJSON FeatureCollection of Polygons and MultiPolygons (WGS84), each with an "id" or "code".

    Raises BordersWrong with all mistakes, each one line: file, place, what is wrong, what is expected.
    """
    problems: list[str] = []
    features = _features(path)
    areas = [
        _area(f"{path}: features[{place}]", feature, problems) for place, feature in enumerate(features, 1)
    ]
    if problems:
        raise BordersWrong(problems)
    return Borders(tuple(area for area in areas if area))


def _features(path: Path) -> list[object]:
    try:
        whole = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BordersWrong([f"{path}: cannot be read ({error.strerror}); expected a GeoJSON file"]) from None
    except ValueError:
        raise BordersWrong([f"{path}: is not JSON in UTF-8; expected a GeoJSON file"]) from None
    features = whole.get("features") if isinstance(whole, dict) else None
    if not isinstance(features, list) or not features:
        raise BordersWrong([f"{path}: has no features; expected a GeoJSON FeatureCollection of wijken"])
    return features


def _area(where: str, feature: object, problems: list[str]) -> Area | None:
    properties, geometry = _inner(feature, "properties"), _inner(feature, "geometry")
    names = frozenset(str(properties[key]) for key in ("id", "code") if properties.get(key))
    if not names:
        problems.append(f"{where}.properties: has no id and no code; expected the id or code of a wijk")
    try:
        polygons = tuple(_polygon(rings) for rings in _polygons(geometry))
    except (TypeError, ValueError, IndexError):
        problems.append(
            f"{where}.geometry: is no Polygon or MultiPolygon; expected closed rings of [longitude, latitude]"
        )
        return None
    return Area(names, polygons)


def _inner(feature: object, key: str) -> Mapping[str, object]:
    found = feature.get(key) if isinstance(feature, dict) else None
    return found if isinstance(found, dict) else {}


def _polygons(geometry: Mapping[str, object]) -> Iterator[Sequence[object]]:
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind not in {"Polygon", "MultiPolygon"} or not isinstance(coordinates, list) or not coordinates:
        raise ValueError
    yield from [coordinates] if kind == "Polygon" else coordinates


def _polygon(rings: Sequence[object]) -> Polygon:
    return Polygon(_ring(rings[0]), tuple(_ring(ring) for ring in rings[1:]))


def _ring(ring: object) -> Ring:
    if not isinstance(ring, list):
        raise TypeError
    points = tuple(_point(pair) for pair in ring)
    if len(points) < 4 or points[0] != points[-1]:
        raise ValueError
    return points


def _point(pair: Sequence[float]) -> Point:
    lon, lat = float(pair[0]), float(pair[1])
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise ValueError
    return Point(lat, lon)


def _encloses(ring: Ring, here: Point) -> bool:
    """Count how often a ray to the east crosses the ring (even-odd rule)."""
    crossings = sum(
        (one.lat > here.lat) != (other.lat > here.lat)
        and here.lon < (other.lon - one.lon) * (here.lat - one.lat) / (other.lat - one.lat) + one.lon
        for one, other in pairwise(ring)
    )
    return crossings % 2 == 1
