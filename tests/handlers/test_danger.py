"""Danger: the numbers at once, and one tap that makes it urgent."""

from pathlib import Path

import pytest

from bot.domain.city_file import read_city
from bot.domain.danger import DangerKind
from handlers.danger import numbers_for
from tests.cast import Cast

GENK = Path(__file__).parents[2] / "cities" / "genk.toml"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Er komt rook uit het huis, het brandt!", "☎️ 112: "),
        ("Ik ruik gas in de kelder", "Ga eerst naar buiten."),
        ("Mijn man slaat mij", "☎️ 1712: "),
        ("Ik denk aan zelfmoord", "☎️ 1813: "),
        ("Evde yangın var, çabuk gelin", "☎️ 112: "),
        ("Къщата гори, елате бързо", "☎️ 112: "),
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


async def test_after_a_report_of_danger_no_news_is_offered(cast: Cast) -> None:
    jan = await cast.jan()
    await jan.says("Er is een gaslek in de gang")
    await jan.taps("🤷 Weet ik niet")
    await jan.says("Waterschei-Noord")
    heard = await jan.taps("✅ Verstuur")
    assert len(heard) == 2
    assert heard[-1].startswith("✅ Ontvangen. Melding ")


async def test_the_card_is_shown_once_for_one_kind_of_danger(cast: Cast) -> None:
    jan = await cast.jan()
    assert len(await jan.says("Het brandt")) == 2
    assert len(await jan.says("Het brandt nog altijd")) == 1
    assert len(await jan.says("Er is ook een gaslek")) == 2


async def test_crafted_answers_to_the_card_do_nothing(cast: Cast) -> None:
    jan = await cast.jan()
    expired = ["Deze knop werkt niet meer. Kies opnieuw in het menu."]
    for data in (
        "1:now:yes:1:0:9",
        "1:now:perhaps:1:0:0",
        "1:now:yes:1:0:0",
        "1:now:yes:x:0:0",
        "1:now:no:0:0:",
        "1:now",
    ):
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


@pytest.mark.parametrize("kind", [DangerKind.VIOLENCE_AT_HOME, DangerKind.SUICIDE])
def test_the_number_for_children_is_shown_once_the_city_confirms_it(tmp_path: Path, kind: DangerKind) -> None:
    assert "102" not in {one.number for one in numbers_for(read_city(GENK), [kind])}
    before, awel, after = GENK.read_text(encoding="utf-8").partition('number = "102"')
    confirmed = after.replace("shown = false", "shown = true", 1).replace('"unverified"', '"verified"', 1)
    (tmp_path / "city.toml").write_text(before + awel + confirmed, encoding="utf-8")
    assert "102" in {one.number for one in numbers_for(read_city(tmp_path / "city.toml"), [kind])}


async def test_of_what_is_held_the_tap_comes_with_the_case_that_it_goes_to(cast: Cast) -> None:
    lies, jan = await cast.lies(), await cast.jan()
    case = await cast.case_of(jan, "Er ligt afval")
    await lies.hears()
    await jan.hears()
    card, *_ = await jan.says("Het brandt")
    assert card.startswith("🆘")
    assert jan.buttons_of("🆘") == []
    await jan.taps(next(label for label in jan.phone.buttons() if case.number in label))
    cards = [wire for wire in jan.phone.chat.messages if wire.get("text", "").startswith("🆘")]
    assert len(cards) == 1, "the one that stands is given the question"
    await jan.taps("⏱ Nu bezig? Ja")
    assert any("ringend" in heard for heard in await lies.hears())
