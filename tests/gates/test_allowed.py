"""How much of the allowed pace was used: seconds count in which more waited, and was free, than may leave."""

import pytest

from gates.allowed import Chat, chats_of, full_seconds, most_in_a_second, pace_kept, part_used
from gates.pace import Talk
from playground.log import Call

NEWS = {"text": "Dinsdag wordt het grofvuil opgehaald"}


def news(chat: int, came_at: float, *, after: int | None = None) -> Call:
    if after is None:
        return Call("sendMessage", came_at, NEWS, chat, came_at, 200, accepted=True)
    told = f"Too Many Requests: retry after {after}"
    return Call("sendMessage", came_at, NEWS, chat, came_at, 429, told)


def test_a_chat_is_free_until_it_has_heard_it_but_not_inside_its_window() -> None:
    chat = chats_of([news(1, 2.0, after=3), news(1, 6.0)], [1])[1]
    assert [chat.is_free(at) for at in (1.9, 2.0, 4.9, 5.0, 6.0)] == [True, False, False, True, False]


def test_a_second_counts_only_when_twice_as_many_are_free_as_may_leave() -> None:
    chats = {number: Chat(heard_at=1.5 if number < 3 else 9.0) for number in range(6)}
    assert full_seconds(chats, 0.0, 4.0, 3) == [0.0, 1.0]


def test_calls_that_were_limited_used_the_pace_too() -> None:
    log = [news(1, 0.1), news(2, 0.5, after=9), news(3, 1.2)]
    assert part_used(log, [0.0, 1.0], 2) == pytest.approx(0.75)
    assert part_used(log, [], 2) == 0.0


def test_an_answer_is_the_first_message_that_comes_after_what_was_said() -> None:
    def told(chat: int, came_at: float) -> Call:
        return Call("sendMessage", came_at, {"text": "Kies"}, chat, accepted=True)

    talk = Talk([(1.0, 7), (2.0, 8), (20.0, 7), (30.0, 7)])
    log = [told(7, 0.5), told(7, 1.5), news(8, 2.1), told(8, 2.5), told(7, 21.0)]
    assert list(talk.answers(log)) == [0.5, 0.5, 1.0, float("inf")]


def test_the_most_in_a_second_forgives_one_second_in_a_hundred() -> None:
    steady = [number / 10 for number in range(2_000)]
    assert most_in_a_second(steady) == 10
    assert most_in_a_second([*steady, *[100.0] * 5]) == 10
    assert most_in_a_second([number / 40 for number in range(2_000)]) in {38, 39}
    assert most_in_a_second([]) == 0


def test_a_pace_a_twentieth_too_fast_shows_over_a_longer_span_only() -> None:
    nearly, longer = pace_kept((number / 31.5 for number in range(900)), 30, 10)
    assert (nearly.holds, longer.holds) == (True, False)


@pytest.mark.parametrize("rate", [30, 1_000])
def test_the_limit_itself_is_kept_also_when_all_comes_late_once(rate: int) -> None:
    left = [number / rate for number in range(15 * rate)]
    came = [max(at, 7.2) if 7.0 <= at < 7.2 else at for at in left]
    assert all(figure.holds for figure in pace_kept(left, rate, 10, 0.0))
    assert pace_kept(came, rate, 10)[1].holds
