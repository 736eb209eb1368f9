"""Guessing the language of a short message: on labelled ones, half of which nobody looked at while the rules were made."""

import pytest

from benchmarks.detection import CLASSES, ENOUGH, OTHER, kept, table
from bot.domain.guessing import guess, source_of


@pytest.mark.parametrize("kind", CLASSES)
def test_there_are_enough_messages_of_each_class(kind: str) -> None:
    assert sum(one.kind == kind for one in kept(0) + kept(1)) >= 60


@pytest.mark.parametrize("half", [0, 1], ids=["made on", "only measured"])
def test_nineteen_of_twenty_messages_of_each_class_are_known(half: int) -> None:
    print(f"\n{table(half)}")  # noqa: T201 - read with pytest -s
    for kind in CLASSES:
        of_kind = [one for one in kept(half) if one.kind == kind]
        right = sum(one.guessed == one.language for one in of_kind)
        assert right >= ENOUGH * len(of_kind), f"{kind}\n{table(half)}"


def test_hardly_any_message_is_taken_for_another_language() -> None:
    """Not to know costs nothing; to be wrong twice in a row would annoy somebody."""
    everything = [one for one in kept(0) + kept(1) if one.kind != OTHER]
    wrong = [one for one in everything if one.guessed not in {None, one.language}]
    assert len(wrong) <= len(everything) / 100


@pytest.mark.parametrize(
    "text", ["", "ok", "12:30", "👍👍", "Stalenstraat 12", "OK 0498", "www.genk.be", "Ja", "da", "Genk"]
)
def test_what_says_too_little_is_not_guessed(text: str) -> None:
    assert guess(text) is None


@pytest.mark.parametrize(
    "text", ["Добрый вечер, мы тут живём", "Мусор вывозят когда? Всё воняет, ужасный вид"]
)
def test_another_language_in_the_same_letters_is_not_bulgarian(text: str) -> None:
    assert guess(text) is None


def test_of_messages_in_other_languages_nine_of_ten_are_taken_for_none_of_ours() -> None:
    others = [one for one in kept(1) if one.kind == OTHER]
    assert len(others) >= 30
    assert sum(one.guessed is None for one in others) >= 0.9 * len(others)


@pytest.mark.parametrize(
    "text",
    [
        "Merhaba, ben Ayşe. Wanneer komt de wijkmanager?",
        "Здравейте, de buren maken lawaai всяка нощ",
        "Kapının önünde vuilnis duruyor, wanneer komen jullie",
        "De straat is kapot, lütfen yardım edin",
        "Vandaag weer gürültü var, lütfen bel de politie",
    ],
)
def test_a_message_in_two_languages_is_taken_for_neither(text: str) -> None:
    assert guess(text) is None
    assert source_of(text, "tr") is None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Sokakta çöp var, kimse gelmiyor", "tr"),
        ("Er ligt afval op straat", "nl"),
        ("Ja", "bg"),
        ("Stalenstraat 12", "bg"),
        ("Боклук на Stalenstraat, моля елате", "bg"),
        ("Il y a des rats dans la cave", None),
        ("الجيران يصدرون ضوضاء كل ليلة", None),
    ],
)
def test_what_to_translate_from_is_the_texts_own_language_the_chats_or_unknown(
    text: str, source: str | None
) -> None:
    assert source_of(text, "bg") == source


def test_a_long_message_is_guessed_in_a_moment() -> None:
    assert guess("Sokakta çöp var. " * 500) == "tr"


def test_words_in_capitals_are_the_same_words() -> None:
    assert guess("SOKAĞIMIZDA ÇÖP VAR, KİMSE GELMİYOR") == "tr"
    assert guess("ER LIGT AFVAL VOOR MIJN DEUR") == "nl"
    assert guess("IMA BOKLUK PRED NASHATA VRATA") == "bg"
