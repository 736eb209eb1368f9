"""What is judged of a stop: whoever may have missed something excuses nobody else, and nothing odd goes unseen."""

from collections import Counter
from collections.abc import Hashable

from gates.crowd import UNFORESEEN
from gates.judge import Arrival
from gates.stopping import became, uncertain

ONE, TWO = ("choose-language", 1), ("choose-language", 2)
DUE: Counter[Hashable] = Counter([ONE, TWO])


def came(*what: Hashable) -> list[Arrival]:
    return [Arrival(one, 1.0, 1.1) for one in what]


def test_what_is_uncertain_for_one_does_not_hide_what_another_lost() -> None:
    doubts = uncertain([{"name": "choose-language", "chat_id": 1, "announcement_id": None}])
    assert became(DUE, came(ONE), doubts) == (1, 0, 0)
    assert became(DUE, came(TWO), doubts) == (0, 0, 0)


def test_an_announcement_is_told_by_its_row() -> None:
    assert uncertain([{"name": "x", "chat_id": 1, "announcement_id": 3}]) == {("announcement", 1): 1}


def test_what_reads_like_nothing_that_was_due_is_seen() -> None:
    assert became(DUE, came(ONE, TWO, (UNFORESEEN, 2)), Counter()) == (0, 0, 1)
