"""Quick answers of staff: capitals are what is filled in later, braces are nothing, and buttons fill in one by one."""

import pytest

from bot.domain.city import QuickAnswer, Wording
from bot.domain.quick import as_kept, as_typed, blanks_of, is_begun, open_in


def answer(dutch: str) -> QuickAnswer:
    return QuickAnswer("q1", "⚡", "Langs", Wording({"nl": dutch}))


def test_capitals_are_kept_as_blanks_and_read_as_capitals_again() -> None:
    kept = as_kept("Op DATUM in PLAATS. Bel DIENST: NUMMER. De datum en DATUMS blijven.")
    assert kept == "Op {date} in {place}. Bel {partner}: {number}. De datum en DATUMS blijven."
    assert as_typed(kept).startswith("Op DATUM in PLAATS. Bel DIENST: NUMMER.")
    assert open_in(kept) == {"date", "place", "partner", "number"}


def test_braces_that_somebody_typed_open_nothing() -> None:
    kept = as_kept("Zie {date} en {x} of {")
    assert open_in(kept) == frozenset()
    assert Wording({"nl": kept}).says("nl") == "Zie (date) en (x) of ("


def test_a_number_asks_for_its_partner_and_the_order_is_always_the_same() -> None:
    assert blanks_of(answer("{number} {place} {date}")) == ("date", "place", "partner")
    assert blanks_of(answer("Dank je.")) == ()


@pytest.mark.parametrize(
    ("given", "holds"),
    [
        ([], True),
        (["20261127"], True),
        (["20261127", "w"], False),
        (["never"], False),
        (["20261127", "x", "y"], False),
    ],
)
def test_only_what_a_button_can_say_is_filled_in(given: list[str], *, holds: bool) -> None:
    assert is_begun(answer("{date} {place}"), given) is holds
