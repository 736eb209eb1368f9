"""The pace: never faster than Telegram allows, never inside a penalty, and hardly slower than allowed."""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator
from itertools import count, cycle
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.engine.pacer import PRIVATE, Pacer, Penalty, TooSoon

BEGIN = 1_000_000.0
RATES = st.integers(min_value=1, max_value=1000)
SEEDS = st.integers(min_value=0, max_value=2**32)


def backlog(pacer: Pacer, seed: int, seconds: float, *, late: float = 0.0) -> list[float]:
    """Send to ever new chats as fast as the pace allows, waking up to `late` seconds late; the times of leaving."""
    random, now, left = Random(seed), BEGIN, list[float]()
    for chat in count(1):
        if (ready := pacer.ready_at(chat, now)) > now:
            now = ready + random.random() * late
        if now > BEGIN + seconds:
            return left
        pacer.take(chat, now)
        left.append(now)
    raise AssertionError


def most_within(times: list[float], seconds: float) -> int:
    return max(bisect_left(times, at + seconds - 1e-9) - index for index, at in enumerate(times))


@settings(max_examples=60, deadline=None)
@given(RATES, SEEDS, st.sampled_from([0.0, 0.004, 0.02, 0.3, 2.0]))
def test_in_any_one_second_at_most_the_limit_and_one_more_leave(rate: int, seed: int, late: float) -> None:
    assert most_within(backlog(Pacer(rate), seed, 4, late=late), 1.0) <= rate + 1


@settings(max_examples=60, deadline=None)
@given(RATES, SEEDS)
def test_with_a_backlog_at_least_99_percent_of_the_limit_is_used(rate: int, seed: int) -> None:
    assert len(backlog(Pacer(rate), seed, 10)) >= 0.99 * rate * 10


@settings(max_examples=60, deadline=None)
@given(RATES, SEEDS)
def test_waking_a_little_late_costs_no_pace(rate: int, seed: int) -> None:
    assert len(backlog(Pacer(rate), seed, 10, late=0.006)) >= 0.99 * rate * 10


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(min_value=0, max_value=3), min_size=1, max_size=200), RATES)
def test_pauses_save_up_nothing_for_a_later_burst(pauses: list[float], rate: int) -> None:
    pacer, now, left = Pacer(rate), BEGIN, list[float]()
    for chat, pause in enumerate(pauses):
        now = pacer.ready_at(chat, now + (pause if pause > 2 else 0.0))
        pacer.take(chat, now)
        left.append(now)
    assert most_within(left, 1.0) <= rate + 1


@settings(max_examples=40, deadline=None)
@given(SEEDS, st.integers(min_value=1, max_value=5))
def test_a_private_chat_gets_one_a_second_and_a_burst_of_three(seed: int, chats: int) -> None:
    random, pacer, now = Random(seed), Pacer(1000), BEGIN
    left: dict[int, list[float]] = {}
    for _ in range(200):
        chat = random.randint(1, chats)
        now = pacer.ready_at(chat, now + random.choice([0, 0, 0, 4]))
        pacer.take(chat, now)
        left.setdefault(chat, []).append(now)
    for seconds in (1, 5, 30):
        assert all(most_within(times, seconds) <= seconds + 2 for times in left.values())


def test_three_messages_to_one_person_leave_without_waiting() -> None:
    pacer, now = Pacer(1000), BEGIN
    for _ in range(3):
        now = pacer.ready_at(7, now)
        pacer.take(7, now)
    assert now - BEGIN < 0.01
    assert pacer.ready_at(7, now) == pytest.approx(BEGIN + PRIVATE.interval, abs=0.01)


@settings(max_examples=40, deadline=None)
@given(SEEDS)
def test_a_group_gets_at_most_twenty_in_any_minute(seed: int) -> None:
    random, pacer, now, left = Random(seed), Pacer(30), BEGIN, list[float]()
    for _ in range(120):
        now = pacer.ready_at(-100, now + random.choice([0, 0, 0, 0, 11]))
        pacer.take(-100, now)
        left.append(now)
    assert most_within(left, 60) <= 20


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_nothing_ever_leaves_inside_a_penalty(seed: int) -> None:
    random, pacer, now = Random(seed), Pacer(30), BEGIN
    until: dict[int, float] = {}
    for _ in range(300):
        chat = random.randint(1, 12)
        now = pacer.ready_at(chat, now)
        assert now >= until.get(chat, now)
        pacer.take(chat, now)
        if random.random() < 0.3:
            until[chat] = now + random.randint(1, 60)
            pacer.penalise(chat, until[chat], now)


def test_a_penalty_of_one_chat_does_not_hold_up_another() -> None:
    pacer = Pacer(30)
    pacer.penalise(1, BEGIN + 60, BEGIN)
    assert pacer.ready_at(1, BEGIN) == BEGIN + 60
    assert pacer.ready_at(2, BEGIN) == BEGIN


def test_a_shorter_penalty_does_not_end_a_longer_one() -> None:
    pacer = Pacer(30)
    pacer.penalise(1, BEGIN + 60, BEGIN)
    pacer.penalise(1, BEGIN + 2, BEGIN + 1)
    assert pacer.ready_at(1, BEGIN + 1) == BEGIN + 60


def test_three_chats_in_a_row_that_are_told_the_same_end_stop_everything() -> None:
    pacer = Pacer(30)
    for chat, after, seconds in ((1, 0.0, 30), (2, 0.4, 30), (3, 0.9, 29)):
        pacer.penalise(chat, BEGIN + after + seconds, BEGIN + after)
    assert pacer.ready_at(9, BEGIN + 1) == pytest.approx(BEGIN + 29.9)
    assert pacer.free_at(BEGIN + 1) == pytest.approx(BEGIN + 29.9)


def test_three_chats_that_are_told_different_ends_stop_only_themselves() -> None:
    pacer = Pacer(30)
    for chat, seconds in ((1, 30), (2, 10), (3, 60)):
        pacer.penalise(chat, BEGIN + seconds, BEGIN)
    assert pacer.free_at(BEGIN + 1) == BEGIN + 1


def test_chats_between_which_telegram_took_a_message_stop_only_themselves() -> None:
    pacer = Pacer(30)
    for chat in (1, 2, 3, 4, 5, 6):
        pacer.penalise(chat, BEGIN + 30, BEGIN)
        if chat % 2 == 0:
            pacer.accepted()
    assert pacer.free_at(BEGIN + 1) == BEGIN + 1


def test_while_many_chats_have_ends_of_their_own_it_takes_five_to_stop_everything() -> None:
    pacer = Pacer(30)
    pacer.penalise(50, BEGIN + 60, BEGIN)
    pacer.accepted()
    for chat in (1, 2, 3, 4):
        pacer.penalise(chat, BEGIN + 31, BEGIN + 1)
    assert pacer.free_at(BEGIN + 1) == BEGIN + 1
    pacer.penalise(5, BEGIN + 31, BEGIN + 1)
    assert pacer.free_at(BEGIN + 1) == BEGIN + 31


@settings(max_examples=20, deadline=None)
@example(1_392_317)
@given(SEEDS)
def test_limits_of_single_chats_cost_the_others_next_to_nothing(seed: int) -> None:
    """Once in some ten thousand times five ends in a row are alike by chance, which stops everything for a minute."""
    random, pacer, now, left, stops = Random(seed), Pacer(30), BEGIN, 0, 0
    chats = deque(range(1, 3_000))
    while now < BEGIN + 300:
        chat = chats.popleft()
        chats.append(chat)
        if pacer.ready_at(chat, pacer.free_at(now)) > pacer.free_at(now):
            continue
        now = pacer.ready_at(chat, now)
        pacer.take(chat, now)
        left += 1
        if random.random() < 0.3:
            stops += pacer.penalise(chat, now + random.randint(1, 60), now) is not None
        else:
            pacer.accepted()
    assert stops <= 1
    assert left >= 0.98 * 30 * (300 - 60 * stops)


def test_one_chat_stopped_three_times_stops_only_itself() -> None:
    pacer = Pacer(30)
    for _ in range(3):
        pacer.penalise(1, BEGIN + 30, BEGIN)
    assert pacer.ready_at(9, BEGIN) == BEGIN


def test_three_chats_stopped_over_a_longer_time_stop_only_themselves() -> None:
    pacer = Pacer(30)
    for chat in (1, 2, 3):
        pacer.penalise(chat, BEGIN + 30, BEGIN + chat * 1.5)
    assert pacer.ready_at(9, BEGIN + 5) == BEGIN + 5


def test_a_limit_that_names_no_chat_stops_everything() -> None:
    pacer = Pacer(30)
    pacer.penalise(None, BEGIN + 8, BEGIN)
    assert pacer.ready_at(9, BEGIN) == BEGIN + 8


def test_penalties_outlive_a_restart() -> None:
    before, after = Pacer(30), Pacer(30)
    before.penalise(1, BEGIN + 60, BEGIN)
    before.penalise(2, BEGIN + 5, BEGIN)
    before.penalise(None, BEGIN + 20, BEGIN)
    kept = before.penalties(BEGIN + 10)
    assert sorted(kept, key=str) == [Penalty(1, 50), Penalty(None, 10)]
    after.restore(kept, 100.0)
    assert after.ready_at(1, 100.0) == 150.0
    assert after.ready_at(2, 100.0) == 110.0


def test_leaving_before_its_time_is_refused() -> None:
    pacer = Pacer(30)
    pacer.penalise(1, BEGIN + 5, BEGIN)
    with pytest.raises(TooSoon):
        pacer.take(1, BEGIN + 4.999)


def test_an_announcement_leaves_the_burst_of_a_chat_to_the_talk() -> None:
    pacer = Pacer(1000)
    pacer.take(7, BEGIN, yields=True)
    soon = BEGIN + 0.1
    assert pacer.ready_at(7, soon, yields=True) == BEGIN + PRIVATE.interval
    assert pacer.ready_at(7, soon) == soon


def test_talk_that_goes_first_waits_one_message_behind_a_backlog() -> None:
    pacer, now = Pacer(30), BEGIN
    chats: Iterator[int] = iter(cycle(range(1000, 11_000)))
    for number in range(600):
        now = pacer.free_at(now)
        pacer.take(next(chats), now, yields=True)
        asked = now + 0.001
        if number % 3 == 0:
            answered = pacer.ready_at(number, asked)
            pacer.take(number, answered)
            assert answered - asked < 1.1 / 30
            now = answered


def test_chats_that_went_quiet_are_forgotten() -> None:
    pacer, now = Pacer(1000), BEGIN
    for chat in range(20_000):
        now = pacer.ready_at(chat, now)
        pacer.take(chat, now)
        if chat % 5 == 0:
            pacer.restore([Penalty(chat, 1)], now)
    assert len(pacer) < 5_000


def test_times_of_a_clock_that_counts_from_1970_lose_nothing() -> None:
    pacer, now, left = Pacer(1000), 1_900_000_000.0, list[float]()
    for chat in range(5000):
        now = pacer.ready_at(chat, now)
        pacer.take(chat, now)
        left.append(now)
    assert most_within(left, 1.0) <= 1001
