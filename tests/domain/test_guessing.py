"""Guessing the language of a short message: on labelled ones, half of which nobody looked at while the rules were made."""

import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from bot.domain.guessing import guess

FILE: Final = Path(__file__).with_name("labelled_languages.txt")
CLASSES: Final = ("nl", "tr", "tr-plain", "bg", "bg-latin")
ENOUGH: Final = 0.95
# As people write Bulgarian with Latin letters: by the book, as in messages with figures, and as on a keyboard without ъ.
BY_BOOK, IN_MESSAGES, PHONETIC = (
    dict(zip("абвгдежзийклмнопрстуфхцчшщъьюя", letters.split(), strict=True))
    for letters in (
        "a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sht a y yu ya",
        "a b v g d e j z i i k l m n o p r s t u f h c 4 6 6t u i iu q",
        "a b v g d e j z i j k l m n o p r s t u f h c ch sh sht y j ju ja",
    )
)


@dataclass(frozen=True)
class Written:
    kind: str
    text: str

    @property
    def language(self) -> str:
        return self.kind.partition("-")[0]

    @property
    def guessed(self) -> str | None:
        return guess(self.text)


def labelled() -> list[Written]:
    lines = [line for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [Written(*line.split("\t")) for line in lines]


def kept(half: int) -> list[Written]:
    """One half of each class: 0 is what the rules were made on, 1 is only measured."""
    found: list[Written] = []
    for language in ("nl", "tr", "bg"):
        for at, one in enumerate(one for one in labelled() if one.kind == language):
            if at % 2 == half:
                found.append(one)
                found += _otherwise(one, (at // 2) % 3)
    return found


def _otherwise(one: Written, turn: int) -> list[Written]:
    if one.kind == "tr":
        return [Written("tr-plain", plain(one.text))]
    if one.kind == "bg":
        return [Written("bg-latin", latin(one.text, (BY_BOOK, IN_MESSAGES, PHONETIC)[turn]))]
    return []


def plain(text: str) -> str:
    """As on a keyboard that has no Turkish letters."""
    letters = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("İ", "I"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def latin(text: str, letters: dict[str, str]) -> str:
    return "".join(letters.get(letter, letter) for letter in text.lower())


def table(half: int) -> str:
    """How often each class was taken for what."""
    counted = Counter((one.kind, one.guessed or "?") for one in kept(half))
    guesses = ("nl", "tr", "bg", "?")
    rows = [f"{kind:10}" + "".join(f"{counted[kind, guessed]:5}" for guessed in guesses) for kind in CLASSES]
    return "\n".join([" " * 10 + "".join(f"{guessed:>5}" for guessed in guesses), *rows])


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
