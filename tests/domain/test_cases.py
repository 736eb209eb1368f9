"""What may become of a case."""

import itertools
import re

import pytest

from bot.domain.cases import (
    MAY_BECOME,
    MOST_NUMBER_DIGITS,
    NUMBER_DIGITS,
    NUMBER_PATTERN,
    OPEN,
    Status,
    draw_alias,
    draw_number,
    require_arrow,
)
from bot.domain.errors import NotPossibleNow

ARROWS = {
    ("received", "in-hand"),
    ("received", "passed-on"),
    ("received", "handled"),
    ("received", "withdrawn"),
    ("in-hand", "passed-on"),
    ("in-hand", "handled"),
    ("in-hand", "withdrawn"),
    ("passed-on", "in-hand"),
    ("passed-on", "handled"),
    ("passed-on", "withdrawn"),
    ("handled", "reopened"),
    ("reopened", "in-hand"),
    ("reopened", "passed-on"),
    ("reopened", "handled"),
    ("reopened", "withdrawn"),
}
PAIRS = list(itertools.product(Status, Status))


@pytest.mark.parametrize(("before", "after"), PAIRS, ids=[f"{a}-{b}" for a, b in PAIRS])
def test_a_case_goes_along_the_arrows_and_no_other_way(before: Status, after: Status) -> None:
    if (before.value, after.value) in ARROWS:
        require_arrow(before, after)
    else:
        with pytest.raises(NotPossibleNow):
            require_arrow(before, after)


def test_every_status_has_its_arrows() -> None:
    assert set(MAY_BECOME) == set(Status)


def test_what_is_withdrawn_stays_so() -> None:
    assert MAY_BECOME[Status.WITHDRAWN] == set()


def test_a_case_is_open_until_it_is_handled_or_withdrawn() -> None:
    assert set(Status) - OPEN == {Status.HANDLED, Status.WITHDRAWN}


def test_a_number_has_five_digits_and_no_leading_zero() -> None:
    assert all(re.fullmatch(r"[1-9][0-9]{4}", draw_number()) for _ in range(500))


def test_a_number_of_every_length_looks_like_one_wherever_it_is_typed() -> None:
    for digits in range(NUMBER_DIGITS, MOST_NUMBER_DIGITS + 1):
        drawn = [draw_number(digits) for _ in range(100)]
        assert all(len(number) == digits and re.fullmatch(NUMBER_PATTERN, number) for number in drawn)


def test_an_alias_holds_nothing_that_looks_like_something_else() -> None:
    drawn = {draw_alias() for _ in range(500)}
    assert all(re.fullmatch(r"[ACDEFHJKLMNPRTVWXY34679]{4}", alias) for alias in drawn)
    assert len(drawn) > 450
