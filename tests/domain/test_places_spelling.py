"""Place names are folded so that fingers, ears and alphabets do not matter."""

import pytest

from bot.domain.spelling import heard, joined, plain, stem
from bot.domain.typed_place import read_typed


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("André  Dumontlaan", "andre dumontlaan"),
        ("STALENSTR.", "stalenstraat"),
        ("Noordln", "noordlaan"),
        ("St.-Martinusplein", "sint martinusplein"),
        ("burg. Bijnenslaan", "burgemeester bijnenslaan"),
        ("past Raeymaekersstr.", "pastoor raeymaekersstraat"),
        ("Max L'Hoeststraat", "max lhoeststraat"),
        ("İSTASYON ılık", "istasyon ilik"),
        ("Сталенстраат", "stalenstraat"),
        ("🙂 …", ""),
    ],
)
def test_marks_capitals_script_and_abbreviations_fold_away(typed: str, folded: str) -> None:
    assert plain(typed) == folded


def test_gaps_close() -> None:
    assert joined("Stalen straat") == joined("Stalenstraat")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vaterşey", "Waterschei"),
        ("Ватерсхей", "Waterschei"),
        ("Ватершей", "Waterschei"),
        ("Ondervayslan", "Onderwijslaan"),
        ("Хаселтвег", "Hasseltweg"),
        ("Цвартберг", "Zwartberg"),
        ("Sentrum", "Centrum"),
        ("Центрум", "Centrum"),
        ("fogelsangstraat", "Vogelzangstraat"),
        ("Boksbergeyde", "Boxbergheide"),
        ("Kolderbosch", "Kolderbos"),
    ],
)
def test_what_sounds_alike_is_alike(one: str, other: str) -> None:
    assert heard(one) == heard(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Weststraat", "Wetstraat"), ("Hoogstraat", "Boogstraat"), ("Bret", "Berg")]
)
def test_what_sounds_different_stays_different(one: str, other: str) -> None:
    assert heard(one) != heard(other)


def test_the_ending_that_streets_share_comes_off() -> None:
    assert stem(joined("Stalenstraat")) == "stalen"
    assert stem(heard("Hasseltweg")) == stem(heard("Hasseltlaan"))
    assert stem("laan") == "laan"


@pytest.mark.parametrize(
    ("typed", "name", "house"),
    [
        ("Stalenstraat 12", "stalenstraat", "12"),
        ("Stalenstraat 12 a", "stalenstraat", "12a"),
        ("Stalenstraat 12/3", "stalenstraat", "12/3"),
        ("Stalenstraat 12 bus 3", "stalenstraat", "12 bus 3"),
        ("12 Stalenstraat", "stalenstraat", "12"),
        ("Stalenstraat nr. 14, 3600 Genk", "stalenstraat genk", "14"),
        ("Stalenstraat numara: 5", "stalenstraat", "5"),
        ("Сталенстраат № 7", "stalenstraat", "7"),
        ("Winterslag 2, nr 14", "winterslag 2", "14"),
        ("Stalenstraat", "stalenstraat", ""),
        ("3600", "", ""),
        ("12345 Stalenstraat", "12345 stalenstraat", ""),
    ],
)
def test_the_number_of_the_house_is_kept_apart(typed: str, name: str, house: str) -> None:
    place = read_typed(typed, postcode="3600", city="Genk")
    assert (" ".join(place.name), place.house_number) == (name, house)


@pytest.mark.parametrize(
    "typed",
    [
        "in de Stalenstraat",
        "Stalenstraat'ta",
        "Stalenstraat sokağında",
        "на улица Сталенстраат",
        "Stalenstraat Genk",
    ],
)
def test_the_last_reading_has_nothing_around_the_name(typed: str) -> None:
    assert read_typed(typed, postcode="3600", city="Genk").readings[-1] == ("stalenstraat",)


def test_a_story_is_read_only_as_far_as_a_place_can_be_long() -> None:
    assert len("".join(read_typed("a" * 4_096, postcode="3600", city="Genk").whole)) == 120
