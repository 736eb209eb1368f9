"""Guessing the language of a short message: on labelled ones, half of which nobody looked at while the rules were made."""

import pytest

from benchmarks.detection import CLASSES, ENOUGH, kept, table
from bot.domain.guessing import guess


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
    everything = kept(0) + kept(1)
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


@pytest.mark.parametrize(
    "text",
    ["There is rubbish on the corner again", "Il y a des ordures devant la porte", "Nie ma prądu od wczoraj"],
)
def test_other_languages_are_rarely_one_of_ours(text: str) -> None:
    assert guess(text) in {None, "nl"}


def test_a_long_message_is_guessed_in_a_moment() -> None:
    assert guess("Sokakta çöp var. " * 500) == "tr"


def test_words_in_capitals_are_the_same_words() -> None:
    assert guess("SOKAĞIMIZDA ÇÖP VAR, KİMSE GELMİYOR") == "tr"
    assert guess("ER LIGT AFVAL VOOR MIJN DEUR") == "nl"
    assert guess("IMA BOKLUK PRED NASHATA VRATA") == "bg"
