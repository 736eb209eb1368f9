"""Long words of people, cut without losing any."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.slices import MOST_UNITS, shortened, slices


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


WORDS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300)


@given(WORDS, st.integers(2, 50))
def test_no_character_gets_lost(text: str, most: int) -> None:
    assert "".join(slices(text, most)) == text


@given(WORDS, st.integers(2, 50))
def test_no_slice_is_longer_than_telegram_counts(text: str, most: int) -> None:
    assert all(units(piece) <= most for piece in slices(text, most))


def test_a_text_is_cut_between_words() -> None:
    assert slices("een twee drie vier", 11) == ("een twee ", "drie vier")


def test_one_endless_word_is_cut_all_the_same() -> None:
    assert slices("a" * 25, 10) == ("a" * 10, "a" * 10, "a" * 5)


def test_nothing_written_is_one_empty_slice() -> None:
    assert slices("") == ("",)


def test_the_longest_message_of_telegram_needs_two_slices() -> None:
    assert len(slices("woord " * 682)) == 2
    assert MOST_UNITS < 4096


def test_a_shortened_text_says_that_something_is_left_out() -> None:
    assert shortened("een twee drie vier", 11) == "een twee…"


def test_a_short_text_stays_whole() -> None:
    assert shortened("een twee", 11) == "een twee"


def test_without_room_only_the_sign_is_left() -> None:
    assert shortened("een", 0) == "…"
