"""What is taken out of a text before it leaves, what stays, and how it comes back."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.translation.masking import PlaceholderLost, mask
from bot.translation.personal import Kind
from tests.translation.written import ORDINARY, PERSONAL

SENTENCES = [
    "{}",
    "Bel {} voor mij.",
    "({})",
    "tel:{}, aub",
    "Ahmet {} dedi",
    "Номерът е {}; моля",
    "zie {}\n2 keer",
]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(("kind", "value"), PERSONAL, ids=[value for _, value in PERSONAL])
def test_what_points_at_a_person_is_taken_out(kind: Kind, value: str, sentence: str) -> None:
    masked = mask(sentence.format(value))
    assert [one.kind for one in masked.found] == [kind]
    assert masked.text == sentence.format("XK1X")


@pytest.mark.parametrize("ordinary", ORDINARY)
def test_what_only_looks_like_it_stays(ordinary: str) -> None:
    assert mask(ordinary).text == ordinary
    assert mask(f"Ja, {ordinary}.").found == ()


@pytest.mark.parametrize("word", ["nummerplaat", "De plaat is", "plaka", "номер"])
@pytest.mark.parametrize("plate", ["abc 123", "1 abc 123", "34 b 3600", "св 1234 ав"])
def test_a_carelessly_typed_plate_is_known_by_the_word_before_it(word: str, plate: str) -> None:
    assert mask(f"{word} {plate}").text == f"{word} XK1X"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("T.C. kimlik no 123 456 789 01 benim", "T.C. kimlik no XK1X benim"),
        ("ЕГН 850730 0123", "ЕГН XK1X"),
        ("mijn rijksregisternummer is 850730 033 99", "mijn rijksregisternummer is XK1X"),
        ("85 07 30 033 29", "XK1X"),
        ("BE68 5390 0754 7035 is fout", "XK1X is fout"),
        ("insta: jan_peeters31", "insta: XK1X"),
        ("jan punt peeters at gmail punt com", "XK1X"),
        ("ivan собака gmail точка com", "XK1X"),
        ("ahmet et gmail nokta com", "XK1X"),
        ("иван@абв.бг", "XK1X"),
        ("jan.peeters\n@gmail.com", "XK1X"),
        ("een witte auto met plaat 1 abc 234", "een witte auto met plaat XK1X"),
        ("de auto 1 abc 234 staat fout", "de auto XK1X staat fout"),
        ("34 abc 123 plakalı araba", "XK1X plakalı araba"),
        ("колата св 1234 ав", "колата XK1X"),
        ("nul vier zeven acht 12 34 56\n2 keer", "XK1X\n2 keer"),
    ],
)
def test_what_others_write_carelessly_is_known_by_what_stands_at_it(text: str, left: str) -> None:
    assert mask(text).text == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("089 65 36 00 of 0478 12 34 56", "XK1X of XK2X"),
        ("089 65 36 00 0478 12 34 56", "XK1X XK2X"),
        ("0478 12 34 56 om 14.30 uur", "XK1X om 14.30 uur"),
        ("0478 12 34 56 2 keer", "XK1X 2 keer"),
        ("089 65 36 00 5 stuks", "XK1X 5 stuks"),
        ("12.05.2024 0478 12 34 56", "12.05.2024 XK1X"),
        ("BE68 5390 0754 7034 is mijn rekening", "XK1X is mijn rekening"),
        ("0478123456 0478123456", "XK1X XK2X"),
        ("0478 12 34 56, 089 65 36 00", "XK1X, XK2X"),
        ("0478 12 34 56\n0499 12 34 56", "XK1X\nXK2X"),
        ("+32 478 12 34 56, 0499 12 34 56", "XK1X, XK2X"),
        ("+32 478 12 34 56; 02 123 45 67", "XK1X; XK2X"),
        ("tel 4 7 8 1 2 3 4 5 6", "tel XK1X"),
        ("Ali, 0532 123 45 67, 34 ABC 123, ali@example.org", "Ali, XK1X, XK2X, XK3X"),
    ],
)
def test_neighbours_are_told_apart(text: str, left: str) -> None:
    assert mask(text).text == left


@pytest.mark.parametrize(
    "text", ["BE68 5390 0754 7035", "4532 0151 1283 0367", "85 07 30 033 29", "XX12 3456 7890 1234"]
)
def test_without_its_check_digits_a_spaced_number_is_not_taken_for_one(text: str) -> None:
    assert not {Kind.ACCOUNT, Kind.CARD, Kind.REGISTER_NUMBER} & {one.kind for one in mask(text).found}


def test_everything_comes_back_where_it_belongs() -> None:
    masked = mask("Bel 0478 12 34 56 of mail jan@example.org")
    assert (
        masked.unmask("XK2X'e yazın veya XK1X'i arayın")
        == "jan@example.org'e yazın veya 0478 12 34 56'i arayın"
    )


@pytest.mark.parametrize("spoilt", ["xk1x", "XK 1 X", "ХК1Х", "Xk1x"])
def test_a_placeholder_that_a_machine_bent_a_little_is_still_known(spoilt: str) -> None:
    assert mask("Bel 112 of 0478 12 34 56").unmask(f"112 veya {spoilt}") == "112 veya 0478 12 34 56"


@pytest.mark.parametrize("answer", ["ara", "XK1X XK1X", "XK2X", "XK1X XK2X", "AXK1X", "XK11X", "XKX"])
def test_a_lost_doubled_or_invented_placeholder_is_noticed(answer: str) -> None:
    with pytest.raises(PlaceholderLost):
        mask("Bel 0478 12 34 56").unmask(answer)


def test_a_text_that_holds_a_placeholder_of_its_own_comes_back_as_it_was() -> None:
    text = "XK1X, XK7X en 0478 12 34 56"
    assert mask(text).unmask(mask(text).text) == text


def test_what_was_taken_out_is_not_shown_when_printed() -> None:
    assert "0478" not in repr(mask("Bel 0478 12 34 56"))


@given(st.text(alphabet="0123456789 +-./()XKx@abeTR\n", max_size=80))
def test_masking_and_unmasking_any_text_changes_nothing(text: str) -> None:
    masked = mask(text)
    assert masked.unmask(masked.text) == text


@given(st.text(alphabet="0123456789 +-./()", max_size=60))
def test_no_eight_digits_in_a_row_ever_leave(text: str) -> None:
    assert not any(
        len(word) >= 8 for word in "".join(c if c.isdigit() else " " for c in mask(text).words).split()
    )


@pytest.mark.parametrize(
    "piece",
    [
        "0",
        "a",
        "a-",
        "1.1.",
        "@",
        "+1 ",
        "BE68 ",
        "08.00 ",
        "12.05.24 ",
        "plaat ",
        "0  ",
        "+1  ",
        "1 ",
        "a@a .",
        "a at ",
        "a (at) a",
        "A-",
        "A1",
        "drie ",
        "auto a ",
        "a punt ",
        "insta a",
        "1 2 3 4 ",
    ],
)
def test_the_longest_message_is_masked_quickly_however_it_is_made_up(piece: str) -> None:
    began = time.process_time()
    mask((piece * 4096)[:4096])
    assert time.process_time() - began < 0.5
