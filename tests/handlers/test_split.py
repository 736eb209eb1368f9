"""Long texts: as many pieces as there are messages to hold them."""

import pytest

from handlers.split import NOTHING, spread, units

LIMIT = 4_096


@pytest.mark.parametrize("messages", [1, 2, 3])
@pytest.mark.parametrize("text", ["", "Ja.", "<b>Een</b> woord of &amp; twee", "Вода 🌊 " * 300, "а" * 9_000])
def test_a_text_fills_just_the_messages_that_held_another(text: str, messages: int) -> None:
    pieces = spread(text, LIMIT, messages)
    assert len(pieces) == messages
    assert all(piece and units(piece) <= LIMIT for piece in pieces if text)


def test_of_a_text_that_is_cut_finer_nothing_is_lost() -> None:
    text = "Een woord. " * 200
    assert "".join("".join(spread(text, LIMIT, 2)).split()) == "".join(text.split())
    assert spread("Ja", LIMIT, 3)[-1] in {NOTHING, "a"}
