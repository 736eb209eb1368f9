"""The month of a wijk: no number of fewer than ten people is told, and none is left when one is taken from another."""

import random
from collections.abc import Mapping

from bot.domain.consultation import (
    FEWEST,
    Band,
    Group,
    band,
    number_of,
    places_of,
    shown_parts,
    themes_of,
    together,
)


def of(times: int, people: int, name: str = "p") -> Group:
    """So many things of so many different people."""
    return Group(times, frozenset(f"{name}{one}" for one in range(people)))


def test_fewer_than_ten_people_have_no_number_however_often_they_reported() -> None:
    assert number_of(of(9, 9)) is None
    assert number_of(of(40, 9)) is None
    assert number_of(of(40, 10)) == 40
    assert number_of(of(12, 0)) is None  # what staff saw is of nobody


def test_a_part_is_hidden_as_well_where_the_rest_would_tell_of_few() -> None:
    parts = {"waste": of(30, 25, "a"), "noise": of(12, 11, "b"), "housing": of(1, 1, "c")}
    assert shown_parts(parts) == {"waste": 30, "noise": None, "housing": None}


def test_where_nothing_is_small_everything_is_told() -> None:
    parts = {"waste": of(30, 25, "a"), "noise": of(12, 11, "b")}
    assert shown_parts(parts) == {"waste": 30, "noise": 12}


def test_whatever_is_subtracted_leaves_nothing_or_enough_people() -> None:
    """Tried on a thousand months drawn at random; the sum of what is hidden is known from the whole and what is told."""
    draw = random.Random(48271)
    for _ in range(1_000):
        parts = {
            f"theme {theme}": of(people + draw.randrange(4), people, f"{theme}-")
            for theme in range(draw.randrange(1, 9))
            if (people := draw.choice((0, 1, 2, 3, 9, 10, 11, 15, 30))) is not None
        }
        assert leaves_nobody_alone(parts), parts


def leaves_nobody_alone(parts: Mapping[str, Group]) -> bool:
    shown = shown_parts(parts)
    rest = together(group for name, group in parts.items() if shown[name] is None)
    told = [name for name, times in shown.items() if times is not None]
    is_all_hidden = not told
    return is_all_hidden or rest.times == 0 or len(rest.people) >= FEWEST


def test_small_sensitive_themes_are_not_even_named() -> None:
    parts = {"waste": of(20, 20, "a"), "housing": of(2, 2, "c"), "noise": of(9, 9, "b")}
    lines, has_more = themes_of(parts, nameless={"housing"})
    assert [line.name for line in lines] == ["waste", "noise"]
    assert has_more
    assert [line.times for line in lines] == [20, None]


def test_bands_are_wide_and_those_of_few_people_are_the_lowest() -> None:
    assert band(of(99, 9)) == Band(0, 10)
    assert band(of(10, 10)) == Band(10, 25)
    assert band(of(49, 12)) == Band(25, 50)
    assert band(of(400, 200)) == Band(100, None)


def test_a_place_is_named_for_three_different_people_at_least() -> None:
    groups = {"A-straat": of(9, 2), "B-straat": of(3, 3), "C-straat": of(30, 28)}
    assert places_of(groups) == (("C-straat", Band(25, 50)), ("B-straat", Band(0, 10)))
