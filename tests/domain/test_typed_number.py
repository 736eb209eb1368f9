"""A typed number finds a case; a story that holds a number stays a story."""

import pytest

from bot.domain.typed_number import numbered


@pytest.mark.parametrize(
    "text",
    [
        "48271",
        " 48271 ",
        "#48271",
        "№ 48271",
        "nr 48271",
        "Nr. 48271.",
        "melding 48271",
        "Melding nr. 48271?",
        "Mesaj no: 48271",
        "съобщение № 48271",
        "Номер 48271",
        "dossier: 48271",
    ],
)
def test_a_number_alone_is_the_number_of_a_case(text: str) -> None:
    typed = numbered(text)
    assert typed is not None
    assert (typed.number, typed.has_more) == ("48271", False)


def test_a_number_may_have_a_sixth_and_a_seventh_digit() -> None:
    for text in ("482711", "4827113"):
        typed = numbered(f"nr. {text}.")
        assert typed is not None
        assert (typed.number, typed.has_more) == (text, False)


@pytest.mark.parametrize(
    "text", ["48271: het ligt er nog", "Melding 48271 is niet opgelost", "48271\nNog altijd"]
)
def test_words_may_stand_behind_it(text: str) -> None:
    typed = numbered(text)
    assert typed is not None
    assert (typed.number, typed.has_more) == ("48271", True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4827",
        "48271100",
        "0478271234",
        "04827",
        "Er liggen 48271 zakken",
        "3600 Genk",
        "Stalenstraat 48271",
        "Al 3 weken, zie 48271",
    ],
)
def test_anything_else_is_a_story(text: str) -> None:
    assert numbered(text) is None
