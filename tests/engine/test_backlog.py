"""The backlog: one at a time per chat, by urgency and age, and nobody waits for what is less urgent."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.intents import OutboxId, Urgency
from bot.engine.backlog import Backlog
from storage.sending import Head

PROMPT, CASE, ANNOUNCEMENT = Urgency.PROMPT, Urgency.CASE, Urgency.ANNOUNCEMENT


def head(row: int, chat: int = 7, urgency: Urgency = CASE) -> Head:
    return Head(OutboxId(row), chat, urgency, 0)


def filled(*heads: Head) -> Backlog:
    backlog = Backlog()
    for one in heads:
        backlog.add(one)
    return backlog


def drained(backlog: Backlog, now: float = 0.0) -> list[int]:
    """Every row that may go, one after another."""
    rows = []
    while taken := backlog.take(now):
        rows.append(taken.id)
        backlog.free(taken.chat)
    return [int(row) for row in rows]


def test_a_chat_has_one_on_its_way_at_a_time() -> None:
    backlog = filled(head(1), head(2), head(3, chat=8))
    assert [backlog.take(0), backlog.take(0), backlog.take(0)] == [head(1), head(3, chat=8), None]
    backlog.free(7)
    assert backlog.take(0) == head(2)


def test_the_most_urgent_goes_first_and_of_those_the_oldest() -> None:
    backlog = filled(head(1, 7, ANNOUNCEMENT), head(2, 8), head(4, 7, PROMPT), head(3, 9, PROMPT))
    assert drained(backlog) == [3, 4, 2, 1]


def test_what_must_wait_holds_up_what_comes_after_it_in_its_chat_alone() -> None:
    backlog = filled(head(1), head(2), head(3, chat=8))
    taken = backlog.take(0)
    assert taken
    backlog.put_back(taken, 5.0)
    backlog.free(taken.chat)
    assert drained(backlog, 4.9) == [3]
    assert backlog.next_at() == 5.0
    assert drained(backlog, 5.0) == [1, 2]


def test_an_announcement_that_must_wait_does_not_delay_an_answer() -> None:
    backlog = filled(head(1, 7, ANNOUNCEMENT))
    taken = backlog.take(0)
    assert taken
    backlog.put_back(taken, 60.0)
    backlog.free(7)
    backlog.add(head(2, 7, PROMPT))
    backlog.add(head(3, 7, ANNOUNCEMENT))
    assert drained(backlog, 0.0) == [2]
    assert drained(backlog, 60.0) == [1, 3]


def test_a_prompt_that_must_wait_holds_up_its_whole_chat() -> None:
    backlog = filled(head(1, 7, PROMPT))
    taken = backlog.take(0)
    assert taken
    backlog.put_back(taken, 1.0)
    backlog.free(7)
    backlog.add(head(2, 7, CASE))
    assert drained(backlog, 0.5) == []
    assert drained(backlog, 1.0) == [1, 2]


def test_what_is_meant_for_later_holds_up_nothing() -> None:
    backlog = Backlog()
    backlog.add(head(1), at=60.0)
    backlog.add(head(2))
    assert drained(backlog, 0.0) == [2]
    assert (len(backlog), backlog.next_at()) == (1, 60.0)
    assert drained(backlog, 60.0) == [1]


def test_a_group_with_a_new_id_keeps_what_waits_for_it() -> None:
    backlog = filled(head(1, -5), head(2, -5))
    backlog.add(head(3, -5), at=9.0)
    backlog.move(-5, -1005)
    assert drained(backlog) == [1, 2]
    later = backlog.take(9.0)
    assert later == head(3, -1005)


def test_a_row_put_back_for_a_moved_group_leaves_the_new_chat_busy() -> None:
    backlog = filled(head(1, -5), head(2, -1005))
    first, second = backlog.take(0), backlog.take(0)
    assert first
    assert second
    backlog.move(-5, -1005)
    backlog.put_back(head(1, -1005), 0.0)
    backlog.free(-5)
    assert backlog.take(1.0) is None
    backlog.free(-1005)
    assert drained(backlog, 1.0) == [1]


acts = st.lists(
    st.tuples(
        st.sampled_from(["add", "later", "take", "end", "back"]), st.integers(1, 3), st.sampled_from(Urgency)
    ),
    max_size=60,
)


@given(acts)
def test_whatever_happens_every_row_leaves_once_and_no_chat_has_two(
    steps: list[tuple[str, int, Urgency]],
) -> None:
    backlog, now, row = Backlog(), 0.0, 0
    flying: dict[int, Head] = {}
    left: list[int] = []

    def end(one: Head) -> None:
        left.append(int(one.id))
        backlog.free(one.chat)

    for act, chat, urgency in steps:
        now += 1.0
        if act in {"add", "later"}:
            row += 1
            backlog.add(head(row, chat, urgency), at=now + 5 if act == "later" else None)
        elif act == "take" and (taken := backlog.take(now)):
            assert taken.chat not in flying
            flying[taken.chat] = taken
        elif act == "end" and chat in flying:
            end(flying.pop(chat))
        elif act == "back" and chat in flying:
            backlog.put_back(flying.pop(chat), now + 3)
            backlog.free(chat)
        assert len(backlog) + len(flying) + len(left) == row
    for one in flying.values():
        end(one)
    while taken := backlog.take(now + 100):
        end(taken)
    assert sorted(left) == list(range(1, row + 1))
