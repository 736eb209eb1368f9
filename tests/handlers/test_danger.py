"""Danger: the numbers at once, and one tap that makes it urgent."""

import pytest

from tests.cast import Cast


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Er komt rook uit het huis, het brandt!", "☎️ 112: "),
        ("Ik ruik gas in de kelder", "Ga eerst naar buiten."),
        ("Mijn man slaat mij", "☎️ 1712: "),
        ("Ik denk aan zelfmoord", "☎️ 1813: "),
    ],
)
async def test_words_of_danger_show_the_numbers_before_anything_else(
    cast: Cast, text: str, number: str
) -> None:
    jan = await cast.jan()
    card, question = await jan.says(text)
    assert card.startswith("🆘 Is iemand nu in gevaar? Bel 112.")
    assert number in card
    assert question == "Waar gaat het over?"


async def test_one_tap_makes_the_report_urgent_and_the_numbers_stay(cast: Cast) -> None:
    lies, jan = await cast.lies(), await cast.jan()
    await jan.says("Er zijn schoten op straat")
    (card,) = await jan.taps("⏱ Nu bezig? Ja")
    assert "☎️ 101: " in card
    assert "⏱ Dit komt bovenaan zodra je het verstuurt." in card
    await jan.taps("🔊 Lawaai")
    (summary,) = await jan.says("Waterschei-Noord")
    assert "⏱ Nu bezig" in summary
    await jan.taps("✅ Verstuur")
    assert "ringend" in (await lies.hears())[0]


async def test_the_tap_may_come_after_sending_and_in_what_is_added(cast: Cast) -> None:
    lies, jan = await cast.lies(), await cast.jan()
    await jan.says("Het huis brandt")
    await jan.taps("🗑 Afval")
    await jan.says("Waterschei-Noord")
    await jan.taps("✅ Verstuur")
    await lies.hears()
    (told,) = await jan.taps("⏱ Nu bezig? Ja")
    assert "⏱ We zetten dit bovenaan." in told
    assert any("ringend" in heard for heard in await lies.hears())
    card, added = await jan.says("Iemand bloedt", reply_to=jan.message("Ontvangen. Melding")["message_id"])
    assert "☎️ 112" in card
    assert added.startswith("➕ Toegevoegd")
    await jan.taps("Nee")
    assert jan.buttons_of("🆘") == []


async def test_the_card_is_shown_once_for_one_kind_of_danger(cast: Cast) -> None:
    jan = await cast.jan()
    assert len(await jan.says("Het brandt")) == 2
    assert len(await jan.says("Het brandt nog altijd")) == 1
    assert len(await jan.says("Er is ook een gaslek")) == 2


async def test_crafted_answers_to_the_card_do_nothing(cast: Cast) -> None:
    jan = await cast.jan()
    expired = ["Deze knop werkt niet meer. Kies opnieuw in het menu."]
    for data in ("1:now:yes:1:0:9", "1:now:perhaps:1:0:0", "1:now:yes:1:0:0", "1:now:yes:x:0:0", "1:now"):
        assert await jan.crafts(data) == expired


async def test_danger_typed_where_a_place_was_asked_shows_the_numbers(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.says("Er klopt iets niet op straat")
    await jan.taps("🤷 Weet ik niet")
    assert (await jan.says("Het brandt"))[0].startswith("🆘 Is iemand nu in gevaar? Bel 112.")
    assert (await jan.says("Ik ruik gas in Bokrijk"))[0].startswith("🆘")


async def test_danger_in_what_is_written_anew_shows_the_numbers(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.says("Er klopt iets niet op straat")
    own = jan.phone.chat.newest_first()
    message = next(kept.wire["message_id"] for kept in own if kept.outgoing)
    jan.phone.edits(message, "Het huis brandt")
    assert (await jan.hears())[0].startswith("🆘")
