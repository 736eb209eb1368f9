"""What in a text may tell a partner who reported it."""

import pytest

from bot.domain.giveaways import GAP, Tells, giveaways, without

TELLING = [
    ("Er ligt glas boven de winkel op nummer 12.", Tells.HOME, "boven de winkel op nummer 12"),
    ("Er ligt glas boven de bakker.", Tells.HOME, "boven de bakker"),
    ("Het lawaai komt van nr. 14 a.", Tells.HOME, "nr. 14 a"),
    ("Ik woon op de hoek naast de kerk.", Tells.HOME, "Ik woon op de hoek naast de kerk"),
    ("De zakken staan voor mijn deur.", Tells.HOME, "voor mijn deur"),
    ("Het water loopt in onze kelder.", Tells.HOME, "onze kelder"),
    ("Ze zitten elke nacht bij ons thuis.", Tells.HOME, "bij ons thuis"),
    ("Op de derde verdieping is er lawaai.", Tells.HOME, "de derde verdieping"),
    ("Bel gerust aan op bus 3.", Tells.HOME, "op bus 3"),
    ("Mijn dochter durft er niet langs.", Tells.LIFE, "Mijn dochter"),
    ("Ik werk 's nachts bij Ford.", Tells.LIFE, "Ik werk 's nachts bij Ford"),
    ("Ik ben Elena Petrova.", Tells.NAME, "Ik ben Elena Petrova"),
    ("Zeg het aan mevrouw Yilmaz.", Tells.NAME, "mevrouw Yilmaz"),
    ("Er ligt afval.\nGroeten, Jan Peeters", Tells.NAME, "Groeten, Jan Peeters"),
]
SILENT = [
    "Er ligt al een week afval naast de glasbol.",
    "In de Nieuwstraat 12 brandt de lamp niet.",
    "De weg naar het park is kapot, er staan drie auto's.",
    "Elke nacht lawaai op het plein, rond 2 uur.",
]


@pytest.mark.parametrize(("text", "tells", "words"), TELLING, ids=[words for *_, words in TELLING])
def test_what_may_tell_who_reported_is_found(text: str, tells: Tells, words: str) -> None:
    assert [(one.tells, one.words) for one in giveaways(text)] == [(tells, words)]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_wrong_and_where_tells_nothing(text: str) -> None:
    assert giveaways(text) == ()


def test_numbers_that_were_found_before_count_too_and_what_overlaps_is_one() -> None:
    text = "Ik woon naast de kerk, bel 0470 12 34 56."
    found = giveaways(text, [(text.index("0470"), len(text) - 1)])
    assert [one.tells for one in found] == [Tells.HOME, Tells.NUMBER]
    assert without(text, found) == f"{GAP}, bel {GAP}."


def test_a_text_without_what_tells_tells_nothing_any_more() -> None:
    for text, *_ in TELLING:
        assert giveaways(without(text, giveaways(text))) == ()


def test_a_neighbours_name_tells_too_and_a_place_does_not() -> None:
    text = "Fatma Demir ziet het ook, op de Oude Markt. Mijn naam is elena."
    assert [one.words for one in giveaways(text, known={"markt"})] == ["Fatma Demir", "Mijn naam is elena"]
    assert [one.words for one in giveaways(text)] == ["Mijn naam is elena"]
