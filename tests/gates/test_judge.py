"""The judge judges: fed with made-up logs of which is known what is wrong with them."""

from collections.abc import Hashable

from gates.judge import (
    WRITING_SECONDS,
    Arrival,
    accepted,
    as_due,
    busiest,
    in_flight_at,
    inside_penalty,
    tally,
)
from playground.log import Call

RECEIPT = (1, "receipt 7")


def came(what: Hashable, at: float, answered: float | None = None) -> Arrival:
    return Arrival(what, at, at + 0.1 if answered is None else answered)


def test_what_arrived_once_is_neither_missing_nor_doubled() -> None:
    found = tally({RECEIPT: 1}, [came(RECEIPT, 1.0)], [0.5, 1.05])
    assert (found.missing, found.doubles, found.unexplained, found.most) == ({}, 0, {}, 1)


def test_what_never_arrived_is_missing() -> None:
    assert tally({RECEIPT: 1}, [], [1.0]).missing == {RECEIPT: 1}


def test_what_had_to_arrive_twice_and_came_once_is_missing_once() -> None:
    assert tally({RECEIPT: 2}, [came(RECEIPT, 1.0)], []).missing == {RECEIPT: 1}


def test_a_double_of_what_was_in_flight_at_a_kill_is_explained() -> None:
    found = tally({RECEIPT: 1}, [came(RECEIPT, 1.0), came(RECEIPT, 3.0)], [1.05])
    assert (found.doubles, found.unexplained, found.most, found.most_per_kill) == (1, {}, 2, 1)


def test_a_double_without_a_kill_is_not_explained() -> None:
    assert tally({RECEIPT: 1}, [came(RECEIPT, 1.0), came(RECEIPT, 3.0)], []).unexplained == {RECEIPT: 1}


def test_a_double_of_what_was_known_long_before_the_kill_is_not_explained() -> None:
    long_after = 1.1 + WRITING_SECONDS + 0.01
    assert tally({RECEIPT: 1}, [came(RECEIPT, 1.0), came(RECEIPT, 9.0)], [long_after]).unexplained == {
        RECEIPT: 1
    }


def test_a_double_that_came_before_the_kill_is_not_explained_by_it() -> None:
    assert tally({RECEIPT: 1}, [came(RECEIPT, 1.0), came(RECEIPT, 1.01)], [1.05]).unexplained == {RECEIPT: 1}


def test_one_kill_explains_no_more_doubles_than_there_were_in_flight() -> None:
    arrivals = [came(RECEIPT, 1.0), came(RECEIPT, 3.0), came(RECEIPT, 5.0)]
    found = tally({RECEIPT: 1}, arrivals, [1.05])
    assert (found.doubles, found.unexplained, found.most) == (2, {RECEIPT: 1}, 3)


def test_what_nobody_had_to_hear_is_a_double() -> None:
    assert tally({}, [came(RECEIPT, 1.0)], []).doubles == 1


def test_what_reads_otherwise_the_second_time_needs_a_kill_like_any_double() -> None:
    asked, other = ("draft-words", 7), ("unforeseen", 7)
    found = as_due([came(other, 2.0), came(asked, 1.0), came(("added", 8), 1.5)], "unforeseen")
    assert [one.what for one in found] == [asked, ("added", 8), asked]
    due: dict[Hashable, int] = {asked: 1, ("added", 8): 1}
    assert tally(due, found, [1.05]).unexplained == {}
    assert tally(due, found, [2.05]).unexplained == {asked: 1}


def test_what_reads_otherwise_and_follows_nothing_is_a_double_that_nothing_explains() -> None:
    [found] = as_due([came(("unforeseen", 7), 1.0)], "unforeseen")
    assert tally({}, [found], [1.05]).unexplained == {("unforeseen", 7): 1}


def test_in_flight_counts_what_came_and_was_not_answered() -> None:
    arrivals = [came(1, 1.0, 2.0), came(2, 1.5, 1.6), Arrival(3, 1.0, None), came(4, 9.0)]
    assert in_flight_at(arrivals, 1.55) == 3
    assert in_flight_at(arrivals, 8.0) == 1


def test_only_calls_that_took_effect_are_accepted() -> None:
    log = [Call("sendMessage", 1.0, {}, accepted=True), Call("sendMessage", 1.1, {}), Call("getMe", 1.2, {})]
    assert accepted(log) == log[:1]


def test_calls_inside_a_penalty_are_counted() -> None:
    log = [Call("sendMessage", 1.0, {}), Call("sendMessage", 1.1, {}, inside_penalty=True)]
    assert inside_penalty(log) == 1


def test_the_busiest_second_slides() -> None:
    assert busiest([0.0, 0.6, 0.9, 1.2, 1.55, 1.61]) == 4
    assert busiest([]) == 0
