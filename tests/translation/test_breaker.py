"""The circuit breaker's rests, by a clock in the hand."""

from __future__ import annotations

import contextlib

import pytest

from bot.translation.breaker import Breaker
from bot.translation.translator import Reason, TranslationFailed


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def fail(breaker: Breaker, reason: Reason = Reason.TIMED_OUT, *, times: int = 1) -> None:
    for _ in range(times):
        with contextlib.suppress(TranslationFailed), breaker.call():
            raise TranslationFailed(reason)


def is_admitted(breaker: Breaker) -> bool:
    try:
        with breaker.call():
            return True
    except TranslationFailed:
        return False


def test_four_failures_are_not_enough_to_open_it() -> None:
    breaker = Breaker(Clock())
    fail(breaker, times=4)
    assert is_admitted(breaker)


def test_a_success_between_failures_starts_the_count_anew() -> None:
    breaker = Breaker(Clock())
    fail(breaker, times=4)
    assert is_admitted(breaker)
    fail(breaker, times=4)
    assert is_admitted(breaker)


def test_refusals_of_single_texts_never_open_it() -> None:
    breaker = Breaker(Clock())
    fail(breaker, Reason.REFUSED, times=20)
    assert is_admitted(breaker)


def test_each_failed_trial_doubles_the_rest() -> None:
    clock = Clock()
    breaker = Breaker(clock, rest=30.0)
    fail(breaker, times=5)
    clock.now = 30.0
    fail(breaker)
    clock.now = 89.9
    assert not is_admitted(breaker)
    clock.now = 90.0
    assert is_admitted(breaker)


def test_the_rest_never_grows_beyond_ten_minutes() -> None:
    clock = Clock()
    breaker = Breaker(clock, rest=30.0)
    fail(breaker, times=5)
    for _ in range(40):
        clock.now += 600.0
        fail(breaker)
    clock.now += 600.0
    assert is_admitted(breaker)


def test_calls_that_were_under_way_do_not_lengthen_the_rest() -> None:
    clock = Clock()
    breaker = Breaker(clock, rest=30.0)
    under_way = [breaker.call() for _ in range(9)]
    for call in under_way:
        call.__enter__()
    for call in under_way:
        failed = TranslationFailed(Reason.TIMED_OUT)
        call.__exit__(TranslationFailed, failed, None)
    clock.now = 30.0
    assert is_admitted(breaker)


def test_only_one_call_at_a_time_tries_a_server_that_failed() -> None:
    clock = Clock()
    breaker = Breaker(clock, rest=30.0)
    fail(breaker, times=5)
    clock.now = 31.0
    with breaker.call():
        assert not is_admitted(breaker)


def test_a_cancelled_trial_leaves_the_way_open_for_the_next() -> None:
    clock = Clock()
    breaker = Breaker(clock, rest=30.0)
    fail(breaker, times=5)
    clock.now = 31.0
    with pytest.raises(KeyboardInterrupt), breaker.call():
        raise KeyboardInterrupt
    assert is_admitted(breaker)
