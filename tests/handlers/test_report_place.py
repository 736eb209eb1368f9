"""Where is it: names people say, streets with mistakes, the location, the list, or not at all."""

from pathlib import Path

import pytest

from bot.domain.cases import Spot
from playground.api import Server
from playground.telegram import Telegram
from storage.cases import list_open_cases
from tests.cast import Actor, Cast
from tests.line import open_line

ROOT = Path(__file__).parents[2]

WATERSCHEI_NOORD = (51.0002, 5.5279)
HASSELT = (50.93, 5.33)
ISTANBUL = (41.01, 28.98)


async def _asked_where(cast: Cast) -> Actor:
    jan = await cast.jan()
    await jan.says("Er is iets mis")
    await jan.taps("🤷 Weet ik niet")
    return jan


@pytest.mark.parametrize(
    ("typed", "summary"),
    [
        ("bokrijk", "📍 Bokrijk"),
        ("Hoevezavel", "Bedoel je dit?"),
        ("waterschei", "Welk deel van Waterschei is het?"),
        ("Stalenstraat 12", "📍 Stalenstraat 12\nIn welke wijk is dat?"),
        ("Stadsplein 1", "📍 Stadsplein 1, Genk-Centrum"),
        ("ул. Stalenstrat", "📍 Stalenstraat\nIn welke wijk is dat?"),
    ],
)
async def test_a_typed_place_is_understood_with_its_mistakes(cast: Cast, typed: str, summary: str) -> None:
    jan = await _asked_where(cast)
    assert summary in (await jan.says(typed))[0]


async def test_a_street_keeps_its_number_when_the_wijk_is_chosen(cast: Cast) -> None:
    jan = await _asked_where(cast)
    await jan.says("stalenstraat nr 12")
    (summary,) = await jan.taps("Waterschei-Zuid")
    assert "📍 Stalenstraat 12, Waterschei-Zuid" in summary


async def test_a_street_of_unknown_wijk_is_kept_and_its_wijk_is_asked(cast: Cast) -> None:
    jan = await _asked_where(cast)
    assert await jan.says("Stadionplein") == ["📍 Stadionplein\nIn welke wijk is dat?"]
    (summary,) = await jan.taps("🤷 Weet ik niet")
    assert "📍 Stadionplein" in summary


async def test_a_place_nobody_knows_can_be_noted_or_added_to_the_story(cast: Cast) -> None:
    jan = await _asked_where(cast)
    await jan.says("naast de grote <kraan>")
    await jan.taps("📍 Ja, noteer het zo")
    await jan.taps("Bret-Gelieren")
    (summary,) = await jan.taps("Bret")
    assert "📍 naast de grote <kraan>, Bret" in summary
    await jan.taps("✏️ Verander")
    await jan.taps("📍 De plaats")
    await jan.says("en ze roepen ook")
    await jan.taps("➕ Nee, bij mijn tekst")
    (summary,) = await jan.taps("🤷 Weet ik niet")
    assert "Er is iets mis\nen ze roepen ook" in summary


async def test_a_picture_or_a_long_story_where_a_place_was_asked_is_part_of_the_story(cast: Cast) -> None:
    jan = await _asked_where(cast)
    assert (await jan.sends_photo("bij de kerk"))[0].startswith("➕ Toegevoegd.\nWaar is het?")
    assert "Waar is het?" in (await jan.says("lang verhaal " * 20))[0]
    (summary,) = await jan.taps("🤷 Weet ik niet")
    assert "bij de kerk\nlang verhaal" in summary
    assert "1 foto" in summary


async def test_the_location_button_gives_way_to_the_menu_and_the_two_nearest_wijken(cast: Cast) -> None:
    jan = await _asked_where(cast)
    jan.phone.location = WATERSCHEI_NOORD
    await jan.taps("📍 Ik ben er nu")
    assert jan.phone.buttons()[-3:] == ["📍 Ik ben er nu", "◀️ Terug", "✖️ Stop"]
    menu, question = await jan.taps("📍 Ik ben er nu")
    assert menu == "👇 Het menu staat weer onderaan."
    assert "📣 Probleem melden" in jan.phone.buttons()
    assert question.startswith("In welke wijk is het?")
    assert len(jan.buttons_of("In welke wijk")) == 2 + 4
    assert "Waterschei-Noord" in jan.buttons_of("In welke wijk")
    (summary,) = await jan.taps("Waterschei-Noord")
    assert "📍 Waterschei-Noord (Genk-Oost)" in summary


async def test_back_works_on_the_keyboard_too(cast: Cast) -> None:
    jan = await _asked_where(cast)
    await jan.taps("📍 Ik ben er nu")
    jan.phone.says("◀️ Terug")
    menu, said = await jan.hears()
    assert menu.startswith("👇")
    assert said.startswith("Waar is het?")


async def test_stop_works_on_the_keyboard_too(cast: Cast) -> None:
    jan = await _asked_where(cast)
    await jan.taps("📍 Ik ben er nu")
    assert (await jan.says("✖️ Stop"))[0].startswith("✖️ Gestopt.")
    assert "📣 Probleem melden" in jan.phone.buttons()
    assert (await jan.says("✖️ Stop"))[0].endswith("Wat wil je doen?")


async def test_a_location_that_comes_first_is_asked_about_after_the_category(cast: Cast) -> None:
    jan = await cast.jan()
    jan.phone.sends_venue(*WATERSCHEI_NOORD, "Planted", "Planted")
    assert await jan.hears() == ["Waar gaat het over?"]
    assert (await jan.taps("🗑 Afval"))[0].startswith("In welke wijk is het?")
    await jan.taps("🤷 Weet ik niet")
    assert "📍 De plaats die je stuurde" in jan.message("Klopt dit?")["text"]
    assert (await jan.taps("✅ Verstuur"))[-1].startswith("✅ Ontvangen.")


async def test_a_location_alone_that_is_about_nothing_is_asked_for_words(cast: Cast) -> None:
    jan = await cast.jan()
    jan.phone.sends_location(*WATERSCHEI_NOORD)
    await jan.hears()
    assert (await jan.taps("🤷 Weet ik niet"))[0].startswith("Wat is er gebeurd?")


async def test_outside_the_city_it_is_said_whom_to_ask(cast: Cast) -> None:
    jan = await _asked_where(cast)
    jan.phone.sends_location(*HASSELT)
    (said,) = await jan.hears()
    assert said.startswith(
        "Die plaats ligt in of bij Hasselt, niet in Genk. Bel 1700 om te weten wie je helpt;"
    )
    assert "📍 Bokrijk" in (await jan.says("Bokrijk"))[0]


async def test_far_away_the_own_municipality_is_to_be_asked(cast: Cast) -> None:
    jan = await _asked_where(cast)
    jan.phone.sends_location(*ISTANBUL)
    (said,) = await jan.hears()
    assert said.startswith(
        "Die plaats ligt niet in Genk. Vraag het aan je eigen gemeente; bij gevaar bel je 112."
    )


async def test_a_typed_place_outside_the_city_is_said_too_and_its_words_are_kept(cast: Cast) -> None:
    jan = await _asked_where(cast)
    (said,) = await jan.says("Kerkstraat 3 in Hasselt")
    assert said.startswith("Die plaats ligt in of bij Hasselt, niet in Genk.")
    (summary,) = await jan.taps("🤷 Weet ik niet")
    assert "Kerkstraat 3 in Hasselt" in summary


async def test_a_neighbour_with_a_number_is_given_with_it(
    tmp_path: Path, telegram: Telegram, server: Server
) -> None:
    file = tmp_path / "genk.toml"
    with_number = (ROOT / "cities/genk.toml").read_text(encoding="utf-8")
    hasselt = 'name = "Hasselt"\n'
    file.write_text(with_number.replace(hasselt, hasselt + 'phone = "011 00 00 00"\n'), encoding="utf-8")
    async with open_line(tmp_path, telegram, server, WIJKLIJN_CITY=str(file)) as line:
        jan = await _asked_where(Cast(line))
        jan.phone.sends_location(*HASSELT)
        (said,) = await jan.hears()
    assert said.startswith("Die plaats ligt in of bij Hasselt, niet in Genk. Vraag het daar: 011 00 00 00;")


async def test_of_a_live_location_the_first_point_counts_and_walking_on_says_nothing(cast: Cast) -> None:
    jan = await _asked_where(cast)
    shared = jan.phone.sends_location(*WATERSCHEI_NOORD, live_period=900)
    assert (await jan.hears())[0].startswith("In welke wijk is het?")
    jan.phone.moves(shared, *HASSELT)
    assert await jan.hears() == []
    (summary,) = await jan.taps("Waterschei-Noord")
    assert "📍 Waterschei-Noord" in summary
    await jan.taps("✅ Verstuur")
    case = (await cast.line.read(list_open_cases))[-1]
    assert case.spot == Spot(*WATERSCHEI_NOORD)


async def test_a_corner_of_two_streets_keeps_both(cast: Cast) -> None:
    jan = await _asked_where(cast)
    (said,) = await jan.says("hoek Stalenstraat en Onderwijslaan")
    assert said == "📍 Stalenstraat / Onderwijslaan\nIn welke wijk is dat?"
    (summary,) = await jan.taps("Waterschei-Zuid")
    assert "📍 Stalenstraat / Onderwijslaan, Waterschei-Zuid" in summary


async def test_a_name_that_only_resembles_a_street_can_stay_as_it_was_typed(cast: Cast) -> None:
    jan = await _asked_where(cast)
    assert await jan.says("Stelenstraat 4") == ["Bedoel je dit?"]
    assert await jan.taps("📍 Noteer het zo") == ["📍 Stelenstraat 4\nIn welke wijk is dat?"]


async def test_all_wijken_are_listed_in_pages_of_ten(cast: Cast) -> None:
    jan = await _asked_where(cast)
    assert await jan.taps("🗺 Kies de wijk") == ["Kies de wijk. Bladzijde 1 van 3."]
    assert len(jan.buttons_of("Bladzijde")) == 10 + 1 + 1 + 2
    await jan.taps("⬇️ Meer wijken")
    assert await jan.taps("⬇️ Meer wijken") == ["Kies de wijk. Bladzijde 3 van 3."]
    assert "⬇️ Meer wijken" not in jan.buttons_of("Bladzijde")
    assert (await jan.taps("◀️ Terug"))[0].startswith("Waar is het?")


async def test_the_wijk_used_last_and_the_place_in_the_story_are_offered_first(cast: Cast) -> None:
    jan = await _asked_where(cast)
    await jan.says("Bokrijk")
    await jan.taps("✅ Verstuur")
    await jan.taps("📣 Probleem melden")
    await jan.says("Weer afval in de Stalenstraat")
    await jan.taps("🗑 Afval")
    assert jan.buttons_of("Waar is het?")[:2] == ["📍 Stalenstraat", "🏘 Bokrijk"]
    assert await jan.taps("📍 Stalenstraat") == ["📍 Stalenstraat\nIn welke wijk is dat?"]


async def test_a_stadsdeel_is_shown_only_when_the_city_confirmed_it(cast: Cast) -> None:
    jan = await _asked_where(cast)
    (summary,) = await jan.says("Bokrijk")
    assert "📍 Bokrijk\n" in summary
    assert "Genk-Midden" not in summary


@pytest.mark.parametrize("leaving", [["🤷 Weet ik niet"], ["🗺 Kies de wijk", "Bokrijk"]])
async def test_a_story_typed_where_a_place_was_asked_stays_in_the_report(
    cast: Cast, leaving: list[str]
) -> None:
    jan = await _asked_where(cast)
    await jan.says("Ze gooien alles om")
    await jan.says("En dan lopen ze weg")
    for label in leaving:
        (summary,) = await jan.taps(label)
    assert "Er is iets mis\nZe gooien alles om\nEn dan lopen ze weg" in summary


async def test_what_stands_around_the_name_of_a_place_stays_in_the_report(cast: Cast) -> None:
    jan = await _asked_where(cast)
    story = "Waterschei, naast de bakker staan ook kapotte zetels"
    assert "Welk deel van Waterschei is het?" in (await jan.says(story))[0]
    (summary,) = await jan.taps("Waterschei-Noord")
    assert f"Er is iets mis\n{story}" in summary


async def test_a_bare_place_is_no_part_of_the_story(cast: Cast) -> None:
    jan = await _asked_where(cast)
    await jan.says("in de Stalenstraat in Waterschei")
    (summary,) = await jan.taps("Waterschei-Noord")
    assert "in de Stalenstraat" not in summary
